/**
 * The character that another one is a copy of: for a radical or a compatibility ideograph, which
 * converters of PDF files put in its place, the Hanzi; for a private-use character of older GBK what
 * Unicode has for it since. The character itself where it is none: `unifiedForm('⽂') // '文'`
 */
export function unifiedForm(character: string): string {
  const known = SUPPLEMENT.get(character) ?? PRIVATE_USE.get(character)
  return known ?? character.normalize('NFKC')
}

/** Private-use characters of older GBK that Unicode has a character for since. */
export const GBK_PRIVATE_USE =
  '\ue5e5\ue78d-\ue796\ue7c7\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864'

/** After GB 18030-2022; U+E5E5 (A3A0) is the space of its full-width row. */
const PRIVATE_USE = new Map([
  ['\ue5e5', '\u3000'],
  ...pairs('\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796', '︐︒︑︓︔︕︖︗︘︙'),
  ...pairs('\ue7c7\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864', 'ḿ龴龵龶龷龸龹龺龻'),
])

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (character, index) => [character, to.charAt(index)])
}

/** Radicals: the Kangxi block and the supplement. */
export const RADICALS = '\u2e80-\u2fd5'

/** CJK compatibility ideographs. */
export const COMPATIBILITY_IDEOGRAPHS = '\uf900-\ufaff'

/** Those of the supplement that look like a whole Hanzi (Unicode's EquivalentUnifiedIdeograph). */
const SUPPLEMENT = new Map(
  [
    ...('⺎兀⺏尣⺝月⺟母⺠民⺢氺⺬示⺮竹⺴网⺶羊⺹耂⺻聿⺼肉⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻐钅⻑長⻒镸⻓长⻔门⻗雨⻘青' +
      '⻙韦⻚页⻛风⻜飞⻝食⻟飠⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'),
  ].flatMap((character, index, all): [string, string][] =>
    index % 2 === 0 ? [[character, all[index + 1] ?? character]] : [],
  ),
)
