import { z } from 'zod'
import { Automaton } from '../dictionary/automaton.js'
import type { PhraseList } from '../dictionary/phrase-lists.js'
import type { LineSpan } from './line-rules.js'

/** The roles that phrase lists play for notices: who speaks, and of what. */
export const NOTICE_ROLES = ['site', 'claim'] as const

/** A legal notice is at most so long, in characters, and makes at least so many different claims. */
export const noticeLimitsSchema = z.strictObject({
  length: z.number().int().default(400),
  claims: z.number().int().default(2),
})

export type NoticeLimits = Readonly<z.infer<typeof noticeLimitsSchema>>

/**
 * Knows legal notices by their words: a site that speaks of itself (本站) and what such notices are
 * about (侵权, 立场). No list holds the notices themselves.
 */
export class NoticeFinder {
  private readonly automaton: Automaton
  private readonly isSite: readonly boolean[]
  private readonly ids: readonly string[]

  constructor(
    lists: readonly PhraseList[],
    private readonly limits: NoticeLimits,
  ) {
    const phrases = lists
      .filter(({ role }) => role === 'site' || role === 'claim')
      .flatMap(({ id, role, phrases }) => phrases.map((phrase) => ({ id, role, phrase })))
    this.automaton = new Automaton(phrases.map(({ phrase }) => phrase))
    this.isSite = phrases.map(({ role }) => role === 'site')
    this.ids = phrases.map(({ id }) => id)
  }

  /** For each span (in text order, disjoint) the id of the list that makes it a notice, or null. */
  find(text: string, spans: readonly LineSpan[]): (string | null)[] {
    const sites: (string | null)[] = new Array<string | null>(spans.length).fill(null)
    const claims = new Map<number, Set<number>>()
    let at = 0
    this.automaton.scan(text, (phrase, start) => {
      while (at < spans.length && spans[at]!.end <= start) at++
      const span = spans[at]
      if (span === undefined || span.start > start) return
      if (span.end - span.start > this.limits.length) return
      if (this.isSite[phrase]) {
        sites[at] ??= this.ids[phrase]!
        return
      }
      const found = claims.get(at)
      if (found === undefined) claims.set(at, new Set([phrase]))
      else found.add(phrase)
    })
    return sites.map((id, index) =>
      (claims.get(index)?.size ?? 0) >= this.limits.claims ? id : null,
    )
  }
}
