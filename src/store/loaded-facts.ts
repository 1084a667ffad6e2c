import { bisect } from '../core/bisect.js'
import { searchPhrases, type SearchPhrase } from '../chinese/bigrams.js'
import type { Connection } from './database.js'
import type { FactColumns } from './fact-columns.js'
import { countFacets, type Filtered, filterFacts } from './fact-filter.js'
import { type OrderedFacts, orderFacts } from './fact-order.js'
import type { FactPlace, FactQuery, FactSelection, FoundFact, FoundFacts } from './fact-query.js'
import { keepLatest } from './keep-latest.js'
import { sentenceKey } from './packed-facts.js'

/** The columns of a run's facts, and what was worked out of them so far. */
export class LoadedFacts {
  private readonly orders = keepLatest<OrderedFacts>(MOST_ORDERS)
  private readonly texts = keepLatest<Uint8Array>(MOST_TEXTS)
  private readonly selections = keepLatest<Filtered>(MOST_SELECTIONS)
  private readonly counts = keepLatest<ReturnType<typeof countFacets>>(MOST_SELECTIONS)
  private readonly claimIds

  constructor(
    private readonly connection: Connection,
    readonly columns: FactColumns,
    readonly pending: number,
  ) {
    this.claimIds = connection
      .prepare<[number, number], string>(
        'SELECT claim FROM claims WHERE result = ? AND position = ?',
      )
      .pluck()
  }

  find(query: FactQuery): FoundFacts {
    const { pending } = this
    const filtered = this.filter(query)
    if (query.rows === 'fact') return { ...this.page(query, filtered, null), pending }
    // Of each claim the first fact in the order is shown.
    const seen = new Uint8Array(this.columns.claims.sizes.length)
    return { ...this.page(query, filtered, seen), pending }
  }

  count(selection: FactSelection): ReturnType<typeof countFacets> {
    return this.counts(keyOf(selection), () =>
      countFacets(this.columns, selection, this.filter(selection)),
    )
  }

  /** What a selection leaves; the last ones are kept for their pages, counts and pictures. */
  filter(selection: FactSelection): Filtered {
    return this.selections(keyOf(selection), () => {
      const { text, only, ofClaim } = selection
      const masks = [
        ...(text.trim() === '' ? [] : [this.textMask(text)]),
        ...(only === null ? [] : [this.onlyMask(only)]),
        ...(ofClaim === null ? [] : [this.claimMask(ofClaim)]),
      ]
      return filterFacts(this.columns, selection, masks)
    })
  }

  /** The first so many of a shuffled row (Fisher and Yates), one for each number from 0 to 1. */
  draw({ numbers: left, total }: Filtered, random: readonly number[]): FactPlace[] {
    const numbers = left?.slice() ?? Uint32Array.from({ length: total }, (_, at) => at)
    return random.slice(0, total).map((number, place) => {
      const other = place + Math.floor(number * (total - place))
      const drawn = numbers[other]!
      numbers[other] = numbers[place]!
      numbers[place] = drawn
      return this.placeOf(drawn)
    })
  }

  /** Places are counted to the end where claims are the rows: what is behind may belong to one seen. */
  private page(
    query: FactQuery,
    filtered: Filtered,
    seen: Uint8Array | null,
  ): Omit<FoundFacts, 'pending'> {
    const { claims } = this.columns
    const last = query.offset + query.limit
    const places: FoundFact[] = []
    // Facts in the order they came in lead to the first one shown without a walk.
    const skipped = seen === null && query.order === 'place' ? query.offset : 0
    let rows = skipped
    this.walk(query, filtered, skipped, (fact) => {
      if (seen !== null && claims.stateOf(fact) !== null) {
        if (seen[claims.numbers[fact]!] === 1) return true
        seen[claims.numbers[fact]!] = 1
      }
      if (rows >= query.offset && rows < last) places.push(this.foundAt(fact))
      return ++rows < last || seen !== null
    })
    return { total: seen === null ? filtered.total : rows, places }
  }

  /** Shows the facts left in the order that is asked for, until `visit` has enough. */
  private walk(
    { order, descending }: FactQuery,
    { numbers, total }: Filtered,
    skipped: number,
    visit: (fact: number) => boolean,
  ): void {
    const { count } = this.columns
    if (order === 'place') {
      for (let step = skipped; step < total; step++) {
        const place = descending ? total - 1 - step : step
        if (!visit(numbers === null ? place : numbers[place]!)) return
      }
      return
    }
    const ordered = this.orders(order, () => orderFacts(this.columns, order))
    const left = numbers === null ? null : new Uint8Array(count)
    if (numbers !== null && left !== null)
      for (let at = 0; at < numbers.length; at++) left[numbers[at]!] = 1
    for (let step = 0; step < count; step++) {
      const place = descending && step < ordered.known ? ordered.known - 1 - step : step
      const fact = ordered.numbers[place]!
      if (left !== null && left[fact] === 0) continue
      if (!visit(fact)) return
    }
  }

  private foundAt(at: number): FoundFact {
    const place = this.placeOf(at)
    const { claims } = this.columns
    const state = claims.stateOf(at)
    const id = state === null ? undefined : this.claimIds.get(place.result, place.position)
    if (state === null || id === undefined) return { ...place, claim: null }
    return { ...place, claim: { id, facts: claims.sizes[claims.numbers[at]!]!, state } }
  }

  private placeOf(at: number): FactPlace {
    const result = this.columns.result[at]!
    const sentence = this.columns.sentence[at]! - sentenceKey(result, 0)
    return { result, position: this.columns.position[at]!, sentence }
  }

  /** The facts whose sentence holds every part of `text`, or a name that does. */
  private textMask(text: string): Uint8Array {
    return this.texts(text, () => {
      const mask = new Uint8Array(this.columns.count)
      const phrases = searchPhrases(text)
      if (phrases.length > 0) this.markSentences(mask, phrases)
      return mask
    })
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

  private onlyMask({ ids, except }: NonNullable<FactSelection['only']>): Uint8Array {
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

  private claimMask(id: string): Uint8Array {
    const { claims } = this.columns
    const number = claims.numberOf(id)
    return Uint8Array.from(claims.numbers, (own) => (own === number ? 1 : 0))
  }
}

/** A text asked for twice, for its pages and choices, is looked for once. */
const MOST_TEXTS = 16
const MOST_SELECTIONS = 8
const MOST_ORDERS = 6

/** Facets without a choice ask nothing. */
function keyOf({ text, facets, from, to, only, ofClaim }: FactSelection): string {
  const chosen = Object.entries(facets).filter(([, values]) => values.length > 0)
  return JSON.stringify([text.trim(), chosen, from, to, only, ofClaim])
}

/** FTS5's language: quoted phrases, `*` for a last word that is only begun. */
function matchExpression(phrases: readonly SearchPhrase[]): string {
  return phrases.map((words) => `"${words.join(' ')}" *`).join(' AND ')
}
