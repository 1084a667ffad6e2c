import { z } from 'zod'

/**
 * What `meta` elements are called that say something of the article itself, lower-cased: the
 * customary names, Open Graph, Dublin Core, and those that Chinese government sites must carry.
 */
const META_NAMES = [
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'editor',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publish_time',
  'publishtime',
  'publishedtime',
  'releasedate',
  'date',
  'datepublished',
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'og:release_date',
  'bytedance:published_time',
  'weibo:article:create_at',
  'weibo:webpage:create_at',
  'sailthru.date',
  'parsely-pub-date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'firstpublishedtime',
  'articletitle',
  'og:title',
  'twitter:title',
  'headline',
  'dc.title',
  'og:site_name',
  'sitename',
  'source',
  'contentsource',
  'mediaid',
  'publisher',
  'dc.publisher',
  'dc.source',
  'article:publisher',
  'copyright',
  'og:url',
  'url',
  'script:title',
  'script:time',
  'script:source',
  'script:author',
]

/** Names in JSON-LD whose string value is of the same use, as written there. */
const JSON_LD_NAMES = ['headline', 'datePublished', 'pubDate']

/** Variables and members of scripts that say when the article was published. */
const SCRIPT_TIME_NAMES = [
  'publishTime',
  'publish_time',
  'publishedTime',
  'publishDate',
  'publish_date',
  'publishedAt',
  'published_at',
  'published_time',
  'pubTime',
  'pubtime',
  'pub_time',
  'pubDate',
  'newsTime',
  'newsPublishTime',
  'releaseTime',
  'createTime',
  'create_time',
  'ctime',
  'ct',
]

/** What members of the object that holds an article are called, by the metadata they are. */
const SCRIPT_KEYS = {
  title: ['title', 'newsTitle', 'articleTitle', 'docTitle', 'contentTitle', 'headline', 'name'],
  time: [...SCRIPT_TIME_NAMES, 'time', 'date', 'displayTime', 'display_time', 'datePublished'],
  source: ['source', 'sourceName', 'source_name', 'newsSource', 'media', 'mediaName', 'media_name'],
  author: ['author', 'authorName', 'author_name', 'writer', 'reporter'],
}

/** What of a page's markup is kept, and how a page is told from a text. */
export const markupOptions = z.strictObject({
  /** `meta` elements whose content becomes a line, by name, property or itemprop, lower-cased. */
  metaNames: z.array(z.string()).default(META_NAMES),
  /** Members of JSON-LD scripts whose (first) string value becomes a line. */
  jsonLdNames: z.array(z.string().regex(/^[\w@:.-]+$/)).default(JSON_LD_NAMES),
  /** Members and variables of other scripts whose (first) value becomes a line where it is a time. */
  scriptTimeNames: z.array(z.string().regex(/^[\w@:.-]+$/)).default(SCRIPT_TIME_NAMES),
  /** Where scripts hold so many characters of sentences, and the page fewer, they are read. */
  scriptBody: z
    .strictObject({
      leastProse: z.int().positive().default(80),
      keys: z.record(z.string(), z.array(z.string())).default(SCRIPT_KEYS),
    })
    .prefault({}),
  /** How many characters of a document are looked at to tell a page from a text. */
  sniffedCharacters: z.int().positive().default(16_384),
  /** A document that does not begin like a page is one if it has so many tags, so densely. */
  leastTags: z.int().positive().default(8),
  charactersPerTag: z.int().positive().default(150),
  /** Where more than this share of a page is hidden, a script will show it: it is not dropped. */
  hiddenShare: z.number().min(0).max(1).default(0.5),
})

export type MarkupOptions = z.infer<typeof markupOptions>
