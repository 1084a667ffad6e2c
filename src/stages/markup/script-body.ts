import type { Span } from '../../core/span.js'
import { readScriptStrings, type ScriptString } from './script-strings.js'
import { unescapeString } from './string-escapes.js'

/** What a string of a script holds. */
export type StringForm =
  | 'plain'
  | 'html'
  /** HTML whose own signs are written as entities. */
  | 'entities'
  /** Another script, or JSON. */
  | 'script'

/** A string that holds (a part of) the article. */
export interface BodyString extends Span {
  readonly form: StringForm
  /** Its words, unescaped, its tags included. */
  readonly value: string
}

/** The strings of one series with how many characters of sentences they hold. */
export interface ScriptBody {
  readonly strings: readonly BodyString[]
  readonly prose: number
  /** What the script says of the article: of each name the value that stands nearest to it. */
  readonly members: readonly ScriptMember[]
}

/** A string that is a piece of metadata, and the name of the meta element it might be. */
export interface ScriptMember {
  readonly name: string
  readonly string: Span
}

/**
 * The string or the series of strings in the scripts of a page that holds the most sentences in
 * Chinese: the article of a page that its scripts would write. Null where none has `leastProse`
 * characters of them. `names` are the keys of metadata with the names of meta elements they stand for.
 */
export function findScriptBody(
  source: string,
  scripts: readonly Span[],
  { leastProse, names }: { leastProse: number; names: ReadonlyMap<string, string> },
): ScriptBody | null {
  let best: ScriptBody | null = null
  for (const script of scripts) {
    if (script.end - script.start < leastProse || !hasHanzi(source, script)) continue
    const strings = readScriptStrings(source, script)
    for (const series of seriesOf(source, strings)) {
      const isMore = series.prose >= leastProse && series.prose > (best?.prose ?? 0)
      if (isMore) best = { ...series, members: membersNear(source, strings, series, names) }
    }
  }
  return best
}

/** Characters of sentences in a text: its Hanzi, if signs that end or divide sentences stand there. */
export function countProse(text: string): number {
  if (!CLAUSE.test(text)) return 0
  let count = 0
  for (let at = 0; at < text.length; at++) if (isHanzi(text.charCodeAt(at))) count++
  return count
}

interface Candidate extends BodyString {
  readonly prose: number
  readonly container: number
}

function seriesOf(
  source: string,
  strings: readonly ScriptString[],
): { strings: readonly BodyString[]; prose: number }[] {
  const series = new Map<string, Candidate[]>()
  for (const string of strings) {
    const candidate = toCandidate(source, string)
    if (candidate === null) continue
    const list = series.get(string.series)
    if (list === undefined) series.set(string.series, [candidate])
    else list.push(candidate)
  }
  const neighbours = countByContainer(source, strings)
  return [...series.values()].map((candidates) => {
    if (isListOfOthers(candidates, neighbours)) return { strings: [], prose: 0 }
    const prose = candidates.reduce((sum, string) => sum + string.prose, 0)
    const whole = candidates.find((string) => string.form !== 'plain' && string.prose * 2 > prose)
    return whole === undefined
      ? { strings: candidates, prose }
      : { strings: [whole], prose: whole.prose }
  })
}

/** How many strings with words in Chinese stand directly in each bracket. */
function countByContainer(source: string, strings: readonly ScriptString[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { start, end, container } of strings) {
    const words = unescapeString(source.slice(start, Math.min(end, start + LONGEST_VALUE)))
    if (HANZI.test(words)) counts.set(container, (counts.get(container) ?? 0) + 1)
  }
  return counts
}

/** Items that each have a title beside their text are other articles, not parts of this one. */
function isListOfOthers(
  candidates: readonly Candidate[],
  neighbours: ReadonlyMap<number, number>,
): boolean {
  if (candidates.length < 2) return false
  const containers = new Set(candidates.map(({ container }) => container))
  if (containers.size < candidates.length) return false
  const titled = candidates.filter(({ container }) => (neighbours.get(container) ?? 0) > 1)
  return titled.length * 2 > candidates.length
}

function membersNear(
  source: string,
  strings: readonly ScriptString[],
  { strings: body }: { readonly strings: readonly BodyString[] },
  names: ReadonlyMap<string, string>,
): ScriptMember[] {
  const start = body[0]?.start ?? 0
  const end = body[body.length - 1]?.end ?? 0
  const nearest = new Map<string, { member: ScriptMember; distance: number }>()
  for (const string of strings) {
    const name = names.get(string.key.toLowerCase())
    if (name === undefined || string.end - string.start > LONGEST_VALUE) continue
    const isInside = string.end > start && string.start < end
    if (isInside || !isQuoted(source, string)) continue
    const distance = string.end <= start ? start - string.end : string.start - end
    if (distance < (nearest.get(name)?.distance ?? Infinity))
      nearest.set(name, { member: { name, string }, distance })
  }
  return [...nearest.values()].map(({ member }) => member)
}

function isQuoted(source: string, { start }: Span): boolean {
  return QUOTES.includes(source.charAt(start - 1))
}

function toCandidate(source: string, { start, end, container }: ScriptString): Candidate | null {
  if (end - start < SHORTEST) return null
  const value = unescapeString(source.slice(start, end))
  const words = value.includes('\\') ? unescapeString(value) : value
  const prose = countProse(words)
  return prose === 0 ? null : { start, end, value, form: formOf(value), prose, container }
}

function formOf(value: string): StringForm {
  if (TAG.test(value) && !DATA.test(value)) return 'html'
  if (DATA.test(value)) return 'script'
  return ENTITY_TAG.test(value) ? 'entities' : 'plain'
}

function hasHanzi(source: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const unit = source.charCodeAt(at)
    if (isHanzi(unit)) return true
    if (unit === BACKSLASH && ESCAPED_HANZI.test(source.slice(at, at + 8))) return true
  }
  return false
}

function isHanzi(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}

const SHORTEST = 2
const HANZI = /[\u4e00-\u9fff]/
const LONGEST_VALUE = 400
const QUOTES = '"\'`'
const BACKSLASH = 0x5c
/** Also where the backslash is itself escaped. */
const ESCAPED_HANZI = /^\\{1,3}u[4-9][\da-f]{3}/i
const CLAUSE = /[，。；！？]/
const TAG = /<\/?(?:p|div|br|span|section|strong|img|h[1-6]|table)\b[^<>]{0,2000}>/i
const ENTITY_TAG = /&(?:lt|#60|#x3c);\/?(?:p|div|br|span|section|strong|img|h[1-6]|table)\b/i
/** How JSON begins, also behind the number by which streamed pages call it. */
const DATA = /^\s*(?:[\da-z]{1,4}:(?:[A-Z][\da-f]{0,8},)?)?\s*(?:\{\s*"|\[\s*[[{"]|\{\\"|\[\\")/
