import { bigramsOf } from '../chinese/bigrams.js'
import type { FactRecord } from '../pipeline/records.js'
import type { Connection } from './database.js'
import { fromJson } from './json.js'
import { dayNumber, packFacts, type SearchedFact, sentenceKey } from './packed-facts.js'
import { type FactRow, toFact } from './record-rows.js'

/** Brings what is searched in up to date; see `search-schema.ts`. */
export interface SearchIndex {
  /** How many of the results that are current as of a run are not in it yet. */
  pending(run: number): number
  /**
   * Adds results that are not in it yet, some at a time, each time in a transaction of its own, for
   * about so many milliseconds; true where nothing is left to be done. The caller holds the run lock.
   */
  update(milliseconds: number, clock: () => number): boolean
  /** Empties it, so that nothing of a forgotten source is left in it. */
  clear(): void
}

/** Raised when the same records would be indexed otherwise: all are then indexed anew. */
const INDEX_VERSION = 2

const RESULTS_AT_ONCE = 100

export function openSearchIndex(connection: Connection): SearchIndex {
  const state = connection.prepare<[], { version: number; upto: number }>(
    'SELECT version, upto FROM search_state',
  )
  const next = connection.prepare<[number], NewResult>(
    `SELECT r.key AS result, r.run, a.publisher, a.published, a.flags
     FROM results r LEFT JOIN articles a ON a.result = r.key
     WHERE r.key > ? AND NOT EXISTS (SELECT 1 FROM search_articles s WHERE s.result = r.key)
     ORDER BY r.key LIMIT ${RESULTS_AT_ONCE}`,
  )
  const facts = connection.prepare<[number], FactRow>(
    'SELECT * FROM facts WHERE result = ? ORDER BY position',
  )
  const sentences = connection.prepare<[number], { position: number; id: string; text: string }>(
    'SELECT position, id, text FROM sentences WHERE result = ?',
  )
  const insert = connection.prepare<
    [number, number, number | null, number | null, number, Uint8Array]
  >(
    `INSERT OR REPLACE INTO search_articles (result, run, publisher, published, flags, facts)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const addWords = connection.prepare<[number, string]>(
    'INSERT INTO search_words (rowid, words) VALUES (?, ?)',
  )
  const remember = connection.prepare<[number, number]>(
    'INSERT INTO search_state (version, upto) VALUES (?, ?)',
  )
  const pending = connection.prepare<[{ upto: number; run: number }], { n: number }>(
    `SELECT count(*) AS n FROM validity WHERE result > @upto
       AND from_run <= @run AND (to_run IS NULL OR to_run > @run)`,
  )
  const termKey = openTerms(connection)

  const add = ({ result, run, publisher, published, flags }: NewResult): void => {
    const records = facts.all(result).map((row) => toFact(row, ''))
    const places = new Map(sentences.all(result).map((sentence) => [sentence.id, sentence]))
    const packed = packFacts(
      records.map((fact) => searchedFact(fact, places.get(fact.sentence)?.position ?? 0, termKey)),
    )
    const day = dayNumber(published)
    const list = flags === null ? '' : fromJson<readonly string[]>(flags).join(' ')
    const publishedDay = Number.isNaN(day) ? null : day
    insert.run(
      result,
      run,
      publisher === null ? null : termKey(publisher),
      publishedDay,
      termKey(list),
      packed,
    )
    const names = new Map<string, Set<string>>()
    for (const fact of records) {
      const known = names.get(fact.sentence) ?? new Set<string>()
      for (const name of namesIn(fact)) known.add(name)
      names.set(fact.sentence, known)
    }
    for (const [sentence, known] of names) {
      const place = places.get(sentence)
      if (place === undefined) continue
      const words = [place.text, ...known].map((text) => bigramsOf(text).join(' '))
      addWords.run(sentenceKey(result, place.position), words.join(` ${BETWEEN} `))
    }
  }
  const step = connection.transaction((): boolean => {
    const upto = currentUpto()
    const articles = next.all(upto)
    articles.forEach(add)
    connection.exec('DELETE FROM search_state')
    remember.run(INDEX_VERSION, articles.at(-1)?.result ?? upto)
    return articles.length < RESULTS_AT_ONCE
  })
  function currentUpto(): number {
    const known = state.get()
    return known?.version === INDEX_VERSION ? known.upto : -1
  }
  return {
    pending: (run) => pending.get({ upto: currentUpto(), run })?.n ?? 0,
    clear() {
      clear(connection)
    },
    update(milliseconds, clock) {
      if (state.get()?.version !== INDEX_VERSION) clear(connection)
      const started = clock()
      for (;;) {
        if (step.immediate()) return true
        if (clock() - started > milliseconds) return false
      }
    },
  }
}

/** A document without an article has no flags. */
interface NewResult {
  readonly result: number
  readonly run: number
  readonly publisher: string | null
  readonly published: string | null
  readonly flags: string | null
}

/** Stands between a sentence and the names of what it speaks of, so that no phrase reaches over. */
const BETWEEN = '0x0'

function clear(connection: Connection): void {
  connection.exec(`INSERT INTO search_words (search_words) VALUES ('delete-all');
    DELETE FROM search_articles; DELETE FROM search_state; DELETE FROM search_terms`)
}

function openTerms(connection: Connection): (text: string) => number {
  const find = connection.prepare<[string], { key: number }>(
    'SELECT key FROM search_terms WHERE text = ?',
  )
  const insert = connection.prepare<[string]>('INSERT INTO search_terms (text) VALUES (?)')
  return (text) => find.get(text)?.key ?? Number(insert.run(text).lastInsertRowid)
}

function searchedFact(
  fact: FactRecord,
  sentence: number,
  termKey: (text: string) => number,
): SearchedFact {
  const { subject, object, quantity, time } = fact
  const value = quantity?.value ?? quantity?.low ?? quantity?.high
  return {
    sentence,
    kind: termKey(fact.kind),
    subject: termKey(subject.name),
    subjectKind: termKey(subject.kind),
    subjectId: subject.id === null ? Number.NaN : termKey(subject.id),
    said: termKey(saidBy(fact)),
    object: object === undefined ? Number.NaN : termKey(object.name),
    rule: termKey(fact.rule),
    modality: termKey(fact.modality),
    value: value == null ? Number.NaN : Number(value),
    day: dayNumber(time?.start ?? time?.end),
  }
}

/** What a fact says of its subject, in a word: a metric by its id, a relation, an event. */
function saidBy({ metric, relation, event }: FactRecord): string {
  return metric?.id ?? metric?.text ?? relation ?? event ?? ''
}

/** Names that someone may look for and that the sentence may not hold: of 该院 its full name. */
function namesIn({ subject, object, metric }: FactRecord): string[] {
  return [subject.name, ...(object === undefined ? [] : [object.name]), metric?.text ?? '']
}
