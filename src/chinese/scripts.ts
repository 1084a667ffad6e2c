import { readSimplifiedForms } from './opencc.js'

/** What a UTF-16 code unit says about the script of the text it stands in. */
export const SCRIPT_CLASS = {
  /** Not East Asian: digits, Latin, punctuation; half of a surrogate pair. */
  none: 0,
  /** Hanzi written alike in both scripts, or legal in both. */
  shared: 1,
  /** Hanzi that no simplified text holds. */
  traditional: 2,
  /** Hanzi that no traditional text holds. */
  simplified: 3,
  /** Hiragana and katakana. */
  kana: 4,
} as const

/**
 * The class of every code unit. A character with a simplified form counts as traditional unless
 * simplified text may hold it too (乾隆, 徵羽, 於菟: it is in GB 2312); a simplified form counts as
 * simplified unless traditional text may hold it too (后, 里, 只, 于: it is in Big5). So 著, 着, 藉
 * and 瞭 say nothing, and neither do the shared forms that mainland sites leave in traditional text.
 */
export function buildScriptClasses(): Uint8Array {
  const classes = new Uint8Array(65536)
  classes.fill(SCRIPT_CLASS.kana, 0x3041, 0x30fb)
  classes.fill(SCRIPT_CLASS.shared, 0x3400, 0x4dc0)
  classes.fill(SCRIPT_CLASS.shared, 0x4e00, 0xa000)
  classes.fill(SCRIPT_CLASS.shared, 0xf900, 0xfb00)
  const legalSimplified = readCharset('gb18030', GB2312_LEVELS)
  for (const character of READMITTED) legalSimplified.add(character)
  legalSimplified.delete('後')
  const legalTraditional = readCharset('big5', BIG5_LEVELS)
  for (const [traditional, simplified] of readSimplifiedForms()) {
    if (traditional.length === 1 && !legalSimplified.has(traditional))
      classes[traditional.charCodeAt(0)] = SCRIPT_CLASS.traditional
    if (legalSimplified.has(simplified) && !legalTraditional.has(simplified))
      classes[simplified.charCodeAt(0)] = SCRIPT_CLASS.simplified
  }
  return classes
}

/** Variant forms legal in names again since the 2013 table of standard characters (通用规范汉字表). */
const READMITTED = '昇堃邨龢迺甦'

/** Lead and trail bytes of the two levels of Hanzi; GB 2312 holds 後 for completeness, unused. */
const GB2312_LEVELS: readonly Plane[] = [{ lead: [0xb0, 0xf7], trail: [[0xa1, 0xfe]] }]

const BIG5_TRAIL: Plane['trail'] = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
]

/** Without the Hong Kong extension, which holds simplified forms; 0xf9 ends with 0xf9d5. */
const BIG5_LEVELS: readonly Plane[] = [
  { lead: [0xa4, 0xc5], trail: BIG5_TRAIL },
  { lead: [0xc6, 0xc6], trail: [[0x40, 0x7e]] },
  { lead: [0xc9, 0xf8], trail: BIG5_TRAIL },
  {
    lead: [0xf9, 0xf9],
    trail: [
      [0x40, 0x7e],
      [0xa1, 0xd5],
    ],
  },
]

interface Plane {
  readonly lead: readonly [number, number]
  readonly trail: readonly (readonly [number, number])[]
}

function readCharset(encoding: 'gb18030' | 'big5', planes: readonly Plane[]): Set<string> {
  const bytes: number[] = []
  for (const { lead, trail } of planes)
    for (let first = lead[0]; first <= lead[1]; first++)
      for (const [low, high] of trail)
        for (let second = low; second <= high; second++) bytes.push(first, second)
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes))
  return new Set(text)
}
