import { isUnitOpening } from '../../chinese/classifiers.js'
import { numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import { type FoundExpression, NO_PARTS } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { readWeekday } from './read-components.js'
import { readSetWeekday } from './read-set.js'
import { withinDay } from './within-day.js'

/** The 三 of 周一、三、五 and 每周一、三: a weekday of its own that shares the word before it. */
export function readFurtherWeekday(
  lexicon: DateLexicon,
  text: string,
  before: FoundExpression,
): FoundExpression | null {
  if (text[before.end] !== '、') return null
  const start = before.end + 1
  const weekday = text[start] === '天' ? null : readWeekday(text, start)
  if (weekday === null || counts(text, weekday.end)) return null
  const { expression } = before
  const rest = { start, mod: null, open: null, days: null, modifiers: [], alone: false }
  if (expression.kind === 'set') {
    const set = WEEKLY.test(expression.value) ? readSetWeekday(lexicon, text, start) : null
    if (set === null) return null
    const { end, value } = set
    return { ...rest, end, expression: { kind: 'set', value }, rule: before.rule }
  }
  if (expression.kind !== 'calendar' || expression.until !== null) return null
  const { week, weekday: first, ahead } = expression.parts
  if (first === null) return null
  const own = { ...NO_PARTS, week, weekday: weekday.value, ahead }
  const { parts, until, end, rule } = withinDay(lexicon, text, own, weekday.end, before.rule)
  return { ...rest, end, expression: { kind: 'calendar', parts, until }, rule }
}

const WEEKLY = /^XXXX-WXX-\d/

/** 周一、三名 counts something: then it is a number. */
function counts(text: string, end: number): boolean {
  return isUnitOpening(text[end] ?? ' ') || numeralClass[text.charCodeAt(end)] !== NumeralClass.none
}
