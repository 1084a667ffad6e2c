import type { Span } from '../../core/span.js'
import type { Segmenter, TaggedWord } from '../../core/segmenter.js'
import { type Break, BreakFinder } from './broken-words.js'
import type { CleanOptions } from './options.js'
import { CompanionIndex, growChain, type PhraseChain } from './phrase-chain.js'
import type { SpamHit, SpamLexicon } from './spam-lexicon.js'

/** A phrase that was put into a text from outside. */
export interface Injected extends Span {
  /** The list that its seed stands in; null where it is known by its copy alone. */
  readonly entry: string | null
  readonly rule: string
}

/** A seed with the phrase around it, and what speaks for and against its being put in. */
interface Candidate {
  readonly chain: PhraseChain
  readonly broken: Break | null
  /** How the words beside it take it: as a thing they speak of, as nothing of theirs, or unclear. */
  readonly place: 'natural' | 'foreign' | 'unclear'
}

/**
 * Finds phrases of advertisements inside sentences. A seed alone is no proof, since a page may be
 * about gambling: it is put in where it breaks a word, a number or a name (`12百家乐电脑7家`), where
 * it goes with words of advertisements alone and its sentence does not speak of it, or where others on
 * the page did and the page is about something else.
 */
export class InjectionFinder {
  private readonly breaks: BreakFinder

  constructor(
    private readonly lexicon: SpamLexicon,
    private readonly segmenter: Segmenter,
    private readonly options: CleanOptions['injected'],
  ) {
    this.breaks = new BreakFinder(segmenter, options.reach)
  }

  /** The injected phrases of a text, in text order; `known`, in text order, are those found
   * by other means. */
  find(text: string, known: readonly Span[]): Injected[] {
    const seeds = this.lexicon.findSeeds(text)
    if (seeds.length === 0) return []
    const candidates = this.candidatesIn(text, seeds, known)
    const isTopic = this.isTopic(text, candidates)
    const sure = candidates.filter(({ broken, chain }) => {
      if (broken === null) return false
      return broken.score >= (isTopic || chain.isHint ? this.options.sureScore : 0)
    })
    const found = new Set(sure)
    if (!isTopic) {
      const confirmed = known.length > 0 || sure.length > 0
      for (const candidate of candidates)
        if (isAdvertised(candidate) || (confirmed && isLikely(candidate))) found.add(candidate)
    }
    return candidates.filter((candidate) => found.has(candidate)).map(toInjected)
  }

  private candidatesIn(
    text: string,
    seeds: readonly SpamHit[],
    known: readonly Span[],
  ): Candidate[] {
    const candidates: Candidate[] = []
    const inOrder = [...seeds].sort((a, b) => a.start - b.start || b.end - a.end)
    let end = 0
    for (const seed of inOrder) {
      if (seed.start < end || overlapsAny(seed, known)) continue
      // So many seeds are a farm, not an article; then words are not asked for any more.
      if (candidates.length >= this.options.mostSeeds) break
      const companions = this.companionsNear(text, seed)
      const chain = growChain(text, seed, companions)
      if (!chain.hasAdvert && this.isPartOfWord(text, seed)) continue
      const broken = this.breaks.find(text, chain, companions)
      const start = Math.max(end, broken?.start ?? chain.start)
      end = broken?.end ?? chain.end
      candidates.push({
        chain: { ...chain, start: Math.max(start, chain.start) },
        broken: broken === null ? null : { ...broken, start },
        place: broken === null ? this.placeOf(text, chain) : 'unclear',
      })
    }
    return candidates
  }

  private companionsNear(text: string, seed: Span): CompanionIndex {
    const from = Math.max(0, seed.start - REACH_BEFORE)
    const window = text.slice(from, seed.end + REACH_BEHIND)
    return new CompanionIndex(this.lexicon.findCompanions(window), from)
  }

  /** True where a word of the sentence crosses an edge of the seed: 一百家|乐器店, 角|色情节. */
  private isPartOfWord(text: string, seed: Span): boolean {
    const from = Math.max(0, seed.start - CONTEXT)
    let at = from
    for (const { word, tag } of this.segmenter.tag(text.slice(from, seed.end + CONTEXT))) {
      const start = at
      at += word.length
      if (tag === 'x' || tag === 'm' || tag === 'nr') continue
      if (start < seed.end && at > seed.end && start > seed.start) return true
      if (start < seed.start && at > seed.start && at < seed.end) return true
    }
    return false
  }

  /** How the words right before and behind take the phrase. */
  private placeOf(text: string, { start, end, hasAdvert }: PhraseChain): Candidate['place'] {
    const before = text.slice(Math.max(0, start - CONTEXT), start)
    const behind = text.slice(end, end + CONTEXT)
    const last = before.slice(-1)
    const first = behind.charAt(0)
    if (QUOTING.test(last) || QUOTING.test(first)) return 'natural'
    const hasBefore = WORD.test(last)
    const hasBehind = WORD.test(first)
    if (!hasBefore && !hasBehind) return hasAdvert ? 'foreign' : 'unclear'
    const words: readonly TaggedWord[] = hasBefore ? this.segmenter.tag(before) : []
    const following: readonly TaggedWord[] = hasBehind ? this.segmenter.tag(behind) : []
    const lastTag = words[words.length - 1]?.tag ?? 'w'
    const firstTag = following[0]?.tag ?? 'w'
    if ((hasAdvert ? OWNED : BELONGING).test(firstTag)) return 'natural'
    if (this.isSpokenOf(before, behind)) return 'natural'
    if (hasAdvert) return LINKING.test(lastTag) ? 'natural' : 'foreign'
    if (!hasBefore || !hasBehind) return 'unclear'
    return GOVERNING.test(lastTag) ? 'natural' : 'foreign'
  }

  /** True where a verb before or a noun behind makes the phrase a thing that is spoken of. */
  private isSpokenOf(before: string, behind: string): boolean {
    const hits = this.lexicon.findTopics(before + SEPARATOR + behind)
    return hits.some(({ role, start, end }) => {
      if (role === 'verb') return end === before.length
      return role === 'matter' && start === before.length + 1
    })
  }

  /** True where the page writes about gambling or crime itself. */
  private isTopic(text: string, candidates: readonly Candidate[]): boolean {
    if (candidates.length === 0) return false
    const phrases = candidates.map(({ chain, broken }) => broken ?? chain)
    const crimes = new Set<string>()
    let topics = 0
    for (const { role, start, end } of this.lexicon.findTopics(text)) {
      if ((role !== 'topic' && role !== 'crime') || overlapsAny({ start, end }, phrases)) continue
      if (role === 'topic' && ++topics >= this.options.topicWords) return true
      if (role === 'topic') continue
      const nearest = nearestOf({ start, end }, phrases)
      if (nearest.distance > this.options.crimeReach) continue
      if (!SENTENCE_END.test(nearest.between(text))) return true
      if (crimes.add(text.slice(start, end)).size >= this.options.crimeWords) return true
    }
    const spoken = candidates.filter(({ place }) => place === 'natural').length
    const put = candidates.filter(({ broken, place }) => broken !== null || place === 'foreign')
    return spoken > put.length
  }
}

/** True for what no report would say so, whatever else stands on the page. */
function isAdvertised({ chain, place }: Candidate): boolean {
  return !chain.isHint && chain.hasCompanion && place === 'foreign'
}

/** True for what is put in if anything on the page is. */
function isLikely({ chain, broken }: Candidate): boolean {
  return broken === null && (!chain.isHint || chain.hasAdvert)
}

/** `spans` are disjoint and in text order. */
function overlapsAny(span: Span, spans: readonly Span[]): boolean {
  const next = spans[firstBehind(spans, span.start)]
  return next !== undefined && next.start < span.end
}

/** The nearest of `spans` (disjoint, in text order, at least one) and what lies between. */
function nearestOf(
  { start, end }: Span,
  spans: readonly Span[],
): { readonly distance: number; readonly between: (text: string) => string } {
  const next = firstBehind(spans, start)
  const ahead = spans[next]
  const back = spans[next - 1]
  const toAhead = ahead === undefined ? Infinity : ahead.start - end
  const toBack = back === undefined ? Infinity : start - back.end
  return toAhead <= toBack
    ? { distance: toAhead, between: (text) => text.slice(end, end + toAhead) }
    : { distance: toBack, between: (text) => text.slice(start - toBack, start) }
}

/** The number of the first span that ends behind an offset. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function toInjected({ chain, broken, place }: Candidate): Injected {
  const { start, end } = broken ?? chain
  const foreign = place === 'foreign' ? 'spam/foreign-phrase' : 'spam/injected-phrase'
  const rule = broken === null ? foreign : `spam/breaks-${broken.kind}`
  return { start, end, entry: chain.entry, rule }
}

const SENTENCE_END = /[。！？!?\n]/
const CONTEXT = 10
const REACH_BEFORE = 60
const REACH_BEHIND = 80
/** Stands for the phrase between the words around it; in no dictionary. */
const SEPARATOR = '\uE000'
/** Tags of words that govern or join what follows: prepositions, particles, verbs, adverbs … */
const GOVERNING = /^(?:p|u|c|v|d|r|m|q|x|f)/
/** Those of them that even an advertiser's words must belong to. */
const LINKING = /^(?:p|u|c)/
/** Tags of words that hang on what stands before them: 的, 上, 和 … */
const BELONGING = /^(?:u|f|c)/
/** Those that an advertiser's words too are followed by where a sentence speaks of them. */
const OWNED = /^(?:uj|f|c)/
const WORD = /^[\p{L}\p{N}]$/u
/** Signs inside or beside which a sentence names a thing. */
const QUOTING = /^[“”‘’"'「」『』《》、()（）]$/
