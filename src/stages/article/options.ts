import { z } from 'zod'
import { farmLimitsSchema } from '../../rule/link-farms.js'
import { noticeLimitsSchema } from '../../rule/notices.js'

/**
 * How much a line speaks for or against being the article's. Weights are in characters of prose;
 * the article is the run of lines whose weights have the largest sum.
 */
export const articleOptionsSchema = z.strictObject({
  /** Prose counts its length, up to this. */
  longestParagraph: z.number().default(200),
  /** A line shorter than this is no prose, unless it ends as a sentence does. */
  shortestProse: z.number().default(40),
  /** What a line without the end of a sentence costs: a subhead, a caption, a headline. */
  heading: z.number().default(12),
  /** What a line of a bulleted or numbered list of headlines costs. */
  listItem: z.number().default(20),
  /** The share of its length that a text cut off (`…` at its end) costs. */
  teaser: z.number().default(0.5),
  /** What a line with nothing but a date costs. */
  date: z.number().default(80),
  /** The share of a line inside links from which on it is a link. */
  linkShare: z.number().default(0.5),
  /**
   * What a line costs that a rule drops, by the kind it drops it as; `below` heads a list, `fixed`
   * is a line known by heart, which may stand in the midst of an article.
   */
  ruled: z
    .strictObject({
      navigation: z.number().default(60),
      metadata: z.number().default(20),
      disclaimer: z.number().default(150),
      related: z.number().default(100),
      advert: z.number().default(60),
      spam: z.number().default(12),
      below: z.number().default(1500),
      fixed: z.number().default(10),
    })
    .prefault({}),
  /** How far above the first line of the article its title and dateline may stand, in lines. */
  headLines: z.number().int().default(40),
  /** How far below its last line a sign-off may stand. */
  tailLines: z.number().int().default(25),
  /** What may stand between the end of a text page's prose and its sign-off. */
  signedEnd: z
    .strictObject({
      paragraphs: z.number().int().default(2),
      headlines: z.number().int().default(2),
      /** A line as short as the cells of a table counts as neither. */
      cell: z.number().int().default(8),
    })
    .prefault({}),
  notice: noticeLimitsSchema.prefault({}),
  farm: farmLimitsSchema.prefault({}),
  /** The share of an article's prose that its container holds at least. */
  containerShare: z.number().default(0.75),
  /** How many lines of other containers may stand between those of the article's. */
  containerGap: z.number().int().default(4),
  /** The share of a page's prose from which on a part with a telling name is the page itself. */
  wholeShare: z.number().default(0.75),
  /** The article outside of such parts has at least this share of what it would have with them. */
  namedShare: z.number().default(0.25),
  /** The selectors of a known site find at least this share of what a page has of prose in a run. */
  siteShare: z.number().default(0.1),
  shortestTitle: z.number().int().default(5),
  longestTitle: z.number().int().default(80),
})

export type ArticleOptions = z.infer<typeof articleOptionsSchema>
