/** How a character takes part in white space. */
export const SOLID = 0
/** White space that HTML collapses: a run of it is one space, or nothing. */
export const COLLAPSIBLE = 1
/** Blank, but not collapsed: no-break and ideographic spaces, and characters without width. */
export const BLANK = 2

/** SOLID, COLLAPSIBLE or BLANK, by UTF-16 code unit. */
export function spacingOf(unit: number): number {
  return SPACING[unit]!
}

/**
 * True where a line break in the source between two characters is only that of its writer's editor,
 * as between Hanzi, and not a space between words (CSS Text 4, segment break transformation).
 */
export function joinsAcrossLineBreak(before: number, after: number): boolean {
  const first = WIDTHS[before]!
  const second = WIDTHS[after]!
  return first !== NARROW && second !== NARROW && (first === WIDE || second === WIDE)
}

const SPACING = new Uint8Array(65536)
for (const unit of [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x0b, 0x85, 0x2028, 0x2029])
  SPACING[unit] = COLLAPSIBLE
SPACING.fill(BLANK, 0x2000, 0x2010)
for (const unit of [0xa0, 0xad, 0x1680, 0x180e, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff])
  SPACING[unit] = BLANK

const NARROW = 0
const WIDE = 1
/** Quotes, dashes and dots that Chinese shares with other scripts: wide beside a wide character. */
const AMBIGUOUS = 2

const WIDTHS = new Uint8Array(65536)
WIDTHS.fill(WIDE, 0x2e80, 0xa000)
WIDTHS.fill(WIDE, 0xf900, 0xfb00)
WIDTHS.fill(WIDE, 0xff01, 0xffe7)
WIDTHS.fill(WIDE, 0xd840, 0xd8c0)
WIDTHS.fill(WIDE, 0xdc00, 0xe000)
for (const sign of '·—‘’“”…') WIDTHS[sign.charCodeAt(0)] = AMBIGUOUS
