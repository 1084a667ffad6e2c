/**
 * What searching and filtering facts needs, made of the records alone: it can be deleted and made
 * anew. `search_articles` holds, for each result, what is asked of its article and, packed, of its
 * facts (see `packed-facts.ts`), so that a million of them are read in a moment. `search_words` is
 * contentless; its rows are sentences that a fact was read from, by `sentenceKey`.
 */
export const SEARCH_SCHEMA = `
CREATE TABLE search_terms (
  key INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE search_articles (
  result INTEGER PRIMARY KEY REFERENCES results ON DELETE CASCADE,
  run INTEGER NOT NULL,
  publisher INTEGER,
  published INTEGER,
  flags INTEGER NOT NULL,
  facts BLOB NOT NULL
) STRICT;

CREATE TABLE search_state (
  version INTEGER NOT NULL,
  upto INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_words USING fts5(
  words, content='', contentless_delete=1, prefix='1', tokenize="unicode61 remove_diacritics 0"
);

CREATE TRIGGER search_forget AFTER DELETE ON search_articles BEGIN
  DELETE FROM search_words
  WHERE rowid BETWEEN old.result * 1048576 AND old.result * 1048576 + 1048575;
  -- The key of a deleted result may be given again.
  UPDATE search_state SET upto = min(upto, old.result - 1);
END;
`
