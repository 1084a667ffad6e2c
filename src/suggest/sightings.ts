import type { SiteCount } from '../store/line-index.js'
import type { CurrentBody } from '../store/current-bodies.js'
import { siteOf } from './site.js'
import type { Sample } from './suggestion.js'

/** What was seen of some words: in which articles and sites, and how they stand there. */
export interface Sighting {
  readonly articles: number
  readonly sites: readonly SiteCount[]
  readonly samples: readonly Sample[]
}

/** Counts the articles that words were seen in, each once. */
export class Sightings {
  private readonly found = new Map<string, Found>()

  /** `sample` is asked for where it is kept. Past a limit of memory, new words are passed over. */
  add(words: string, body: CurrentBody, sample: () => Sample): void {
    let known = this.found.get(words)
    if (known === undefined) {
      if (this.found.size >= MOST_WORDS) return
      known = { last: -1, articles: 0, sites: new Map(), samples: [] }
      this.found.set(words, known)
    }
    if (known.last === body.result) return
    known.last = body.result
    known.articles++
    const site = siteOf(body)
    known.sites.set(site, (known.sites.get(site) ?? 0) + 1)
    if (known.samples.length < SAMPLES) known.samples.push(sample())
  }

  /** The words of `min` articles or more. */
  ofAtLeast(min: number): Map<string, Sighting> {
    const frequent = [...this.found].filter(([, { articles }]) => articles >= min)
    return new Map(
      frequent.map(([words, { articles, sites, samples }]) => [
        words,
        { articles, sites: inOrder(sites), samples },
      ]),
    )
  }
}

interface Found {
  /** The result of the article that was counted last; articles come one after the other. */
  last: number
  articles: number
  readonly sites: Map<string, number>
  readonly samples: Sample[]
}

/** The words with a little of what stands around them, from which it is seen what they break. */
export function sampleOf(body: CurrentBody, start: number, end: number): Sample {
  const { result, article, path, text } = body
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - AROUND)
  const lineEnd = text.indexOf('\n', end)
  const to = Math.min(lineEnd === -1 ? text.length : lineEnd, end + AROUND)
  return { result, article, path, start, end, text: text.slice(from, to) }
}

function inOrder(sites: ReadonlyMap<string, number>): SiteCount[] {
  return [...sites]
    .map(([site, pages]) => ({ site, pages }))
    .sort((a, b) => b.pages - a.pages || (a.site < b.site ? -1 : 1))
}

const MOST_WORDS = 200_000
const SAMPLES = 3
const AROUND = 12
