import { isUnitOpening } from '../../chinese/classifiers.js'
import { numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import { type Expression, type FoundExpression, NO_PARTS, type Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { endSetWeekday } from './read-set.js'
import { readNamedWeekday, readWeekday } from './read-weekday.js'
import { withinDay } from './within-day.js'

/**
 * A weekday of its own that shares the word before it: the 三 of 周一、三、五 and 每周一、三, and the week
 * of 下周一、周三 and 每周一和周三.
 */
export function readFurtherWeekday(
  lexicon: DateLexicon,
  text: string,
  before: FoundExpression,
): FoundExpression | null {
  const listed = text[before.end] === '、' ? 1 : 0
  const start = before.end + (listed || (lexicon.weekdayJoins.match(text, before.end)?.length ?? 0))
  if (start === before.end) return null
  const { expression } = before
  const named = sharesWeek(expression) ? readNamedWeekday(lexicon, text, start) : null
  const weekday = named ?? (listed ? readListed(text, start) : null)
  if (weekday === null) return null
  const rest = { start, mod: null, open: null, days: null, modifiers: [], alone: false }
  if (expression.kind === 'set') {
    if (!WEEKLY.test(expression.value)) return null
    const { end, value } = endSetWeekday(lexicon, text, weekday)
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

/** A weekday without the word finds its week by itself. */
function sharesWeek(expression: Expression): boolean {
  return (
    expression.kind === 'set' || (expression.kind === 'calendar' && expression.parts.week !== null)
  )
}

function readListed(text: string, at: number): Read<number> | null {
  const weekday = text[at] === '天' ? null : readWeekday(text, at)
  return weekday === null || counts(text, weekday.end) ? null : weekday
}

/** 周一、三名 counts something: then it is a number. */
function counts(text: string, end: number): boolean {
  return isUnitOpening(text[end] ?? ' ') || numeralClass[text.charCodeAt(end)] !== NumeralClass.none
}
