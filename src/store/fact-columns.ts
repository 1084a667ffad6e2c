import { type ClaimColumn, type FactPlaces, loadClaims } from './claim-column.js'
import { type FacetColumn, narrow } from './facet-column.js'
import type { Connection } from './database.js'
import { type Facet, mapFacets } from './fact-query.js'
import { PACKED_BYTES, packedAt, sentenceKey } from './packed-facts.js'

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
  readonly claims: ClaimColumn
}

/** The region of a subject, by its kind, id and name; null where it cannot be told. */
export type RegionOf = (kind: string, id: string | null, name: string) => string | null

/** Reads the facts that are current as of `run` and indexed. */
export function loadColumns(connection: Connection, run: number, regionOf: RegionOf): FactColumns {
  const terms: string[] = []
  const known = connection.prepare<[], { key: number; text: string }>(
    'SELECT key, text FROM search_terms',
  )
  for (const { key, text } of known.iterate()) terms[key] = text
  const articles = connection
    .prepare<[{ run: number }], ArticleRow>(ARTICLES)
    .all({ run })
    .filter(({ facts }) => facts.length > 0)
  const count = articles.reduce((sum, { facts }) => sum + facts.length / PACKED_BYTES, 0)
  const columns = new ColumnWriter(count, terms, regionOf)
  for (const article of articles) columns.add(article)
  return columns.finish(run, (places) => loadClaims(connection, run, places))
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

/** What facets hold that are names in the index, and where it stands in a packed fact. */
const NAMED = [
  ['kind', packedAt('kind')],
  ['subject', packedAt('subject')],
  ['said', packedAt('said')],
  ['object', packedAt('object')],
  ['rule', packedAt('rule')],
  ['modality', packedAt('modality')],
] as const
const AT = {
  sentence: packedAt('sentence'),
  subject: packedAt('subject'),
  subjectKind: packedAt('subjectKind'),
  subjectId: packedAt('subjectId'),
  value: packedAt('value'),
  day: packedAt('day'),
} as const

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
    private readonly terms: readonly string[],
    private readonly regionOf: RegionOf,
  ) {
    this.result = new Float64Array(count)
    this.position = new Int32Array(count)
    this.sentence = new Float64Array(count)
    this.value = new Float64Array(count)
    this.day = new Float64Array(count)
    this.published = new Float64Array(count)
    this.facets = mapFacets(() => new FacetWriter(count, terms))
  }

  add(article: ArticleRow): void {
    const { result, facts, published } = article
    const { facets } = this
    const flags = facets.flag.codeOf(this.flagsOf(article))
    const publisher = facets.publisher.codeOf(
      article.publisher === null ? '' : this.term(article.publisher),
    )
    const run = facets.run.codeOf(String(article.run))
    for (let at = 0; at < facts.length; at += PACKED_BYTES) {
      const read = (field: number): number => facts.readDoubleLE(at + field)
      const index = this.at++
      this.result[index] = result
      this.position[index] = at / PACKED_BYTES
      this.sentence[index] = sentenceKey(result, read(AT.sentence))
      for (const [facet, field] of NAMED) facets[facet].putKey(index, read(field))
      const region = this.region(read(AT.subject), read(AT.subjectKind), read(AT.subjectId))
      facets.region.put(index, facets.region.codeOf(region))
      this.value[index] = read(AT.value)
      this.day[index] = read(AT.day)
      this.published[index] = published ?? Number.NaN
      facets.publisher.put(index, publisher)
      facets.flag.put(index, flags)
      facets.run.put(index, run)
    }
  }

  finish(run: number, claimsOf: (places: FactPlaces) => ClaimColumn): FactColumns {
    const { count, result, position, sentence, value, day, published } = this
    const claims = claimsOf({ count, result })
    return {
      run,
      count,
      result,
      position,
      sentence,
      value,
      day,
      published,
      facets: {
        ...mapFacets((facet) => this.facets[facet].finish(facet)),
        claim: claims.states,
      },
      claims,
    }
  }

  private term(key: number): string {
    return this.terms[key] ?? ''
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
  /** Numbers by the keys of names in the index, one more than they are; 0 for one not met yet. */
  private readonly byKey: number[] = []

  constructor(
    count: number,
    private readonly terms: readonly string[],
  ) {
    this.codes = new Int32Array(count)
  }

  /** `key` is NaN for no name. */
  putKey(index: number, key: number): void {
    const place = Number.isNaN(key) ? 0 : key
    const known = this.byKey[place] ?? 0
    const code = known === 0 ? this.codeOf(this.terms[key] ?? '') : known - 1
    this.byKey[place] = code + 1
    this.codes[index] = code
  }

  put(index: number, code: number): void {
    this.codes[index] = code
  }

  codeOf(value: string): number {
    let number = this.numbers.get(value)
    if (number === undefined) this.numbers.set(value, (number = this.numbers.size))
    return number
  }

  finish(facet: Facet): FacetColumn {
    const values = [...this.numbers.keys()].map((value) =>
      value === '' ? [] : facet === 'flag' ? value.split(' ') : [value],
    )
    return { codes: narrow(this.codes, values.length), values }
  }
}
