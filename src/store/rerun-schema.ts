/** The step of the schema by which a run can do only what a change affects. */
export const RERUN_STEP = `
-- What a later run needs to do only what a change affects. pipelines.stages tells code and options of
-- each stage, pipeline_files.name what the pipeline calls a file (null in rows of an older schema: all
-- is done anew). A place of a document holds up to, not including, to_run.
ALTER TABLE pipelines ADD COLUMN stages TEXT;
ALTER TABLE pipeline_files ADD COLUMN name TEXT;
ALTER TABLE locations ADD COLUMN to_run INTEGER REFERENCES runs;
DROP INDEX locations_once;
CREATE UNIQUE INDEX locations_once ON locations (document, path, ifnull(item, -1))
  WHERE to_run IS NULL;

-- Pages as keys (page-key.ts), in which words are looked for that a changed rule speaks of.
CREATE TABLE pages (
  key INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  traditional INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
ALTER TABLE results ADD COLUMN page INTEGER REFERENCES pages;
CREATE INDEX results_by_page ON results (page);

-- Equal for results with equal records; equal ones are stored once. names: the institutions' canonical
-- names; body_start to place: what the layers of the pipeline have beyond the records made of them.
ALTER TABLE results ADD COLUMN digest TEXT;
ALTER TABLE articles ADD COLUMN names TEXT NOT NULL DEFAULT '';
ALTER TABLE mentions ADD COLUMN body_start INTEGER;
ALTER TABLE mentions ADD COLUMN body_end INTEGER;
ALTER TABLE mentions ADD COLUMN member INTEGER;
ALTER TABLE mentions ADD COLUMN place INTEGER;

-- Results of older states that a run under way found to hold for its own as well; kept until a run
-- has finished, so that one that is killed need not ask again.
CREATE TABLE confirmations (
  document INTEGER NOT NULL REFERENCES documents,
  pipeline INTEGER NOT NULL REFERENCES pipelines,
  result INTEGER NOT NULL REFERENCES results,
  PRIMARY KEY (document, pipeline)
) STRICT, WITHOUT ROWID;

-- What each input file held when a finished run last saw it. file is its absolute path; size, mtime
-- (nanoseconds) and inode are null where they cannot tell whether it has changed since.
CREATE TABLE sources (
  key INTEGER PRIMARY KEY,
  file TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES documents,
  size INTEGER,
  mtime INTEGER,
  inode INTEGER
) STRICT;
CREATE INDEX sources_by_document ON sources (document);

-- The totals a run told, for runs after which nothing has changed; inputs names what it was given.
ALTER TABLE runs ADD COLUMN inputs TEXT;
ALTER TABLE runs ADD COLUMN totals TEXT;
`
