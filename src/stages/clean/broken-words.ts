import type { Segmenter, TaggedWord } from '../../core/segmenter.js'
import type { Span } from '../../core/span.js'
import { type BrokenKind, numberStrength, UNSURE_WORD, wordStrength } from './join-strength.js'
import type { CompanionIndex, PhraseChain } from './phrase-chain.js'

/** The edges at which taking a phrase out mends the sentence best. */
export interface Break extends Span {
  readonly kind: BrokenKind
  /** How well it is mended, less what speaks against these edges; 3 for a long word or a number. */
  readonly score: number
}

/** An edge that a phrase may have, and what speaks against it. */
interface Edge {
  readonly at: number
  readonly cost: number
  /** How many characters beyond what is known. */
  readonly beyond: number
}

interface EdgePair {
  readonly start: Edge
  readonly end: Edge
}

/**
 * Finds where a phrase broke a word, a number or a name: the edges are those of the known phrase or,
 * if they mend more, some characters further out (`百家乐金童`: 情况良|好) or, where one of its words
 * is the sentence's, further in. Null where nothing joins at any.
 */
export class BreakFinder {
  constructor(
    private readonly segmenter: Segmenter,
    private readonly reach: number,
  ) {}

  find(text: string, chain: PhraseChain, companions: CompanionIndex): Break | null {
    const starts = this.startsOf(text, chain, companions)
    const ends = this.endsOf(text, chain, companions)
    const pairs = starts.flatMap((start) => ends.map((end) => ({ start, end })))
    const known = this.best(
      text,
      pairs.filter((pair) => beyondOf(pair) === 0),
    )
    if (known !== null && known.score >= SETTLED) return known
    const further = pairs.filter((pair) => beyondOf(pair) > 0 && beyondOf(pair) <= this.reach)
    const best = this.best(text, further)
    if (best === null || best.score < LEAST_BEYOND) return known
    return known !== null && known.score >= best.score ? known : best
  }

  private best(text: string, pairs: readonly EdgePair[]): Break | null {
    const befores = new Map(pairs.map(({ start }) => [start.at, contextBefore(text, start.at)]))
    const behinds = new Map(pairs.map(({ end }) => [end.at, contextBehind(text, end.at)]))
    let best: Break | null = null
    const consider = ({ start, end }: EdgePair, kind: BrokenKind, strength: number): void => {
      const score = strength - start.cost - end.cost
      if (score >= LEAST_SCORE && (best === null || score > best.score))
        best = { start: start.at, end: end.at, kind, score }
    }
    const worded: EdgePair[] = []
    for (const pair of pairs) {
      const before = befores.get(pair.start.at)!
      const behind = behinds.get(pair.end.at)!
      const number = numberStrength(before, behind)
      if (number > 0) consider(pair, 'number', number)
      else if (HAN.test(before.slice(-1)) && HAN.test(behind.charAt(0))) worded.push(pair)
    }
    if (worded.length === 0) return best
    const cutBefore = this.cutAll(befores)
    const cutBehind = this.cutAll(behinds)
    const joined = this.segmenter.tagAll(
      worded.map(({ start, end }) => befores.get(start.at)! + behinds.get(end.at)!),
    )
    for (const [index, pair] of worded.entries()) {
      const before = cutBefore.get(pair.start.at)!
      const behind = cutBehind.get(pair.end.at)!
      const isBeyond = beyondOf(pair) > 0
      const { kind, strength } = wordStrength(before, behind, joined[index]!, isBeyond)
      if (strength > 0) consider(pair, kind, strength)
      else if (
        !isBeyond &&
        this.isGuessedAcross(joined[index]!, befores.get(pair.start.at)!.length)
      )
        consider(
          pair,
          'word',
          this.pairStrength(
            befores.get(pair.start.at)!.slice(-1),
            behinds.get(pair.end.at)!.charAt(0),
          ),
        )
    }
    return best
  }

  /** Among guessed words the two characters that meet may still be a word: 冷链物|流. */
  private pairStrength(last: string, first: string): number {
    const words = this.segmenter.tag(last + first)
    return words.length === 1 && words[0]!.tag !== 'x' ? UNSURE_WORD : 0
  }

  /** True where the word across the border is none that the dictionary has. */
  private isGuessedAcross(words: readonly TaggedWord[], border: number): boolean {
    let end = 0
    const across = words.find(({ word }) => (end += word.length) > border)
    return across?.tag === 'x' && end - across.word.length < border
  }

  private cutAll(contexts: ReadonlyMap<number, string>): Map<number, readonly TaggedWord[]> {
    const offsets = [...contexts.keys()]
    const words = this.segmenter.tagAll([...contexts.values()].map((text) => text || '\u3000'))
    return new Map(offsets.map((offset, index) => [offset, words[index]!]))
  }

  private startsOf(text: string, chain: PhraseChain, companions: CompanionIndex): Edge[] {
    const edges = [{ at: chain.start, cost: 0, beyond: 0 }]
    for (const [index, at] of chain.laterStarts.entries())
      edges.push({ at, cost: TRIMMED * (index + 1), beyond: 0 })
    const words = this.segmenter.tag(contextBefore(text, chain.start))
    const last = words[words.length - 1]
    // A word that is whole before the phrase is the sentence's.
    if (last !== undefined && last.word.length > 1 && last.tag !== 'x') return edges
    for (let beyond = 1; beyond <= this.reach; beyond++) {
      const at = chain.start - beyond
      if (at < 0 || STOP.test(text.charAt(at))) break
      if (isInsideRun(text, at) || companions.cuts(at)) continue
      edges.push({ at, cost: BEFORE * beyond, beyond })
    }
    return edges
  }

  private endsOf(text: string, chain: PhraseChain, companions: CompanionIndex): Edge[] {
    const edges = [{ at: chain.end, cost: 0, beyond: 0 }]
    for (const [index, at] of chain.earlierEnds.entries())
      edges.push({ at, cost: TRIMMED * (index + 1), beyond: 0 })
    // What stands behind a space is no part of the sentence's word, so the space counts for nothing.
    const from = text.charAt(chain.end) === ' ' ? chain.end + 1 : chain.end
    for (let beyond = 1; beyond <= this.reach; beyond++) {
      const at = from + beyond
      if (at >= text.length || STOP.test(text.charAt(at - 1))) break
      if (isInsideRun(text, at) || companions.cuts(at)) continue
      edges.push({ at, cost: BEHIND * beyond, beyond })
    }
    return edges
  }
}

function beyondOf({ start, end }: EdgePair): number {
  return start.beyond + end.beyond
}

function contextBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - CONTEXT), at)
  return window.slice(window.lastIndexOf('\n') + 1)
}

function contextBehind(text: string, at: number): string {
  return text.slice(at, at + CONTEXT).split('\n', 1)[0]!
}

/** True inside a word of Latin letters or a surrogate pair, which no edge can cut. */
function isInsideRun(text: string, at: number): boolean {
  return /^(?:[A-Za-z][A-Za-z0-9]|[0-9][A-Za-z]|[\ud800-\udbff][\udc00-\udfff])$/.test(
    text.slice(at - 1, at + 1),
  )
}

const CONTEXT = 10
const TRIMMED = 0.8
const BEFORE = 0.35
const BEHIND = 0.3
const LEAST_SCORE = 0.6
/** From here on the known phrase is all that was put in. */
const SETTLED = 1.2
/** The least score where more than the known phrase is taken. */
const LEAST_BEYOND = 0.9
const HAN = /^\p{Script=Han}$/u
const STOP = /[\n。！？，；、：:,;!?“”《》()（）]/
