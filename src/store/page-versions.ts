import type { Connection } from './database.js'

/** An article under the same URL as another. */
export interface PageVersion {
  readonly id: string
  readonly published: string | null
  /** The run in which its bytes first came. */
  readonly firstRun: number
}

/** Articles of different bytes under one URL, as of a run: versions of one page. */
export interface PageVersions {
  /** All versions of the page that has this URL, the oldest first; empty for a URL that names a site. */
  versionsOf(url: string | null): readonly PageVersion[]
  /** The id of the version before this one; null for the first. */
  earlierThan(article: Version): string | null
}

interface Version {
  readonly id: string
  readonly url: string | null
  readonly published: string | null
}

export function openPageVersions(connection: Connection, run: number): PageVersions {
  // In an order that the pages themselves give, so that it does not depend on which came first.
  const versions = connection.prepare<[{ url: string; run: number }], PageVersion>(
    `SELECT a.id, a.published,
       (SELECT min(f.from_run) FROM validity f WHERE f.document = v.document) AS firstRun
     FROM articles a JOIN validity v ON v.result = a.result
     WHERE a.url = @url AND v.from_run <= @run AND (v.to_run IS NULL OR v.to_run > @run)
     ORDER BY a.published IS NULL, a.published, a.id`,
  )
  const before = connection.prepare<[Version & { run: number }], { id: string }>(
    `SELECT a.id FROM articles a JOIN validity v ON v.result = a.result
     WHERE a.url = @url AND v.from_run <= @run AND (v.to_run IS NULL OR v.to_run > @run)
       AND (a.published IS NULL, ifnull(a.published, ''), a.id)
         < (@published IS NULL, ifnull(@published, ''), @id)
     ORDER BY a.published IS NULL DESC, a.published DESC, a.id DESC LIMIT 1`,
  )
  return {
    versionsOf(url) {
      return url === null || !PAGE_URL.test(url) ? [] : versions.all({ url, run })
    },
    earlierThan({ id, url, published }) {
      if (url === null || !PAGE_URL.test(url)) return null
      return before.get({ id, url, published, run })?.id ?? null
    },
  }
}

/** A URL without a path names a site: pages of many articles give it as their own. */
const PAGE_URL = /^https?:\/\/[^/]+\/./
