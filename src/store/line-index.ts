import type { Connection } from './database.js'

/** A line of an article, by hashes of its words. */
export interface IndexedLine {
  readonly article: number
  /** Lines that follow each other have positions that do; what is not a whole line has others. */
  readonly position: number
  /** Of its words with numbers left open, and with them: equal templates may differ in numbers. */
  readonly template: number
  readonly exact: number
  readonly length: number
}

/** An article whose lines are entered. */
export interface IndexedArticle {
  readonly article: number
  readonly site: string
  /** Characters of the lines that no other article has, which are not entered. */
  readonly own: number
}

/** How often a template stands in the articles that were entered. */
export interface TemplateCount {
  readonly template: number
  readonly articles: number
  readonly sites: number
  /** How many articles the site has that holds it most often. */
  readonly atOneSite: number
  /** 1 where its lines differ in their numbers, else 0. */
  readonly varies: number
  readonly length: number
}

/** A site, '' where it has no name, and how many pages of it are meant. */
export interface SiteCount {
  readonly site: string
  readonly pages: number
}

/** Templates of two lines that follow each other, and in how many articles they do. */
export interface TemplatePair {
  readonly first: number
  readonly second: number
  readonly articles: number
}

/**
 * Counts lines of articles in temporary tables, so that a dump of any size needs little memory. To
 * be filled first, then sealed, then asked.
 */
export interface LineIndex {
  addArticle(article: IndexedArticle): void
  addLine(line: IndexedLine): void
  /** Ends the filling; templates of a single article are forgotten. */
  seal(): void
  /** The templates of so many articles or more, those of most first. */
  templates(least: number): readonly TemplateCount[]
  /** Templates that follow each other in so many articles or more, those of most first. */
  pairs(least: number): readonly TemplatePair[]
  /** Where a template stands, by article, at most `most` places. */
  occurrences(template: number, most: number): readonly IndexedLine[]
  /** The lines of an article that recur, by position. */
  linesOf(article: number): readonly IndexedLine[]
  article(article: number): IndexedArticle | null
  /** The sites with pages that hold a template, the most first. */
  sitesOf(template: number): readonly SiteCount[]
}

/** Makes an empty index; one made before on this connection is gone. */
export function openLineIndex(connection: Connection): LineIndex {
  connection.exec(TABLES)
  const article = connection.prepare<[number, string, number]>(
    'INSERT OR REPLACE INTO temp.line_articles VALUES (?, ?, ?)',
  )
  const line = connection.prepare<[number, number, number, number, number]>(
    'INSERT OR IGNORE INTO temp.lines VALUES (?, ?, ?, ?, ?)',
  )
  return {
    addArticle: ({ article: key, site, own }) => void article.run(key, site, own),
    addLine: ({ article: key, position, template, exact, length }) =>
      void line.run(key, position, template, exact, length),
    seal() {
      connection.exec('CREATE INDEX temp.lines_by_template ON lines (template, article)')
      connection.exec(COUNT)
      connection.exec(
        'DELETE FROM temp.lines WHERE template NOT IN (SELECT template FROM temp.templates)',
      )
    },
    templates: (least) => connection.prepare<[number], TemplateCount>(TEMPLATES).all(least),
    pairs: (least) => connection.prepare<[number], TemplatePair>(PAIRS).all(least),
    occurrences: (template, most) =>
      connection
        .prepare<[number, number], IndexedLine>(
          'SELECT * FROM temp.lines WHERE template = ? ORDER BY article, position LIMIT ?',
        )
        .all(template, most),
    linesOf: (key) =>
      connection
        .prepare<[number], IndexedLine>(
          'SELECT * FROM temp.lines WHERE article = ? ORDER BY position',
        )
        .all(key),
    article: (key) =>
      connection
        .prepare<[number], IndexedArticle>('SELECT * FROM temp.line_articles WHERE article = ?')
        .get(key) ?? null,
    sitesOf: (template) => connection.prepare<[number], SiteCount>(SITES).all(template),
  }
}

const TABLES = `
DROP TABLE IF EXISTS temp.lines;
DROP TABLE IF EXISTS temp.line_articles;
DROP TABLE IF EXISTS temp.templates;
CREATE TEMP TABLE line_articles (article INTEGER PRIMARY KEY, site TEXT NOT NULL, own INTEGER);
CREATE TEMP TABLE lines (
  article INTEGER NOT NULL,
  position INTEGER NOT NULL,
  template INTEGER NOT NULL,
  exact INTEGER NOT NULL,
  length INTEGER NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE TEMP TABLE templates (
  template INTEGER PRIMARY KEY,
  articles INTEGER NOT NULL,
  sites INTEGER NOT NULL,
  atOneSite INTEGER NOT NULL,
  varies INTEGER NOT NULL,
  length INTEGER NOT NULL
);
`

const COUNT = `
INSERT INTO temp.templates
SELECT template, sum(articles), count(*), max(articles), min(lowest) <> max(highest), max(length)
FROM (
  SELECT l.template, a.site, count(DISTINCT l.article) AS articles,
    min(l.exact) AS lowest, max(l.exact) AS highest, max(l.length) AS length
  FROM temp.lines l JOIN temp.line_articles a ON a.article = l.article
  GROUP BY l.template, a.site
)
GROUP BY template HAVING sum(articles) > 1`

/** The most frequent are enough: of so many lines no person reads the rest. */
const TEMPLATES =
  'SELECT * FROM temp.templates WHERE articles >= ? ORDER BY articles DESC, template LIMIT 50000'

const SITES = `
SELECT a.site, count(DISTINCT l.article) AS pages
FROM temp.lines l JOIN temp.line_articles a ON a.article = l.article
WHERE l.template = ? GROUP BY a.site ORDER BY pages DESC, a.site`

const PAIRS = `
SELECT l.template AS first, n.template AS second, count(DISTINCT l.article) AS articles
FROM temp.lines l JOIN temp.lines n ON n.article = l.article AND n.position = l.position + 1
GROUP BY l.template, n.template HAVING count(DISTINCT l.article) >= ?
ORDER BY articles DESC, l.template, n.template`
