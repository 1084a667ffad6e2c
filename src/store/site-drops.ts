import type { Connection } from './database.js'
import { fromJson } from './json.js'
import type { ArticleTally } from './tally.js'

/** How much of one site's articles was dropped, by kind, in characters of the source. */
export interface SiteDrops {
  /** The publisher, else the host of the address; empty where neither is known. */
  readonly site: string
  readonly isPublisher: boolean
  readonly articles: number
  readonly kinds: Readonly<Record<string, KindDrops>>
}

export interface KindDrops {
  readonly characters: number
  /** The article that lost most of this kind. */
  readonly article: string
  readonly most: number
}

/** What was dropped of the current articles, the sites of most articles first. */
export function readSiteDrops(connection: Connection): readonly SiteDrops[] {
  const rows = connection.prepare<[], ArticleRow>(
    `SELECT a.id, a.url, a.publisher, a.tally FROM validity v JOIN articles a ON a.result = v.result
     WHERE v.to_run IS NULL`,
  )
  const sites = new Map<string, Site>()
  for (const { id, url, publisher, tally } of rows.iterate()) {
    const name = publisher ?? hostOf(url)
    const isPublisher = publisher !== null
    const key = `${String(isPublisher)} ${name}`
    const site = sites.get(key) ?? { site: name, isPublisher, articles: 0, kinds: {} }
    sites.set(key, site)
    site.articles++
    for (const [kind, characters] of Object.entries(fromJson<ArticleTally>(tally).dropped)) {
      const known = (site.kinds[kind] ??= { characters: 0, article: id, most: 0 })
      known.characters += characters
      if (characters <= known.most) continue
      known.article = id
      known.most = characters
    }
  }
  return [...sites.values()].sort((a, b) => b.articles - a.articles || (a.site < b.site ? -1 : 1))
}

interface ArticleRow {
  readonly id: string
  readonly url: string | null
  readonly publisher: string | null
  readonly tally: string
}

interface Site extends SiteDrops {
  articles: number
  readonly kinds: Record<string, { characters: number; article: string; most: number }>
}

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : ''
}
