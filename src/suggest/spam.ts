import { contentId } from '../core/fingerprint.js'
import type { PhraseListHead } from '../dictionary/add-phrase.js'
import { Automaton } from '../dictionary/automaton.js'
import type { PhraseList } from '../dictionary/phrase-lists.js'
import type { CurrentBodies, CurrentBody } from '../store/current-bodies.js'
import { BreakFinder } from './broken-words.js'
import { type FarmSearch, findFarmWords } from './farm-words.js'
import { findBreakingPhrases } from './injected-phrases.js'
import { LEARNED_SEEDS, LEARNED_TITLES } from './learned-lists.js'
import { VariantFinder } from './seed-variants.js'
import { sampleOf, type Sighting, Sightings } from './sightings.js'
import { siteOf } from './site.js'
import type { Suggestion } from './suggestion.js'

export interface SpamSearch extends FarmSearch {
  /** The dictionary as it is. */
  readonly lists: readonly PhraseList[]
}

/**
 * Words for the spam dictionary, from the sites on whose pages spam was found: phrases that break
 * words of unrelated sentences, known seeds written otherwise, and words of titles in link farms that
 * articles hardly use. Injected phrases come first, those of most articles before others.
 */
export function suggestSpam(search: SpamSearch): Suggestion[] {
  const { bodies, lists, min, pipeline } = search
  const finder = new BreakFinder(pipeline.services.segmenter)
  const foul = foulBodies(bodies)
  const candidates = new Map<string, Candidate>()
  const put = (list: PhraseListHead, found: ReadonlyMap<string, Sighting>): void => {
    for (const [words, sighting] of found) candidates.set(words, { ...sighting, list })
  }
  put(LEARNED_TITLES, findFarmWords(search))
  put(LEARNED_SEEDS, findBreakingPhrases(foul, finder, min))
  put(LEARNED_SEEDS, findVariants(foul, finder, search))
  dropKnown(candidates, lists)
  dropParts(candidates)
  return judge(bodies, candidates).sort(
    (a, b) =>
      Number(a.list === LEARNED_TITLES) - Number(b.list === LEARNED_TITLES) ||
      b.articles - a.articles ||
      (a.text < b.text ? -1 : 1),
  )
}

interface Candidate extends Sighting {
  readonly list: PhraseListHead
}

/** The articles of sites with spam: who breaks into one page of a site breaks into others. */
function foulBodies(bodies: CurrentBodies): () => Generator<CurrentBody> {
  const sites = new Set<string>()
  for (const body of bodies.all()) if (body.spam > 0) sites.add(siteOf(body))
  return function* () {
    let count = 0
    for (const body of bodies.all()) {
      if (!sites.has(siteOf(body))) continue
      if (++count > MOST_ARTICLES) return
      yield body
    }
  }
}

/** What is nearly a seed and breaks a word, or has beside it what goes with seeds. */
function findVariants(
  bodies: () => Iterable<CurrentBody>,
  breaks: BreakFinder,
  { lists, min }: SpamSearch,
): Map<string, Sighting> {
  const variants = new VariantFinder(phrasesOf(lists, 'seed'))
  const before = phrasesOf(lists, 'before')
  const behind = phrasesOf(lists, 'behind')
  const seen = new Sightings()
  for (const body of bodies()) {
    let offset = 0
    for (const line of body.text.split('\n')) {
      for (const { start, end } of variants.find(line)) {
        const isSpam =
          breaks.brokenWord(line, { start, end }) !== null ||
          behind.some((word) => line.startsWith(word, end)) ||
          before.some((word) => line.startsWith(word, start - word.length))
        if (isSpam)
          seen.add(line.slice(start, end), body, () => sampleOf(body, offset + start, offset + end))
      }
      offset += line.length + 1
    }
  }
  return seen.ofAtLeast(min)
}

/** Leaves out what the dictionary has, as a part or with more around it. */
function dropKnown(candidates: Map<string, Candidate>, lists: readonly PhraseList[]): void {
  const seeds = phrasesOf(lists, 'seed')
  const titles = phrasesOf(lists, 'title')
  for (const [words, { list }] of candidates) {
    const isKnown =
      list === LEARNED_TITLES
        ? titles.some((title) => title.includes(words) || words.includes(title))
        : seeds.some((seed) => words.includes(seed))
    if (isKnown) candidates.delete(words)
  }
}

/** Of words that hold each other keeps those of most articles, of equals the longer. */
function dropParts(candidates: Map<string, Candidate>): void {
  const inOrder = [...candidates].sort(
    ([a, x], [b, y]) => y.articles - x.articles || b.length - a.length,
  )
  const kept: string[] = []
  for (const [words] of inOrder)
    if (kept.some((other) => other.includes(words) || words.includes(other)))
      candidates.delete(words)
    else kept.push(words)
}

/** Leaves out what articles use in good sentences. */
function judge(bodies: CurrentBodies, candidates: ReadonlyMap<string, Candidate>): Suggestion[] {
  const phrases = [...candidates.keys()]
  const automaton = new Automaton(phrases)
  const pages = new Uint32Array(phrases.length)
  for (const { text } of bodies.all()) {
    const inBody = new Set<number>()
    automaton.scan(text, (phrase) => inBody.add(phrase))
    for (const phrase of inBody) pages[phrase]!++
  }
  return phrases.flatMap((text, index): Suggestion[] => {
    const { list, articles, sites, samples } = candidates.get(text)!
    const share = list === LEARNED_TITLES ? TITLE_SHARE : SEED_SHARE
    if (articles < pages[index]! * share) return []
    const id = contentId('s_', text).slice(0, ID_LENGTH)
    return [{ id, list, text, articles, sites, holds: [], samples }]
  })
}

function phrasesOf(lists: readonly PhraseList[], role: string): string[] {
  return lists.filter((list) => list.role === role).flatMap(({ phrases }) => phrases)
}

const ID_LENGTH = 8
const MOST_ARTICLES = 20_000
/** Of the articles that use a phrase, so many must show it as spam: a share, and a multiple. */
const SEED_SHARE = 0.3
const TITLE_SHARE = 4
