import type { Connection } from './database.js'
import { loadColumns, type RegionOf } from './fact-columns.js'
import { countMonths, countTies } from './fact-counts.js'
import { countCodes, sumByValue } from './fact-filter.js'
import { type FactSearch, mapFacets } from './fact-query.js'
import { LoadedFacts } from './loaded-facts.js'
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
      loaded = null
      const columns = loadColumns(connection, run, ground.regionOf(run))
      loaded = new LoadedFacts(connection, columns, pending)
    }
    return loaded
  }
  /** The answer of what is loaded, or `nothing` where no run has finished. */
  const ask = <T>(answer: (facts: LoadedFacts) => T, nothing: T): Promise<T> => {
    const facts = load()
    return Promise.resolve(facts === null ? nothing : answer(facts))
  }
  return {
    find: (query) => ask((facts) => facts.find(query), { total: 0, places: [], pending: 0 }),
    count: (selection) =>
      ask(
        (facts) => facts.count(selection),
        mapFacets(() => []),
      ),
    draw: (selection, numbers) => ask((facts) => facts.draw(facts.filter(selection), numbers), []),
    values: (facet, text, limit) =>
      ask(({ columns }) => {
        const column = columns.facets[facet]
        const found = sumByValue(column, countCodes(column, null))
        return found.filter(({ value }) => value.includes(text)).slice(0, limit)
      }, []),
    tally: (selection, facet) =>
      ask((facts) => {
        const column = facts.columns.facets[facet]
        return sumByValue(column, countCodes(column, facts.filter(selection).numbers))
      }, []),
    months: (selection) =>
      ask((facts) => countMonths(facts.columns, facts.filter(selection).numbers), []),
    ties: (selection, most) =>
      ask((facts) => countTies(facts.columns, facts.filter(selection).numbers, most), []),
  }
}
