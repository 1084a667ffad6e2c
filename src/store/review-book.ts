import { existsSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { MEMORY } from './database.js'
import type { Review, Sample, SampledFact } from './review.js'

/**
 * The reviews of a store's facts. They lie apart from what is extracted, so that no run touches them
 * and reviewing waits for no run.
 */
export interface ReviewBook {
  add(review: Review): Promise<void>
  /** What each reviewer said last of each fact, withdrawn verdicts left out; oldest first. */
  all(): Promise<readonly Review[]>
  addSample(sample: Omit<Sample, 'id'>): Promise<Sample>
  /** Newest first. */
  samples(): Promise<readonly Sample[]>
  close(): void
}

/**
 * The book beside the SQLite store at `path`: a file of its own, made with the first review. It is worth
 * keeping when the store is made anew.
 */
export function openReviewBook(path: string): ReviewBook {
  let open: Book | null = null
  const file = path === MEMORY ? MEMORY : `${path}-reviews`
  const read = (): Book | null => {
    if (open === null && existsSync(file)) open = openBook(file)
    return open
  }
  const write = (): Book => (open ??= openBook(file))
  return {
    add(review) {
      write().add(review)
      return Promise.resolve()
    },
    all: () => Promise.resolve(read()?.all() ?? []),
    addSample: (sample) => Promise.resolve(write().addSample(sample)),
    samples: () => Promise.resolve(read()?.samples() ?? []),
    close() {
      open?.close()
      open = null
    },
  }
}

interface Book {
  add(review: Review): void
  all(): readonly Review[]
  addSample(sample: Omit<Sample, 'id'>): Sample
  samples(): readonly Sample[]
  close(): void
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS reviews (
  key INTEGER PRIMARY KEY,
  evidence TEXT NOT NULL,
  fact TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'withdrawn')),
  reason TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  reviewed TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS reviews_by_evidence ON reviews (evidence, reviewer);

CREATE TABLE IF NOT EXISTS samples (
  id INTEGER PRIMARY KEY,
  view TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS sampled_facts (
  sample INTEGER NOT NULL REFERENCES samples,
  place INTEGER NOT NULL,
  fact TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (sample, place)
) STRICT, WITHOUT ROWID;
`

function openBook(file: string): Book {
  const connection = new SQLite(file, { timeout: 5000 })
  connection.pragma('journal_mode = WAL')
  connection.exec(SCHEMA)
  const insert = connection.prepare<Review>(
    `INSERT INTO reviews (evidence, fact, verdict, reason, reviewer, reviewed)
     VALUES (@evidence, @fact, @verdict, @reason, @reviewer, @reviewed)`,
  )
  const all = connection.prepare<[], Review>(
    `SELECT evidence, fact, verdict, reason, reviewer, reviewed FROM reviews r
     WHERE verdict <> 'withdrawn' AND key = (
       SELECT max(key) FROM reviews o WHERE o.evidence = r.evidence AND o.reviewer = r.reviewer)
     ORDER BY key`,
  )
  const samples = connection.prepare<[], Omit<Sample, 'facts'>>(
    'SELECT id, view, created FROM samples ORDER BY id DESC',
  )
  const facts = connection.prepare<[number], SampledFact>(
    'SELECT fact, evidence FROM sampled_facts WHERE sample = ? ORDER BY place',
  )
  const addSample = connection.prepare<[string, string]>(
    'INSERT INTO samples (view, created) VALUES (?, ?)',
  )
  const addFact = connection.prepare<[number, number, string, string]>(
    'INSERT INTO sampled_facts (sample, place, fact, evidence) VALUES (?, ?, ?, ?)',
  )
  return {
    add(review) {
      insert.run(review)
    },
    all: () => all.all(),
    addSample: connection.transaction((sample: Omit<Sample, 'id'>): Sample => {
      const id = Number(addSample.run(sample.view, sample.created).lastInsertRowid)
      for (const [place, { fact, evidence }] of sample.facts.entries())
        addFact.run(id, place, fact, evidence)
      return { id, ...sample }
    }),
    samples: () => samples.all().map((sample) => ({ ...sample, facts: facts.all(sample.id) })),
    close() {
      connection.close()
    },
  }
}
