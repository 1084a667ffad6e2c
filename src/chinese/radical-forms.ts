/**
 * The Hanzi that a radical or a compatibility ideograph is a copy of; the character itself where it
 * is none. Converters of PDF files put them in their place: `unifiedForm('⽂') // '文'`
 */
export function unifiedForm(character: string): string {
  return SUPPLEMENT.get(character) ?? character.normalize('NFKC')
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
