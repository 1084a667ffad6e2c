import type { Mention } from '../../core/mention.js'
import type { Span } from '../../core/span.js'
import { personNameAt } from '../../chinese/person-names.js'
import { Automaton, type PhraseMatch } from '../../dictionary/automaton.js'
import { PhraseTrie } from '../../dictionary/phrase-trie.js'
import type { Cues } from './cues.js'

/** A stretch of text that tells of a person: 安徽省某医院党委书记李某, or 该院负责人. */
export interface SpeakerChunk {
  readonly span: Span
  /** null for an office that speaks without a name. */
  readonly name: string | null
  readonly role: string
  /** The institution named with the title; null if none is. */
  readonly institution: Mention | null
  /** A body that is no mention (湖南省卫生健康委员会), as written. */
  readonly body: string | null
  /** What the words before the title are where they name nobody: 该院, or nothing. */
  readonly before: string
}

/** Tells whether a person's name can end at a place of a text. */
export type EndsName = (body: string, end: number) => boolean

/** Prepares telling where names end: before punctuation, or a word that follows names. */
export function nameEnds({ follows }: Cues['speaker']): EndsName {
  const words = new PhraseTrie(follows)
  return (body, end) =>
    end >= body.length ||
    /[，,。；;：:、“”（()）！？!?\s]/.test(body.charAt(end)) ||
    words.longest(body, end) !== -1
}

/** Finds the persons told of by a title; `entities` are the institutions in text order. */
export type FindChunks = (body: string, entities: readonly Mention[]) => SpeakerChunk[]

export function chunkFinder(cues: Cues['speaker'], endsName: EndsName): FindChunks {
  const titles = new Automaton(cues.roles)
  const unnamed = new Set(cues.unnamed)
  const readLeft = leftReader(cues)
  return (body, entities) => {
    const hits = titles.findLongest(body)
    const chunks: SpeakerChunk[] = []
    let passed = 0
    for (let first = 0; first < hits.length; first++) {
      const last = lastOfTitle(body, hits, first, entities, passed)
      const title: Span = { start: hits[first]!.start, end: hits[last]!.end }
      while (passed < entities.length && entities[passed]!.span.end <= title.start) passed++
      const at = title.end + (/[ \u3000]/.test(body.charAt(title.end)) ? 1 : 0)
      const length = personNameAt(body, at, (end) => endsName(body, end))
      const speaksUnnamed = unnamed.has(cues.roles[hits[last]!.phrase]!)
      first = last
      if (length === 0 && !(speaksUnnamed && endsName(body, title.end))) continue
      const left = readLeft(body, title, entities[passed - 1] ?? null)
      const end = length === 0 ? title.end : at + length
      const name = length === 0 ? null : body.slice(at, end)
      chunks.push({ ...left, span: { start: left.start, end }, name })
    }
    return chunks
  }
}

/** Titles in a row are one, unless an institution begins a new one: 党组书记、局长; 主任医师. */
function lastOfTitle(
  body: string,
  hits: readonly PhraseMatch[],
  first: number,
  entities: readonly Mention[],
  passed: number,
): number {
  let last = first
  for (; last + 1 < hits.length; last++) {
    const end = hits[last]!.end
    const between = body.slice(end, Math.min(hits[last + 1]!.start, end + MAX_DEPARTMENT + 2))
    if (hits[last + 1]!.start - end > MAX_DEPARTMENT) break
    if (between !== '' && !/^[、兼][\u4e00-\u9fff]*$/.test(between)) break
    let next = passed
    while (next < entities.length && entities[next]!.span.end <= end) next++
    if ((entities[next]?.span.start ?? Infinity) < hits[last + 1]!.end) break
  }
  return last
}

type Left = Pick<SpeakerChunk, 'role' | 'institution' | 'body' | 'before'> & {
  readonly start: number
}

/** Reads whom a title belongs to from the words before it; `institution` is the last named before. */
function leftReader({ bodies, leadIns, lay }: Cues['speaker']) {
  const isLay = new Set(lay)
  return (text: string, title: Span, named: Mention | null): Left => {
    const own = text.slice(title.start, title.end)
    if (isLay.has(own)) return { ...NOBODY, start: title.start, role: own }
    if (named !== null) {
      const between = text.slice(named.span.end, title.start)
      if (between.length <= MAX_DEPARTMENT && /^的?[\u4e00-\u9fff、（）()]*$/.test(between)) {
        const department = between.replace(/^的/, '')
        const role = /[的了于在]/.test(department) ? own : department + own
        return { ...NOBODY, start: named.span.start, role, institution: named }
      }
    }
    const window = windowBefore(text, title.start, leadIns)
    const ends = bodies.map((ending) => {
      const at = window.lastIndexOf(ending)
      return at < 1 ? -1 : at + ending.length
    })
    const end = Math.max(-1, ...ends)
    if (end >= MIN_BODY) {
      const role = window.slice(end) + own
      const start = title.start - window.length
      return { ...NOBODY, start, role, body: window.slice(0, end) }
    }
    return { ...NOBODY, start: title.start, role: own, before: window }
  }
}

const NOBODY = { institution: null, body: null, before: '' } as const

/** The words before a place back to a mark, without those that only lead in. */
function windowBefore(text: string, at: number, leadIns: readonly string[]): string {
  const before = text.slice(Math.max(0, at - MAX_BODY), at)
  let window = /[\u4e00-\u9fff]*$/.exec(before)?.[0] ?? ''
  for (let word = leadIn(window, leadIns); word !== undefined; word = leadIn(window, leadIns))
    window = window.slice(word.length)
  return window
}

function leadIn(window: string, leadIns: readonly string[]): string | undefined {
  return leadIns.find((word) => window.startsWith(word))
}

const MAX_DEPARTMENT = 12
const MAX_BODY = 24
const MIN_BODY = 3
