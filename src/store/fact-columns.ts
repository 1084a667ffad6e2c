import type { Connection } from './database.js'
import { type Facet, mapFacets } from './fact-query.js'
import { FACT_FIELDS, sentenceKey } from './packed-facts.js'

/** The values of one facet: `codes` gives each fact a number, `values` what it stands for. */
export interface FacetColumn {
  readonly codes: Int32Array
  /** One value mostly; several flags; none where nothing is known. */
  readonly values: readonly (readonly string[])[]
}

/**
 * All current facts, column by column: what a filter asks of a million of them is answered in
 * milliseconds, where a database would have to look at each row again and again.
 */
export interface FactColumns {
  /** As of this finished run. */
  readonly run: number
  readonly count: number
  readonly result: Float64Array
  readonly position: Int32Array
  /** The key in `search_words`. */
  readonly sentence: Float64Array
  /** NaN where there is none. */
  readonly value: Float64Array
  readonly day: Float64Array
  readonly published: Float64Array
  readonly facets: Readonly<Record<Facet, FacetColumn>>
}

/** The region of a subject, by its kind, id and name; null where it cannot be told. */
export type RegionOf = (kind: string, id: string | null, name: string) => string | null

/** Reads the facts that are current as of `run` and indexed. */
export function loadColumns(connection: Connection, run: number, regionOf: RegionOf): FactColumns {
  const terms = new Map(
    connection
      .prepare<[], { key: number; text: string }>('SELECT key, text FROM search_terms')
      .all()
      .map(({ key, text }) => [key, text]),
  )
  const articles = connection
    .prepare<[{ run: number }], ArticleRow>(ARTICLES)
    .all({ run })
    .filter(({ facts }) => facts.length > 0)
  const size = 8 * FACT_FIELDS.length
  const count = articles.reduce((sum, { facts }) => sum + facts.length / size, 0)
  const columns = new ColumnWriter(count, terms, regionOf)
  for (const article of articles) columns.add(article)
  return columns.finish(run)
}

interface ArticleRow {
  readonly result: number
  readonly run: number
  readonly publisher: number | null
  readonly published: number | null
  readonly flags: number
  readonly facts: Buffer
  readonly reprint: number
  readonly spun: number
}

const ARTICLES = `
SELECT s.*, p.root IS NOT NULL AS reprint, ifnull(p.spun, 0) AS spun
FROM validity v JOIN search_articles s ON s.result = v.result
LEFT JOIN reprints p ON p.document = v.document
  AND p.from_run <= @run AND (p.to_run IS NULL OR p.to_run > @run)
WHERE v.from_run <= @run AND (v.to_run IS NULL OR v.to_run > @run)
ORDER BY s.result`

/** Facts of articles that repeat another, and of those whose words were swapped. */
const REPRINT_FLAG = 'reprint'
const SPUN_FLAG = 'spun'

class ColumnWriter {
  private readonly result: Float64Array
  private readonly position: Int32Array
  private readonly sentence: Float64Array
  private readonly value: Float64Array
  private readonly day: Float64Array
  private readonly published: Float64Array
  private readonly facets: Readonly<Record<Facet, FacetWriter>>
  private readonly regions = new Map<string, string>()
  private at = 0

  constructor(
    private readonly count: number,
    private readonly terms: ReadonlyMap<number, string>,
    private readonly regionOf: RegionOf,
  ) {
    this.result = new Float64Array(count)
    this.position = new Int32Array(count)
    this.sentence = new Float64Array(count)
    this.value = new Float64Array(count)
    this.day = new Float64Array(count)
    this.published = new Float64Array(count)
    this.facets = mapFacets(() => new FacetWriter(count))
  }

  add(article: ArticleRow): void {
    const { result, facts, published } = article
    const flags = this.flagsOf(article)
    const publisher = article.publisher === null ? '' : this.term(article.publisher)
    const run = String(article.run)
    const { facets } = this
    for (let at = 0; at < facts.length; at += 8 * FACT_FIELDS.length) {
      const read = (field: number): number => facts.readDoubleLE(at + 8 * field)
      const index = this.at++
      this.result[index] = result
      this.position[index] = at / (8 * FACT_FIELDS.length)
      this.sentence[index] = sentenceKey(result, read(0))
      facets.kind.put(index, this.term(read(1)))
      const subject = read(2)
      facets.subject.put(index, this.term(subject))
      facets.region.put(index, this.region(subject, read(3), read(4)))
      facets.said.put(index, this.term(read(5)))
      facets.rule.put(index, this.term(read(6)))
      facets.modality.put(index, this.term(read(7)))
      this.value[index] = read(8)
      this.day[index] = read(9)
      this.published[index] = published ?? Number.NaN
      facets.publisher.put(index, publisher)
      facets.flag.put(index, flags)
      facets.run.put(index, run)
    }
  }

  finish(run: number): FactColumns {
    const { count, result, position, sentence, value, day, published } = this
    const facets = mapFacets((facet) => this.facets[facet].finish(facet))
    return {
      run,
      count,
      result,
      position,
      sentence,
      value,
      day,
      published,
      facets,
    }
  }

  private term(key: number): string {
    return this.terms.get(key) ?? ''
  }

  private flagsOf({ flags, reprint, spun }: ArticleRow): string {
    const own = this.term(flags)
    const found = [...(reprint === 1 ? [REPRINT_FLAG] : []), ...(spun === 1 ? [SPUN_FLAG] : [])]
    if (found.length === 0) return own
    return [...new Set([...own.split(' '), ...found])].filter((flag) => flag !== '').join(' ')
  }

  private region(subject: number, kind: number, id: number): string {
    const key = `${subject} ${kind} ${id}`
    let region = this.regions.get(key)
    if (region === undefined) {
      const entry = Number.isNaN(id) ? null : this.term(id)
      region = this.regionOf(this.term(kind), entry, this.term(subject)) ?? ''
      this.regions.set(key, region)
    }
    return region
  }
}

class FacetWriter {
  private readonly codes: Int32Array
  private readonly numbers = new Map<string, number>()

  constructor(count: number) {
    this.codes = new Int32Array(count)
  }

  put(index: number, value: string): void {
    let number = this.numbers.get(value)
    if (number === undefined) this.numbers.set(value, (number = this.numbers.size))
    this.codes[index] = number
  }

  finish(facet: Facet): FacetColumn {
    const values = [...this.numbers.keys()].map((value) =>
      value === '' ? [] : facet === 'flag' ? value.split(' ') : [value],
    )
    return { codes: this.codes, values }
  }
}
