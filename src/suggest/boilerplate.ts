import { contentId } from '../core/fingerprint.js'
import { sliceSpan, type Span } from '../core/span.js'
import { exactKey, SLOT, slotKey } from '../rule/line-key.js'
import type { CurrentBodies } from '../store/current-bodies.js'
import type { IndexedLine, LineIndex } from '../store/line-index.js'
import type { RecordReader } from '../store/record-reader.js'
import { type Chain, findChains } from './chains.js'
import { differentArticles } from './different-articles.js'
import { heldKinds } from './held-records.js'
import { indexLines } from './index-lines.js'
import { LEARNED_BLOCKS, LEARNED_LINES } from './learned-lists.js'
import { lineOfSentence, unitsOf } from './line-units.js'
import { hashOf } from './recurrence-sketch.js'
import type { Sample, Suggestion } from './suggestion.js'

export interface BoilerplateSearch {
  readonly bodies: CurrentBodies
  readonly index: LineIndex
  /** In how many different articles an entry must stand. */
  readonly min: number
  /** True for an entry that the dictionary has already. */
  readonly isKnown: (text: string) => boolean
  readonly records: RecordReader
}

/**
 * Lines, blocks of lines, and sentences at either end that recur across articles which are otherwise
 * different, and are still in the bodies: what a site prints around its articles. Those that would
 * take away most come first.
 */
export function suggestBoilerplate(search: BoilerplateSearch): Suggestion[] {
  const { bodies, index, min, isKnown } = search
  indexLines(bodies, index)
  const suggestions = new Map<string, Suggestion>()
  for (const chain of findChains(index, min).flatMap(inPieces).slice(0, MOST_CHAINS)) {
    const suggestion = judgeChain(chain, search)
    if (suggestion !== null && !isKnown(suggestion.text)) suggestions.set(suggestion.id, suggestion)
  }
  return [...suggestions.values()].sort(
    (a, b) => weightOf(b) - weightOf(a) || (a.text < b.text ? -1 : 1),
  )
}

/** A block is no longer than a person reads at a glance. */
function inPieces(chain: Chain): Chain[] {
  const pieces: Chain[] = []
  for (let from = 0; from < chain.length; from += LONGEST_BLOCK) {
    const [first, ...rest] = chain.slice(from, from + LONGEST_BLOCK)
    if (first !== undefined) pieces.push([first, ...rest])
  }
  return pieces
}

function judgeChain(chain: Chain, search: BoilerplateSearch): Suggestion | null {
  const { index, min } = search
  const [first] = chain
  const places = index.occurrences(first.template, MOST_PLACES)
  if (isPartOfLine(index, places)) return null
  const { places: different, differMost } = differentArticles(index, chain, places)
  if (places.every(isSentence) && first.atOneSite < first.articles * SITE_SHARE) return null
  const isSure = differMost && first.atOneSite >= min
  if (different.length < (isSure ? min : min * UNSURE)) return null
  const samples = samplesAt(different, chain, search)
  const [sample] = samples
  if (sample === undefined) return null
  const text = entryOf(sample.text, chain)
  if (!WORDS.test(text)) return null
  const pages = new Set(places.map(({ article }) => article)).size
  return {
    id: contentId('b_', text).slice(0, ID_LENGTH),
    list: chain.length > 1 ? LEARNED_BLOCKS : LEARNED_LINES,
    text,
    // Beyond the places that were looked at, the share of different ones is taken to be the same.
    articles: Math.round((first.articles * different.length) / pages),
    sites: index.sitesOf(first.template),
    holds: heldKinds(search.records, sample.result, sample),
    samples,
  }
}

function isSentence({ position }: IndexedLine): boolean {
  return position < 0
}

/** True for a sentence that stands in most places in a line which recurs as a whole. */
function isPartOfLine(index: LineIndex, places: readonly IndexedLine[]): boolean {
  if (!places.every(isSentence)) return false
  const inLine = places.filter(({ article, position }) => {
    const line = lineOfSentence(position)
    return index.linesOf(article).some((other) => other.position === line)
  })
  return inLine.length > places.length / 2
}

function samplesAt(
  places: readonly IndexedLine[],
  chain: Chain,
  { bodies }: BoilerplateSearch,
): Sample[] {
  const samples: Sample[] = []
  for (const { article, position } of places) {
    const body = bodies.get(article)
    const span = body === null ? null : findChain(body.text, position, chain)
    if (body === null || span === null) continue
    const { result, article: id, path, text } = body
    samples.push({ result, article: id, path, ...span, text: sliceSpan(text, span) })
    if (samples.length === SAMPLES) break
  }
  return samples
}

/** Where the whole chain stands, from the unit at `position` on; null if only a part of it does. */
function findChain(text: string, position: number, chain: Chain): Span | null {
  const units = unitsOf(text)
  const members = chain.map((_, offset) =>
    units.find((unit) => unit.position === position + offset),
  )
  const isWhole = members.every(
    (unit, offset) => unit !== undefined && hashOf(slotKey(unit.key)) === chain[offset]?.template,
  )
  const [first] = members
  const last = members.at(-1)
  if (!isWhole || first === undefined || last === undefined) return null
  return { start: first.start, end: last.end }
}

/** Numbers that vary become slots; a sign that would mean one is left out, as signs do not matter. */
function entryOf(words: string, chain: Chain): string {
  const lines = words.split('\n').filter((line) => exactKey(line) !== '')
  return lines
    .map((line, index) => {
      const plain = line.replaceAll(SLOT, ' ').trim()
      return (chain[index]?.varies ?? 0) > 0 ? plain.replace(NUMBERS, SLOT) : plain
    })
    .join('\n')
}

/** How many characters an entry would take away. */
function weightOf({ articles, text }: Suggestion): number {
  return articles * text.length
}

const LONGEST_BLOCK = 12
const MOST_PLACES = 100
const MOST_CHAINS = 3000
const SAMPLES = 3
/** So many times the evidence is asked for where it may be a text of several versions. */
const UNSURE = 3
/** A sentence that many sites have is a turn of phrase: so much of it must be of one. */
const SITE_SHARE = 0.6
const ID_LENGTH = 8
const WORDS = /\p{L}.*\p{L}/su
const NUMBERS = /\p{Nd}+/gu
