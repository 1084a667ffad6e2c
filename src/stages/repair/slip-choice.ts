import type { Charset } from '../../chinese/charsets.js'
import type { IsReading } from '../../chinese/readings.js'
import { leastStrange } from './least-strange.js'
import { contextAfter, contextBefore, firstPinyin, pinyinAt, stripPinyin } from './slip-context.js'
import { readSlips, type SlipPath } from './slip-paths.js'
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
  /** Whether a character can stand in a text of the page's script. */
  readonly isWritable: (character: string) => boolean
}

/** What stood at the mark at `at`; null where nothing makes sense, or several things do. */
export function restoreSlip(
  text: string,
  at: number,
  charset: Charset,
  evidence: SlipEvidence,
): Restoration | null {
  const { judge, limits, isWritable } = evidence
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
    return charactersEnding(charset, path.firstTrail)
      .filter((first) => (first === FULL_STOP ? endsSentence : isWritable(first)))
      .map((first) => ({
        path,
        characters: first + path.known,
        sentence: before + first + path.known + behind,
      }))
  })
  const chosen = leastStrange(options, judge, limits.margin)
  if (chosen === null) return null
  const { path, characters } = chosen
  const last = chooseLast(text, path, before + characters, between(path.end), charset, evidence)
  if (last === null && path.lastTrail !== null) return null
  const end = last === null ? path.end - 1 : (pinyinAt(text, path.end)?.end ?? path.end)
  const whole = characters + (last ?? '')
  const restored = before + whole + between(end)
  const broken = before + text.slice(at, windowEnd) + after
  const [asBroken, asRestored] = judge.strangeness([broken, restored])
  if (asBroken! - asRestored! < limits.gain) return null
  if ((judge.soundness(restored) ?? 0) < limits.soundness) return null
  return { start: at, end, characters: whole }
}

/** A cheap look before every possible first character is tried. */
function isPromising(
  text: string,
  path: SlipPath,
  { judge, isReading, limits }: SlipEvidence,
): boolean {
  const { known } = path
  if (path.lastTrail !== null && pinyinAt(text, path.end) === null) return false
  if (known === '' || known.length < (path.hasSign ? 1 : limits.characters)) return false
  const pinyin = pinyinAt(text, path.end)
  if (path.lastLead === null && pinyin !== null && !isReading(known.slice(-1), pinyin.pinyin))
    return false
  return path.hasSign || (judge.soundness(known) ?? 0) >= limits.soundness
}

/** A sentence ends behind a word, and the next one begins with a word that is more than a syllable. */
function canEndSentence(before: string, behind: string, judge: WordJudge): boolean {
  if (!/[\p{L}\p{N}%％”’）)》]$/u.test(before)) return false
  return [2, 3, 4].some((length) => judge.isWord(behind.slice(0, length)))
}

/**
 * What a slip ends with that lost a byte, by its pinyin if it has any, and by the words around it: a
 * character, or two with the pair between them gone. Empty where it lost none, null where it is open.
 */
function chooseLast(
  text: string,
  path: SlipPath,
  before: string,
  after: string,
  charset: Charset,
  { judge, isReading, limits, isWritable }: SlipEvidence,
): string | null {
  const { lastLead, lastTrail } = path
  if (lastLead === null) return ''
  const pinyin = pinyinAt(text, path.end)?.pinyin ?? null
  const fits = (character: string): boolean => pinyin === null || isReading(character, pinyin)
  const begun = charactersBeginning(charset, lastLead).filter(isWritable)
  const options =
    lastTrail === null
      ? begun.filter(fits)
      : charactersEnding(charset, lastTrail)
          .filter(fits)
          .flatMap((second) =>
            begun
              .filter((first) =>
                canVanish(codeIn(charset, first) & 0xff, codeIn(charset, second) >> 8),
              )
              .map((first) => first + second),
          )
  const judged = options.map((characters) => ({
    characters,
    sentence: before + characters + after,
  }))
  return leastStrange(judged, judge, limits.margin)?.characters ?? null
}

function codeIn(charset: Charset, character: string): number {
  return charset.codeOf[character.charCodeAt(0)]!
}

/** Whether two bytes are a pair in the zones of GBK that some tables leave empty. */
function canVanish(lead: number, trail: number): boolean {
  if (trail >= 0xa1) return (lead >= 0xaa && lead <= 0xaf) || lead >= 0xf8
  return lead >= 0xa1 && lead <= 0xa7
}

/** The Hanzi, and the full stop, whose code has this first byte. */
export function charactersBeginning(charset: Charset, lead: number): string[] {
  return TRAILS.flatMap((trail) => hanziAt(charset, lead * 256 + trail))
}

/** The Hanzi, and the full stop, whose code has this second byte. */
export function charactersEnding(charset: Charset, trail: number): string[] {
  return LEADS.flatMap((lead) => hanziAt(charset, lead * 256 + trail))
}

function hanziAt(charset: Charset, code: number): string[] {
  const unit = charset.charOf[code]!
  const isWanted = (unit >= 0x4e00 && unit < 0xa000) || unit === FULL_STOP_UNIT
  return isWanted ? [String.fromCharCode(unit)] : []
}

const LEADS: readonly number[] = Array.from({ length: 0xff - 0x81 }, (_, index) => 0x81 + index)
const TRAILS: readonly number[] = Array.from({ length: 0xff - 0x40 }, (_, index) => 0x40 + index)
const FULL_STOP = '。'
const FULL_STOP_UNIT = 0x3002
