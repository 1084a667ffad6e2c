import { bisect } from '../core/bisect.js'
import { searchPhrases, type SearchPhrase } from '../chinese/bigrams.js'
import type { Connection } from './database.js'
import { type FactColumns, loadColumns, type RegionOf } from './fact-columns.js'
import { type Filtered, filterFacts, sumByValue } from './fact-filter.js'
import { type OrderedFacts, orderFacts } from './fact-order.js'
import {
  type FactOrder,
  type FactPlace,
  type FactQuery,
  type FactSearch,
  mapFacets,
} from './fact-query.js'
import { sentenceKey } from './packed-facts.js'
import type { SearchIndex } from './search-index.js'

/** What a search stands on: the run whose facts are the current ones, and where subjects lie. */
export interface SearchGround {
  /** The latest finished run; null before the first. */
  run(): number | null
  regionOf(run: number): RegionOf
}

/** Searches the current facts of a SQLite store; its columns are read when a run has finished. */
export function openFactSearch(
  connection: Connection,
  index: SearchIndex,
  ground: SearchGround,
): FactSearch {
  let loaded: LoadedFacts | null = null
  const load = (): LoadedFacts | null => {
    const run = ground.run()
    if (run === null) return null
    const pending = index.pending(run)
    if (loaded?.columns.run !== run || loaded.pending !== pending) {
      const columns = loadColumns(connection, run, ground.regionOf(run))
      loaded = new LoadedFacts(connection, columns, pending)
    }
    return loaded
  }
  const filter = (facts: LoadedFacts, query: FactQuery): Filtered =>
    filterFacts(facts.columns, query, {
      text: query.text.trim() === '' ? null : facts.textMask(query.text),
      only: query.only === null ? null : facts.onlyMask(query.only),
    })
  return {
    find(query) {
      const facts = load()
      if (facts === null) return Promise.resolve(NOTHING)
      const { total, mask, facets } = filter(facts, query)
      const { pending } = facts
      return Promise.resolve({ total, places: facts.page(query, mask, total), facets, pending })
    },
    draw(query, size, random) {
      const facts = load()
      return Promise.resolve(facts === null ? [] : facts.draw(filter(facts, query), size, random))
    },
    values(facet, text, limit) {
      const facts = load()
      if (facts === null) return Promise.resolve([])
      const column = facts.columns.facets[facet]
      const counts = new Int32Array(column.values.length)
      for (const code of column.codes) counts[code]!++
      const found = sumByValue(column, counts).filter(({ value }) => value.includes(text))
      return Promise.resolve(found.slice(0, limit))
    },
  }
}

const NOTHING = {
  total: 0,
  places: [],
  pending: 0,
  facets: mapFacets(() => []),
}

/** The columns of a run's facts, and what was worked out of them so far. */
class LoadedFacts {
  private readonly orders = new Map<FactOrder, OrderedFacts>()
  private readonly texts = new Map<string, Uint8Array>()

  constructor(
    private readonly connection: Connection,
    readonly columns: FactColumns,
    readonly pending: number,
  ) {}

  /** The facts whose sentence holds every part of `text`, or a name that does. */
  textMask(text: string): Uint8Array {
    const known = this.texts.get(text)
    if (known !== undefined) return known
    const mask = new Uint8Array(this.columns.count)
    const phrases = searchPhrases(text)
    if (phrases.length > 0) this.markSentences(mask, phrases)
    const [oldest] = this.texts.keys()
    if (oldest !== undefined && this.texts.size >= MOST_TEXTS) this.texts.delete(oldest)
    this.texts.set(text, mask)
    return mask
  }

  onlyMask({ ids, except }: NonNullable<FactQuery['only']>): Uint8Array {
    const { count, result, position } = this.columns
    const mask = new Uint8Array(count).fill(except ? 1 : 0)
    const find = this.connection.prepare<[string], Omit<FactPlace, 'sentence'>>(
      `SELECT f.result, f.position FROM facts f WHERE f.id = ?`,
    )
    for (const id of ids)
      for (const place of find.all(id)) {
        const first = bisect(count, (at) => result[at]! < place.result)
        // An article's facts lie one behind the other, all of them.
        const at = first + place.position
        if (result[at] === place.result && position[at] === place.position)
          mask[at] = except ? 0 : 1
      }
    return mask
  }

  page(query: FactQuery, mask: Uint8Array, total: number): FactPlace[] {
    const { count } = this.columns
    const ordered = query.order === 'place' ? null : this.ordered(query.order)
    const known = ordered?.known ?? count
    const places: FactPlace[] = []
    const last = Math.min(total, query.offset + query.limit)
    let seen = 0
    for (let step = 0; step < count && seen < last; step++) {
      const place = query.descending && step < known ? known - 1 - step : step
      const at = ordered === null ? place : ordered.numbers[place]!
      if (mask[at] !== 1) continue
      if (seen++ >= query.offset) places.push(this.placeOf(at))
    }
    return places
  }

  /** The first so many of a shuffled row (Fisher and Yates). */
  draw({ mask, total }: Filtered, size: number, random: () => number): FactPlace[] {
    const numbers = new Uint32Array(total)
    let next = 0
    for (let at = 0; at < mask.length; at++) if (mask[at] === 1) numbers[next++] = at
    return Array.from({ length: Math.min(size, total) }, (_, place) => {
      const other = place + Math.floor(random() * (total - place))
      const drawn = numbers[other]!
      numbers[other] = numbers[place]!
      numbers[place] = drawn
      return this.placeOf(drawn)
    })
  }

  private placeOf(at: number): FactPlace {
    const result = this.columns.result[at]!
    const sentence = this.columns.sentence[at]! - sentenceKey(result, 0)
    return { result, position: this.columns.position[at]!, sentence }
  }

  private ordered(order: FactOrder): OrderedFacts {
    let numbers = this.orders.get(order)
    if (numbers === undefined) {
      numbers = orderFacts(this.columns, order)
      this.orders.set(order, numbers)
    }
    return numbers
  }

  /** Both lists of sentences are in order of their keys but for facts that go back in their article. */
  private markSentences(mask: Uint8Array, phrases: readonly SearchPhrase[]): void {
    const found = this.connection
      .prepare<[string], number>(
        'SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid',
      )
      .pluck()
      .all(matchExpression(phrases))
    const { count, sentence } = this.columns
    let next = 0
    for (let at = 0; at < count; at++) {
      const key = sentence[at]!
      while (next > 0 && found[next - 1]! >= key) next--
      while (next < found.length && found[next]! < key) next++
      if (found[next] === key) mask[at] = 1
    }
  }
}

/** A text asked for twice, for its pages and choices, is looked for once. */
const MOST_TEXTS = 16

/** FTS5's language: quoted phrases, `*` for a last word that is only begun. */
function matchExpression(phrases: readonly SearchPhrase[]): string {
  return phrases.map((words) => `"${words.join(' ')}" *`).join(' AND ')
}
