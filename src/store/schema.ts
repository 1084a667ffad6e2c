import { RERUN_STEP } from './rerun-schema.js'
import { SEARCH_SCHEMA } from './search-schema.js'

/** "yuan" in ASCII: SQLite's `application_id`, by which a store is told from another database. */
export const APPLICATION_ID = 0x7975616e

/**
 * The steps that bring a store to the present schema, in order; `user_version` counts those done.
 * A step that has been released is never changed: a change is a new step.
 *
 * Tables have plural names and integer keys; the views of `views.ts` show their current records
 * under the contract's names. A document's records hang on a `result`: what one state of the
 * pipeline made of it. `validity` says for which runs a result is its document's answer, from
 * `from_run` up to, not including, `to_run` (null: still), so that what did not change is stored once.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pipelines (
  key INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE pipeline_files (
  pipeline INTEGER NOT NULL REFERENCES pipelines,
  path TEXT NOT NULL,
  file TEXT NOT NULL REFERENCES files,
  PRIMARY KEY (pipeline, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  pipeline INTEGER NOT NULL REFERENCES pipelines,
  code TEXT NOT NULL,
  node TEXT NOT NULL,
  pid INTEGER NOT NULL,
  started TEXT NOT NULL,
  finished TEXT,
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'interrupted')),
  counts TEXT
) STRICT;

CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE locations (
  document INTEGER NOT NULL REFERENCES documents,
  path TEXT NOT NULL,
  item INTEGER,
  run INTEGER NOT NULL REFERENCES runs
) STRICT;
CREATE UNIQUE INDEX locations_once ON locations (document, path, ifnull(item, -1));
CREATE INDEX locations_by_run ON locations (run);

CREATE TABLE results (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents,
  pipeline INTEGER NOT NULL REFERENCES pipelines,
  run INTEGER NOT NULL REFERENCES runs,
  UNIQUE (document, pipeline)
) STRICT;

CREATE TABLE validity (
  result INTEGER NOT NULL REFERENCES results,
  document INTEGER NOT NULL REFERENCES documents,
  from_run INTEGER NOT NULL REFERENCES runs,
  to_run INTEGER REFERENCES runs,
  PRIMARY KEY (result, from_run)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX validity_current ON validity (document) WHERE to_run IS NULL;

CREATE TABLE articles (
  result INTEGER PRIMARY KEY REFERENCES results,
  id TEXT NOT NULL,
  encoding TEXT NOT NULL,
  title TEXT,
  published TEXT,
  publisher TEXT,
  author TEXT,
  editor TEXT,
  url TEXT,
  metadata TEXT NOT NULL,
  script TEXT NOT NULL,
  text TEXT NOT NULL,
  spans TEXT NOT NULL,
  edits TEXT NOT NULL,
  edit_rules TEXT NOT NULL,
  dropped TEXT NOT NULL,
  duplicate_of TEXT,
  similarity REAL,
  flags TEXT NOT NULL,
  changes BLOB NOT NULL,
  tally TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_id ON articles (id);

CREATE TABLE sentences (
  result INTEGER NOT NULL REFERENCES articles,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  spans TEXT NOT NULL,
  PRIMARY KEY (result, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  result INTEGER NOT NULL REFERENCES articles,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  sentence TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  spans TEXT NOT NULL,
  rule TEXT,
  entry TEXT,
  value TEXT NOT NULL,
  PRIMARY KEY (result, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_id ON mentions (id);

CREATE TABLE facts (
  result INTEGER NOT NULL REFERENCES articles,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  sentence TEXT NOT NULL,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  spans TEXT NOT NULL,
  roles TEXT NOT NULL,
  subject TEXT NOT NULL,
  metric TEXT,
  quantity TEXT,
  relation TEXT,
  object TEXT,
  event TEXT,
  time TEXT,
  modality TEXT NOT NULL,
  attribution TEXT,
  PRIMARY KEY (result, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX facts_by_id ON facts (id);

CREATE TABLE failures (
  result INTEGER PRIMARY KEY REFERENCES results,
  stage TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;

CREATE TABLE unreadable (
  key INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  from_run INTEGER NOT NULL REFERENCES runs,
  to_run INTEGER REFERENCES runs
) STRICT;
CREATE UNIQUE INDEX unreadable_current ON unreadable (path) WHERE to_run IS NULL;
`,
  `
-- What is computed over all documents together. Near-copies of one article are linked here, so that
-- articles.duplicate_of and articles.similarity stay NULL. bodies and sketches follow from results
-- alone; members, buckets and components describe the current documents and can be made anew;
-- reprints is what readers see, by run.
CREATE TABLE corpus (
  fingerprint TEXT NOT NULL,
  run INTEGER NOT NULL
) STRICT;

CREATE TABLE bodies (
  key INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  rank INTEGER NOT NULL,
  features BLOB NOT NULL,
  collocations TEXT
) STRICT;

CREATE TABLE sketches (
  result INTEGER PRIMARY KEY REFERENCES results,
  body INTEGER NOT NULL REFERENCES bodies
) STRICT;
CREATE INDEX sketches_by_body ON sketches (body);

CREATE TABLE members (
  document INTEGER PRIMARY KEY REFERENCES documents,
  id TEXT NOT NULL,
  body INTEGER NOT NULL REFERENCES bodies,
  published TEXT
) STRICT;
CREATE INDEX members_by_body ON members (body);

CREATE TABLE buckets (
  feature INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  body INTEGER NOT NULL REFERENCES bodies,
  PRIMARY KEY (feature, rank, body)
) STRICT, WITHOUT ROWID;

CREATE TABLE components (
  body INTEGER PRIMARY KEY REFERENCES bodies,
  component INTEGER NOT NULL
) STRICT;
CREATE INDEX components_by_name ON components (component);

CREATE TABLE reprints (
  document INTEGER NOT NULL REFERENCES documents,
  root INTEGER REFERENCES documents,
  similarity REAL,
  spun INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  from_run INTEGER NOT NULL REFERENCES runs,
  to_run INTEGER REFERENCES runs,
  PRIMARY KEY (document, from_run)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX reprints_current ON reprints (document) WHERE to_run IS NULL;
CREATE INDEX reprints_by_root ON reprints (root);
`,
  `CREATE TABLE losses (
  result INTEGER NOT NULL REFERENCES articles,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  sentence TEXT NOT NULL,
  spans TEXT NOT NULL,
  holds TEXT NOT NULL,
  weight INTEGER NOT NULL,
  PRIMARY KEY (result, position)
) STRICT, WITHOUT ROWID;
`,
  `
-- Under which keys facts are gathered into claims. They follow from the facts alone, whatever run
-- reads them; claim_index tells what decided them, and up to which result they are there.
CREATE TABLE claims (
  result INTEGER NOT NULL REFERENCES articles,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL,
  topic TEXT,
  PRIMARY KEY (result, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_claim ON claims (claim);
CREATE INDEX claims_by_topic ON claims (topic, claim) WHERE topic IS NOT NULL;

CREATE TABLE claim_index (
  fingerprint TEXT NOT NULL,
  upto INTEGER NOT NULL
) STRICT;
`,
  RERUN_STEP,
  `
-- Where a run's rules come from, and what of the past was given up: records of old runs, to keep the
-- store small; documents, because somebody asked for it. Of a forgotten document nothing is left but
-- the digest by which it is known again.
ALTER TABLE runs ADD COLUMN corpus TEXT;
ALTER TABLE runs ADD COLUMN repository TEXT;
ALTER TABLE runs ADD COLUMN cleared TEXT;

CREATE TABLE forgotten (
  sha256 TEXT PRIMARY KEY,
  forgotten TEXT NOT NULL,
  reason TEXT,
  readmitted TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX validity_by_document ON validity (document, from_run);
`,
  `
-- By what the claims of a run are held against each other, as JSON.
ALTER TABLE runs ADD COLUMN conflicts TEXT;
`,
  SEARCH_SCHEMA,
  `
-- All that totals read of articles, so that they need not pass over the articles' texts.
CREATE INDEX articles_by_tally ON articles (result, id, tally);

-- What a run changed, and where a document lies, without passing over all that there is.
CREATE INDEX validity_by_start ON validity (from_run, document);
CREATE INDEX validity_by_end ON validity (to_run, document) WHERE to_run IS NOT NULL;
CREATE INDEX locations_by_document ON locations (document);
`,
]
