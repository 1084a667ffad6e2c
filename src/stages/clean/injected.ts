import type { Span } from '../../core/span.js'
import type { Segmenter } from '../../core/segmenter.js'
import { Automaton, type PhraseMatch } from '../../dictionary/automaton.js'
import type { PhraseList } from '../../dictionary/phrase-lists.js'
import type { CleanOptions } from './options.js'

/** A phrase that was put into a text from outside. */
export interface Injected extends Span {
  /** The list that its seed stands in. */
  readonly entry: string
  readonly rule: string
}

/** A seed with the phrases around it, and what speaks for its being put in. */
interface Candidate extends Span {
  readonly entry: string
  readonly breaksWord: boolean
  /** True where it is more than a bare seed: 百家乐 and 打法. */
  readonly hasPhrase: boolean
  /** True where words stand right before and behind that do not take it for a part of their sentence. */
  readonly isForeign: boolean
}

/**
 * Finds phrases of advertisements inside sentences. A seed alone is no proof, since a page may be
 * about gambling: it is put in where it breaks a word or a number (`12百家乐电脑7家`, `途…经`), or
 * where others on the page did and the page is about something else.
 */
export class InjectionFinder {
  private readonly phrases: readonly { readonly entry: string; readonly role: string }[]
  private readonly automaton: Automaton

  constructor(
    lists: readonly PhraseList[],
    private readonly segmenter: Segmenter,
    private readonly options: CleanOptions['injected'],
  ) {
    const used = lists.filter(({ role }) => ROLES.includes(role))
    this.phrases = used.flatMap(({ id, role, phrases }) => phrases.map(() => ({ entry: id, role })))
    this.automaton = new Automaton(used.flatMap(({ phrases }) => phrases))
  }

  /** The entry of the first seed in a text; null if it holds none. */
  seedIn(text: string): string | null {
    const hit = this.automaton.findAll(text).find(({ phrase }) => this.isRole(phrase, 'seed'))
    return hit === undefined ? null : this.phrases[hit.phrase]!.entry
  }

  /** The injected phrases of a text, in text order; `known`, in text order, are those found
   * by other means. */
  find(text: string, known: readonly Span[]): Injected[] {
    const hits = this.automaton.findAll(text)
    if (!hits.some(({ phrase }) => this.isRole(phrase, 'seed'))) return []
    const candidates = this.candidatesIn(text, hits, known)
    const sure = candidates.filter(({ breaksWord }) => breaksWord)
    const foreign = candidates.filter(({ hasPhrase, isForeign }) => hasPhrase && isForeign)
    const topic = hits.filter(
      (hit) => this.isRole(hit.phrase, 'topic') && !overlapsAny(hit, candidates),
    )
    if (topic.length >= this.options.topicWords) return sure.map((found) => toInjected(found))
    const confirmed = known.length > 0 || sure.length > 0
    return (confirmed ? candidates : foreign).map((found) => toInjected(found))
  }

  private candidatesIn(
    text: string,
    hits: readonly PhraseMatch[],
    known: readonly Span[],
  ): Candidate[] {
    const starts = new Map<number, number>()
    const ends = new Map<number, number>()
    const seeds: { start: number; end: number; entry: string }[] = []
    for (const { phrase, start, end } of hits) {
      if (this.isRole(phrase, 'topic')) continue
      if (!this.isRole(phrase, 'before')) starts.set(start, Math.max(starts.get(start) ?? 0, end))
      if (!this.isRole(phrase, 'behind')) ends.set(end, Math.min(ends.get(end) ?? end, start))
      if (this.isRole(phrase, 'seed'))
        seeds.push({ start, end, entry: this.phrases[phrase]!.entry })
    }
    const candidates: Candidate[] = []
    seeds.sort((a, b) => a.start - b.start || b.end - a.end)
    for (const seed of seeds) {
      const last = candidates[candidates.length - 1]
      if (last !== undefined && seed.start < last.end) continue
      if (overlapsAny(seed, known)) continue
      // So many seeds are a farm, not an article; then words are not asked for any more.
      const judged = candidates.length < this.options.mostSeeds
      candidates.push(this.toCandidate(text, seed, starts, ends, judged))
    }
    return candidates
  }

  private toCandidate(
    text: string,
    seed: Span & { readonly entry: string },
    starts: ReadonlyMap<number, number>,
    ends: ReadonlyMap<number, number>,
    judged: boolean,
  ): Candidate {
    let { start, end } = seed
    for (let from = ends.get(start); from !== undefined && from < start; from = ends.get(start))
      start = from
    for (;;) {
      const next = starts.get(end) ?? (text.charAt(end) === ' ' ? starts.get(end + 1) : undefined)
      if (next === undefined || next <= end) break
      end = next
    }
    const hasPhrase = end - start > seed.end - seed.start
    const broken = judged ? this.findBrokenWord(text, { start, end }, hasPhrase) : null
    if (broken !== null) end = broken
    const isForeign = judged && hasPhrase && this.isForeign(text, { start, end })
    return { start, end, entry: seed.entry, breaksWord: broken !== null, hasPhrase, isForeign }
  }

  /** False behind 在, 的, 玩 and the like, or before 的: there a sentence speaks of the thing itself. */
  private isForeign(text: string, { start, end }: Span): boolean {
    const before = text.slice(Math.max(0, start - CONTEXT), start)
    if (!WORD.test(before.slice(-1)) || !WORD.test(text.charAt(end))) return false
    const words = this.segmenter.tag(before)
    const following = this.segmenter.tag(text.slice(end, end + CONTEXT))
    const governs = GOVERNING.test(words[words.length - 1]?.tag ?? 'x')
    return !governs && !PARTICLE.test(following[0]?.tag ?? 'x')
  }

  /**
   * The end of the phrase if the words before and behind it join to a word or number that it broke;
   * beyond the phrases known it is looked for a few characters further. Null where nothing joins.
   */
  private findBrokenWord(text: string, phrase: Span, isKnown: boolean): number | null {
    const lineStart = text.lastIndexOf('\n', phrase.start - 1) + 1
    const before = text.slice(Math.max(lineStart, phrase.start - CONTEXT), phrase.start)
    if (!WORD.test(before.slice(-1))) return null
    const furthest = isKnown ? 0 : this.options.reach
    for (let more = 0; more <= furthest; more++) {
      const end = phrase.end + more
      if (STOP.test(text.slice(phrase.end, end))) return null
      const behind = text.slice(end, end + CONTEXT).split('\n', 1)[0]!
      if (this.joins(before, behind)) return end
    }
    return null
  }

  private joins(before: string, behind: string): boolean {
    if (!WORD.test(behind.charAt(0))) return false
    if (DIGIT.test(before.slice(-1)) && DIGIT.test(behind.charAt(0))) return true
    const alone = this.segmenter.cut(before)
    // A word that is whole on its own was not broken.
    if ((alone[alone.length - 1] ?? '').length > 1) return false
    const following = this.segmenter.cut(behind)[0] ?? ''
    let end = 0
    for (const { word, tag } of this.segmenter.tag(before + behind)) {
      const start = end
      end += word.length
      if (end <= before.length) continue
      // A word that is not in the dictionary (tag x) is a guess from its characters.
      const isWord = word.length > 1 && tag !== 'x'
      return start < before.length && isWord && end - before.length <= following.length + 1
    }
    return false
  }

  private isRole(phrase: number, role: string): boolean {
    return this.phrases[phrase]!.role === role
  }
}

/** `spans` are disjoint and in text order. */
function overlapsAny(span: Span, spans: readonly Span[]): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  return low < spans.length && spans[low]!.start < span.end
}

function toInjected({ start, end, entry, breaksWord }: Candidate): Injected {
  const rule = breaksWord ? 'clean/breaks-word' : 'clean/injected-phrase'
  return { start, end, entry, rule }
}

const ROLES: readonly string[] = ['seed', 'before', 'behind', 'topic']
const CONTEXT = 10
/** Tags of words that govern or join what follows: prepositions, particles, verbs, adverbs … */
const GOVERNING = /^(?:p|u|c|v|d|r|m|q|x|f)/
const PARTICLE = /^u/
const WORD = /^[\p{L}\p{N}]$/u
const DIGIT = /^[0-9]$/
const STOP = /[\n。！？，；、：:,;!?]/
