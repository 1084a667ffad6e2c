import type { Span } from '../../core/span.js'
import type { SpamHit } from './spam-lexicon.js'

/** A seed with all that is known to go with it, right before and behind. */
export interface PhraseChain extends Span {
  readonly entry: string
  /** Where it may begin or end instead, nearest to its edges first: some of its words may be real. */
  readonly laterStarts: readonly number[]
  readonly earlierEnds: readonly number[]
  /** True where all its seeds are names of other things too. */
  readonly isHint: boolean
  /** True where it is more than a seed, and where what is more stands in advertisements alone. */
  readonly hasCompanion: boolean
  readonly hasAdvert: boolean
}

/**
 * Grows a seed to the phrase around it: words of the dictionary, web addresses and accounts, figures
 * behind a contact word, signs that decorate, and what joins these. `companions` are those of the line.
 */
export function growChain(text: string, seed: SpamHit, companions: CompanionIndex): PhraseChain {
  const left = growLeft(text, seed.start, companions)
  const isInNumber = /[0-9.]/.test(text.charAt(left.at - 1))
  const right = growRight(text, seed.end, companions, isInNumber)
  let [start, end] = [left.at, right.at]
  const close = BRACKETS.get(text.charAt(start - 1))
  const isBracketed = close !== undefined && text.charAt(end) === close
  if (isBracketed) {
    start--
    end++
  }
  return {
    start,
    end,
    entry: seed.entry,
    laterStarts: isBracketed ? [] : left.passed,
    earlierEnds: isBracketed ? [] : right.passed,
    isHint: seed.role === 'hint' && !left.hasSeed && !right.hasSeed,
    hasCompanion: end - start > seed.end - seed.start,
    hasAdvert: isBracketed || left.hasAdvert || right.hasAdvert,
  }
}

/** The longest companion that begins, and the longest that ends, at an offset. */
export class CompanionIndex {
  private readonly starts = new Map<number, SpamHit>()
  private readonly ends = new Map<number, SpamHit>()
  private readonly inside = new Set<number>()

  /** `hits` are by end, then the longer first, `shift` is added to their offsets. */
  constructor(hits: readonly SpamHit[], shift: number) {
    for (const hit of hits) {
      const moved = { ...hit, start: hit.start + shift, end: hit.end + shift }
      for (let at = moved.start + 1; at < moved.end; at++) this.inside.add(at)
      const longest = this.starts.get(moved.start)
      if (longest === undefined || longest.end < moved.end || stronger(moved, longest))
        this.starts.set(moved.start, moved)
      if (hit.role === 'behind') continue
      const before = this.ends.get(moved.end)
      if (before === undefined || before.start > moved.start || stronger(moved, before))
        this.ends.set(moved.end, moved)
    }
  }

  /** True where an edge at an offset would cut a phrase in two. */
  cuts(offset: number): boolean {
    return this.inside.has(offset)
  }

  beginningAt(offset: number): SpamHit | undefined {
    return this.starts.get(offset)
  }

  endingAt(offset: number): SpamHit | undefined {
    return this.ends.get(offset)
  }
}

/** How far a side grew, the edges it passed (the furthest first), and what it met. */
interface Side {
  at: number
  readonly passed: number[]
  hasAdvert: boolean
  hasSeed: boolean
}

/** `isInNumber`: a figure stands before the phrase, so that figures behind it may be its other half. */
function growRight(
  text: string,
  from: number,
  companions: CompanionIndex,
  isInNumber: boolean,
): Side {
  const side: Side = { at: from, passed: [], hasAdvert: false, hasSeed: false }
  let at = from
  let last: SpamHit | null = null
  for (let steps = 0; steps < MOST_WORDS; steps++) {
    const joined = at + lengthOf(JOINT, text, at)
    const run = runAt(text, joined, last)
    const hit = companions.beginningAt(joined)
    const sign = lengthOf(DECORATION, text, joined)
    const isCode = isInNumber && hit !== undefined && !cutsRun(text, hit.end)
    if (run > 0 && !isCode && isForeignRun(text.slice(joined, joined + run), hit, last)) {
      at = joined + run
      side.hasAdvert = true
      last = null
    } else if (hit !== undefined && !cutsRun(text, hit.end)) {
      at = hit.end
      side.hasAdvert ||= hit.role === 'advert'
      side.hasSeed ||= hit.role === 'seed'
      last = hit
    } else if (sign > 0) {
      at = joined + sign
      side.hasAdvert = true
    } else break
    // 线上 behind a seed belongs to it only if more follows: 百家乐线上|开户.
    if (last?.role === 'before' || last?.role === 'house') continue
    pass(side, last)
    side.at = at
  }
  return side
}

/** Notes the edge that is passed if the word behind it may be the sentence's own. */
function pass(side: Side, hit: SpamHit | null): void {
  if (hit?.role === 'behind' || hit?.role === 'before') side.passed.unshift(side.at)
  else side.passed.length = 0
}

function growLeft(text: string, from: number, companions: CompanionIndex): Side {
  const side: Side = { at: from, passed: [], hasAdvert: false, hasSeed: false }
  for (let steps = 0; steps < MOST_WORDS; steps++) {
    const window = text.slice(Math.max(0, side.at - LONGEST_RUN), side.at)
    const joined = side.at - (JOINT_BEFORE.exec(window)?.[0].length ?? 0)
    const rest = window.slice(0, window.length - (side.at - joined))
    // The figure before an address or a code is the sentence's: 12www.…
    const run = (RUN_BEFORE.exec(rest)?.[0] ?? '').replace(/^[0-9]+(?=www\.|http)/i, '')
    const hit = companions.endingAt(joined)
    const sign = DECORATION_BEFORE.exec(rest)?.[0].length ?? 0
    let to: number
    let word: SpamHit | null = null
    if (hit !== undefined && !CUT_WORD.test(text.slice(hit.start - 1, hit.start + 1))) {
      to = hit.start
      word = hit
      side.hasAdvert ||= hit.role === 'advert' || hit.role === 'house'
      side.hasSeed ||= hit.role === 'seed'
    } else if (run !== '' && isForeignRun(run, undefined, null)) {
      to = joined - run.length
      side.hasAdvert = true
    } else if (sign > 0) {
      to = joined - sign
      side.hasAdvert = true
    } else break
    pass(side, word)
    side.at = to
  }
  return side
}

/**
 * True for Latin letters and figures that are an address, an account or a house's code; a word such as
 * `ECMO` may be the sentence's own. `hit` is the companion that touches the run, `last` the one before.
 */
function isForeignRun(run: string, hit: SpamHit | undefined, last: SpamHit | null): boolean {
  if (hit !== undefined && hit.end - hit.start === run.length && hit.role !== 'behind') return true
  if (last?.role === 'contact') return run.length >= SHORTEST_ACCOUNT
  if (DOMAIN.test(run)) return true
  if (FIGURES.test(run)) return false
  const isMixed = /^[0-9]*[a-z]/i.test(run) && /[0-9]/.test(run)
  return isMixed && (hit !== undefined || run.length >= SHORTEST_ACCOUNT)
}

/** True where Latin letters, or figures, stand on both sides of an offset. */
function cutsRun(text: string, offset: number): boolean {
  return CUT_RUN.test(text.slice(offset - 1, offset + 1))
}

/** The length of the letters and figures at an offset; a mobile number is as long as those are. */
function runAt(text: string, at: number, last: SpamHit | null): number {
  const run = lengthOf(RUN, text, at)
  return last?.role === 'contact' && MOBILE.test(text.slice(at, at + run)) ? 11 : run
}

function lengthOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex - at : 0
}

function stronger(a: SpamHit, b: SpamHit): boolean {
  return a.start === b.start && a.end === b.end && RANK.indexOf(a.role) < RANK.indexOf(b.role)
}

/** Of the roles of one phrase that which says the most. */
const RANK: readonly string[] = ['seed', 'advert', 'house', 'contact', 'behind', 'before', 'hint']
const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['【', '】'],
  ['〖', '〗'],
  ['[', ']'],
  ['{', '}'],
])
const MOST_WORDS = 12
const LONGEST_RUN = 48
const SHORTEST_ACCOUNT = 5
const CUT_WORD = /^[A-Za-z]{2}$/
const MOBILE = /^1[3-9][0-9]{9,}$/
const CUT_RUN = /^(?:[A-Za-z]{2}|[0-9]{2})$/
const FIGURES = /^[0-9]+$/
const RUN = /[A-Za-z0-9](?:[A-Za-z0-9_@/-]|\.(?=[A-Za-z])){0,47}/y
const RUN_BEFORE = /[A-Za-z0-9][A-Za-z0-9._@/:-]{0,47}$/
const JOINT = /[ \u3000+\-—·|/~_:：]{0,2}/y
const JOINT_BEFORE = /[ \u3000+\-—·|/~_]{0,2}$/
const DECORATION = /[\p{Extended_Pictographic}\u200d\ufe0f★☆◆◇■□●○▲△♥♠♣♦➤▶✅]{1,8}/uy
const DECORATION_BEFORE = /[\p{Extended_Pictographic}\u200d\ufe0f★☆◆◇■□●○▲△♥♠♣♦➤▶✅]{1,8}$/u
const DOMAIN = /\.[a-z]{2,4}$|^www\./i
