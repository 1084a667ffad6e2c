import { z } from 'zod'
import type { Mention } from '../../core/mention.js'
import type { Span } from '../../core/span.js'
import { defineStage } from '../../core/stage.js'
import { dateUnits } from './date-units.js'
import { compileDateLexicon } from './lexicon.js'
import { proveDateRules } from './prove.js'
import { loadDateRules } from './rules.js'
import { type ScanState, scanDates } from './scan.js'
import { Timeline } from './timeline.js'

const STAGE = 'dates'

/** Dates, times, durations and sets of the body as TIMEX3, resolved against the publication date. */
export const datesStage = defineStage({
  name: STAGE,
  version: 4,
  requires: ['article', 'body', 'sentences', 'quantities'],
  provides: 'dates',
  options: z.strictObject({}),
  units: dateUnits,
  check: ({ rules }) => proveDateRules(rules),
  prepare: ({ rules }) => {
    const lexicon = compileDateLexicon(loadDateRules(rules))
    return ({ article, body, sentences, quantities }) => {
      const timeline = new Timeline(article.published?.value ?? '')
      const state: ScanState = { republic: false }
      const mentions: Mention[] = []
      const { text } = body.text
      let next = 0
      for (const { index, paragraph, span } of sentences) {
        const taken: Span[] = []
        for (; next < quantities.length && quantities[next]!.span.start < span.end; next++)
          taken.push(within(quantities[next]!.span, span))
        const sentence = text.slice(span.start, span.end)
        for (const found of scanDates(lexicon, sentence, taken, state))
          mentions.push({
            kind: 'date',
            span: { start: span.start + found.start, end: span.start + found.end },
            value: { type: 'date', date: timeline.resolve(found, index, paragraph) },
            member: null,
            origin: { stage: STAGE, rule: found.rule, entry: null },
          })
      }
      return mentions
    }
  },
})

function within(span: Span, sentence: Span): Span {
  return { start: span.start - sentence.start, end: span.end - sentence.start }
}
