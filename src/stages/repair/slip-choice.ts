import type { Charset } from '../../chinese/charsets.js'
import { type IsReading, PINYIN_LETTERS } from '../../chinese/readings.js'
import { isSlipMark, readSlips, type SlipPath } from './slip-paths.js'
import type { WordJudge } from './word-judge.js'

/** When a slip is taken to be understood. */
export interface SlipLimits {
  /** By how much the best restoration must be less strange than the next one, in powers of e. */
  readonly margin: number
  /** By how much it must be less strange than what stands there. */
  readonly gain: number
  /** The share of it that must be words, or everyday Hanzi. */
  readonly soundness: number
  /** How many characters after the lost one must come out where no full-width sign shows the slip. */
  readonly characters: number
}

/** What stood in the place of `[start, end)`. */
export interface Restoration {
  readonly start: number
  readonly end: number
  readonly characters: string
}

/** What a restoration is judged by. */
export interface SlipEvidence {
  readonly judge: WordJudge
  readonly isReading: IsReading
  readonly limits: SlipLimits
}

/** What stood at the mark at `at`; null where nothing makes sense, or several things do. */
export function restoreSlip(
  text: string,
  at: number,
  charset: Charset,
  evidence: SlipEvidence,
): Restoration | null {
  const { judge, limits } = evidence
  const annotated = firstPinyin(text, at)
  const paths = readSlips(text, at, charset).filter(
    (path) => path.end <= annotated && isPromising(text, path, evidence),
  )
  if (paths.length === 0) return null
  const before = contextBefore(text, at)
  const windowEnd = Math.max(...paths.map(({ end }) => end))
  const after = contextAfter(text, windowEnd)
  const between = (from: number): string => stripPinyin(text.slice(from, windowEnd)) + after
  const options = paths.flatMap((path) => {
    const behind = (path.lastLead === null ? '' : '?') + between(path.end)
    const endsSentence = canEndSentence(before, path.known + behind, judge)
    return charactersWith(charset, (code) => (code & 0xff) === path.firstTrail)
      .filter((first) => first !== FULL_STOP || endsSentence)
      .map((first) => ({
        path,
        characters: first + path.known,
        strangeness: judge.strangeness(before + first + path.known + behind),
      }))
  })
  const chosen = lowest(options, limits.margin)
  if (chosen === null) return null
  const { path, characters } = chosen
  if (
    judge.strangeness(before + text.slice(at, windowEnd) + after) <
    chosen.strangeness + limits.gain
  )
    return null
  if ((judge.soundness(before + characters + between(path.end)) ?? 0) < limits.soundness)
    return null
  if (path.lastLead === null) return { start: at, end: path.end, characters }
  const last = chooseLast(text, path, before + characters, between(path.end), charset, evidence)
  return last === null
    ? { start: at, end: path.end - 1, characters }
    : { start: at, end: path.end, characters: characters + last }
}

/** Where pinyin in brackets begins, which stands behind whole characters; the line's end if none does. */
function firstPinyin(text: string, at: number): number {
  const near = text.slice(at, at + REACH)
  const found = near.search(PINYIN)
  return found < 0 ? text.length : at + found
}

/** A cheap look before every possible first character is tried. */
function isPromising(
  text: string,
  path: SlipPath,
  { judge, isReading, limits }: SlipEvidence,
): boolean {
  const { known } = path
  if (known === '' || known.length < (path.hasSign ? 1 : limits.characters)) return false
  const pinyin = pinyinAt(text, path.end)
  if (path.lastLead === null && pinyin !== null && !isReading(known.slice(-1), pinyin)) return false
  return path.hasSign || (judge.soundness(known) ?? 0) >= limits.soundness
}

/** A sentence ends behind a word, and the next one begins with a word that is more than a syllable. */
function canEndSentence(before: string, behind: string, judge: WordJudge): boolean {
  if (!/[\p{L}\p{N}%％”’）)》]$/u.test(before)) return false
  return [2, 3, 4].some((length) => judge.isWord(behind.slice(0, length)))
}

/** The last character, of which one byte is left: by its pinyin, else by the words around it. */
function chooseLast(
  text: string,
  path: SlipPath,
  before: string,
  after: string,
  charset: Charset,
  { judge, isReading, limits }: SlipEvidence,
): string | null {
  const pinyin = pinyinAt(text, path.end)
  const options = charactersWith(charset, (code) => code >> 8 === path.lastLead)
    .filter((character) => pinyin === null || isReading(character, pinyin))
    .map((characters) => ({
      characters,
      strangeness: judge.strangeness(before + characters + after),
    }))
  return lowest(options, limits.margin)?.characters ?? null
}

/** The least strange option; null where another is about as good. */
function lowest<T extends { readonly characters: string; readonly strangeness: number }>(
  options: readonly T[],
  margin: number,
): T | null {
  let best: T | null = null
  let second = Infinity
  for (const option of options)
    if (best === null || option.strangeness < best.strangeness) {
      if (best !== null && best.characters !== option.characters) second = best.strangeness
      best = option
    } else if (option.characters !== best.characters) second = Math.min(second, option.strangeness)
  return best !== null && second - best.strangeness >= margin ? best : null
}

/** The Hanzi, and the full stop, whose code is asked for. */
export function charactersWith(charset: Charset, isWanted: (code: number) => boolean): string[] {
  const characters: string[] = []
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const code = lead * 256 + trail
      const unit = charset.charOf[code]!
      if (isWanted(code) && ((unit >= 0x4e00 && unit < 0xa000) || unit === FULL_STOP_UNIT))
        characters.push(String.fromCharCode(unit))
    }
  return characters
}

const FULL_STOP = '。'
const FULL_STOP_UNIT = 0x3002

const PINYIN = new RegExp(`[(（][${PINYIN_LETTERS}]{1,8}[)）]`, 'g')
const PINYIN_HERE = new RegExp(`[(（]([${PINYIN_LETTERS}]{1,8})[)）]`, 'y')

/** The pinyin in brackets that stands at `at`; null if none does. */
export function pinyinAt(text: string, at: number): string | null {
  PINYIN_HERE.lastIndex = at
  return PINYIN_HERE.exec(text)?.[1] ?? null
}

/** The words on the same line, pinyin in brackets left out. */
export function contextBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - REACH), at)
  const line = stripPinyin(near.slice(near.lastIndexOf('\n') + 1))
  let start = Math.max(0, line.length - CONTEXT)
  while (start < line.length && isSlipMark(line.charCodeAt(start))) start++
  return line.slice(start)
}

export function contextAfter(text: string, at: number): string {
  const near = text.slice(at, at + REACH)
  const lineEnd = near.indexOf('\n')
  return stripPinyin(lineEnd < 0 ? near : near.slice(0, lineEnd)).slice(0, CONTEXT)
}

const REACH = 48
const CONTEXT = 8

function stripPinyin(text: string): string {
  return text.replace(PINYIN, '')
}
