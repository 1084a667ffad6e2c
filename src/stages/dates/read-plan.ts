import type { TimexMod } from '../../core/timex.js'
import { NO_PARTS } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import type { Draft } from './modifiers.js'

/** “十四五”期间, with the quotation marks around the number. */
export function readPlan(lexicon: DateLexicon, text: string, at: number): Draft | null {
  const numeral =
    text[at] === '十' || text[at] === '八' || text[at] === '九' ? planAt(text, at) : null
  const value = numeral === null ? undefined : lexicon.plans.get(numeral)
  if (numeral === null || value === undefined || !lexicon.has('dates/plan')) return null
  const closed =
    OPENERS.includes(text[at - 1] ?? ' ') && CLOSERS.includes(text[at + numeral.length] ?? ' ')
  const from = at + numeral.length + (closed ? 1 : 0)
  // “十四五”末 and “十四五”以来 need no word of their own; the end of a plan is its last year.
  const word = lexicon.planWords.match(text, from)?.length ?? (closed ? 0 : null)
  if (word === null || text.startsWith('间隔', from + 1)) return null
  const edge = lexicon.behind.match(text, from + word)?.means.rule
  if (word === 0 && edge === undefined) return null
  const [first = value, last = value] = value.split('/')
  const ends: Readonly<Partial<Record<TimexMod, string>>> = { START: first, END: last }
  const fixed = (edge?.open === null ? ends[edge.mod] : undefined) ?? value
  return {
    start: closed ? at - 1 : at,
    end: from + word,
    expression: {
      kind: 'calendar',
      parts: { ...NO_PARTS, fixed },
      until: null,
    },
    rule: 'dates/plan',
  }
}

const OPENERS = '“"‘'
const CLOSERS = '”"’'

function planAt(text: string, at: number): string | null {
  if (text[at + 1] === '五') return text.slice(at, at + 2)
  return text[at + 2] === '五' ? text.slice(at, at + 3) : null
}
