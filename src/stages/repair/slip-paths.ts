import type { Charset } from '../../chinese/charsets.js'

/** One way to read on after a lost byte, from the mark that stands for it to where bytes pair again. */
export interface SlipPath {
  /** The second byte of the character whose first one was lost. */
  readonly firstTrail: number
  /** The characters after that one, as they were. */
  readonly known: string
  /** The first byte of a last character whose second one is a mark again; null where none is. */
  readonly lastLead: number | null
  /** Where the pair behind that byte vanished: the second byte of the character after it. */
  readonly lastTrail: number | null
  /** Offset of the text behind the slip, that second mark included. */
  readonly end: number
  /** True where the second byte of the first character was taken for a full-width sign: `??`. */
  readonly hasSign: boolean
}

/** True for what converters put for a byte that belongs to nothing. */
export function isSlipMark(unit: number): boolean {
  return unit === QUESTION_MARK || unit === 0xfffd
}

/**
 * Every way to read on from the mark at `at`. The bytes behind a lost one are paired off by one: of
 * 專科建設 (8CA3 BFC6 BDA8 D44F) without 8C, `A3BF C6BD A8D4 4F` is left, that is `？平ㄔO`, until a
 * byte of ASCII completes a pair. Signs, letters and digits may have been full-width before.
 */
export function readSlips(text: string, at: number, charset: Charset): readonly SlipPath[] {
  const paths: SlipPath[] = []
  let branches: Branch[] = [{ pending: FIRST, firstTrail: 0, known: '', hasSign: false }]
  const end = Math.min(text.length, at + LONGEST)
  for (let here = at + 1; here < end && branches.length > 0 && paths.length < MOST_PATHS; here++) {
    const unit = text.charCodeAt(here)
    const next: Branch[] = []
    for (const branch of branches) {
      if (isSlipMark(unit) && branch.pending > 0)
        paths.push({ ...branch, lastLead: branch.pending, lastTrail: null, end: here + 1 })
      if (branch.pending > 0 && isLetter(unit))
        paths.push({ ...branch, lastLead: branch.pending, lastTrail: unit, end: here + 1 })
      for (const code of codesOf(unit, charset.codeOf)) {
        const went = step(branch, code, charset.charOf)
        if (went === null) continue
        if (went.pending === 0 && went.known !== '')
          paths.push({ ...went, lastLead: null, lastTrail: null, end: here + 1 })
        else if (went.pending > 0) next.push(went)
      }
    }
    branches = next.slice(0, MOST_BRANCHES)
  }
  return paths
}

const LONGEST = 48
const MOST_BRANCHES = 4
/** A slip ends soon; more ways to read on are text that never slipped. */
const MOST_PATHS = 8

interface Branch {
  /** The byte that waits for its second one; 0 for none, FIRST before the first character's. */
  readonly pending: number
  readonly firstTrail: number
  readonly known: string
  readonly hasSign: boolean
}

const FIRST = -1
const QUESTION_MARK = 0x3f

/** The codes that a character may come from: ASCII may have been made of a full-width sign. */
function codesOf(unit: number, codeOf: Uint16Array): readonly number[] {
  if (unit === 0x0a) return NONE
  const code = codeOf[unit]!
  if (unit > 0x20 && unit < 0x7f) return [unit, FULL_WIDTH | unit]
  return code > 0xff ? [code] : NONE
}

/** A letter may be the second byte of a pair. */
function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
}

const NONE: readonly number[] = []
/** Row 3 of GB 2312 is ASCII, 0x80 above it. */
const FULL_WIDTH = 0xa380

function step(branch: Branch, code: number, charOf: Uint16Array): Branch | null {
  let here: Branch | null = branch
  if (code > 0xff) here = take(here, code >> 8, charOf, isSign(code))
  return here === null ? null : take(here, code & 0xff, charOf, false)
}

/** ！ ， ： ； ？ and the brackets, in GBK: what converters look for byte by byte. */
function isSign(code: number): boolean {
  return SIGNS.has(code)
}

const SIGNS: ReadonlySet<number> = new Set([0xa3a1, 0xa3a8, 0xa3a9, 0xa3ac, 0xa3ba, 0xa3bb, 0xa3bf])

function take(branch: Branch, byte: number, charOf: Uint16Array, isSign: boolean): Branch | null {
  const { pending, known } = branch
  if (pending === FIRST)
    return byte < 0x80 ? null : { pending: 0, firstTrail: byte, known, hasSign: isSign }
  if (pending === 0) {
    if (byte >= 0x81) return { ...branch, pending: byte }
    return byte > 0x20 && known !== ''
      ? { ...branch, known: known + String.fromCharCode(byte) }
      : null
  }
  const unit = charOf[pending * 256 + byte]!
  if (unit === 0 || (unit >= 0xe000 && unit < 0xf900)) return null
  return { ...branch, pending: 0, known: known + String.fromCharCode(unit) }
}
