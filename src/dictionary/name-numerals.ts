/** True for a code unit that writes a number inside a name: 一 to 九, 〇, 零, 十, 百, 两 not, and digits. */
export function isNumeral(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || NUMERALS.has(unit)
}

/** The ordinals that institutions are numbered with in short names, longest first: 三十 … 一. */
export const ORDINALS: readonly string[] = [
  ...['十', '二十', '三十'].flatMap((tens) => [...'一二三四五六七八九'].map((one) => tens + one)),
  ...'十一二三四五六七八九',
]

const NUMERALS = new Set([...'〇零一二三四五六七八九十百'].map((numeral) => numeral.charCodeAt(0)))
