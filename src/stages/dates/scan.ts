import { numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import { readNumeral } from '../../chinese/numerals.js'
import type { Span } from '../../core/span.js'
import { type Expression, type FoundExpression, NO_PARTS } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { applyModifiers, type Draft } from './modifiers.js'
import { type AwayRead, readAway, readStretch } from './read-away.js'
import { readFromAway } from './read-from-away.js'
import { readCalendar } from './read-calendar.js'
import { readDuration } from './read-duration.js'
import { readFurtherWeekday } from './read-further-weekday.js'
import { readPlan } from './read-plan.js'
import { readSet, readSetWeekday } from './read-set.js'
import { UNKNOWN } from './resolution.js'
import { isAlone } from './surroundings.js'

/** What the scanner knows from the text before the sentence. */
export interface ScanState {
  /** Years of 民国 were named: 113年 is one too. */
  republic: boolean
}

/**
 * All temporal expressions of one sentence, in text order, none overlapping another or one of `taken`
 * (sorted spans that are something else, such as quantities). Linear in the sentence.
 */
export function scanDates(
  lexicon: DateLexicon,
  sentence: string,
  taken: readonly Span[],
  state: ScanState,
): FoundExpression[] {
  const found: FoundExpression[] = []
  let from = 0
  for (const span of taken) {
    if (from < span.start) scanUpTo(lexicon, sentence, span.start, { from, state, found })
    from = Math.max(from, span.end)
  }
  if (from < sentence.length) scanUpTo(lexicon, sentence, sentence.length, { from, state, found })
  const [only] = found
  if (only !== undefined && found.length === 1 && isAlone(sentence, only.start, only.end))
    return [{ ...only, alone: true }]
  return found
}

interface Stretch {
  readonly from: number
  readonly state: ScanState
  readonly found: FoundExpression[]
}

/** Cuts the sentence off at `end` only where something may begin before it. */
function scanUpTo(
  lexicon: DateLexicon,
  sentence: string,
  end: number,
  { from, state, found }: Stretch,
): void {
  let at = from
  while (at < end && !lexicon.begins.at(sentence, at)) at++
  if (at < end)
    scanStretch(lexicon, sentence.slice(0, end), { from: at, floor: from, state, found })
}

/** Scans from `from` to the end of `text`; what stands before is only looked back at. */
function scanStretch(
  lexicon: DateLexicon,
  text: string,
  { from, floor: before, state, found }: Stretch & { readonly floor: number },
): void {
  const place = { state, found }
  let at = from
  let floor = before
  while (at < text.length) {
    if (!lexicon.begins.at(text, at)) {
      at++
      continue
    }
    const worded = lexicon.begins.mayBeWord(text, at)
    const excluded = worded ? lexicon.exclusions.match(text, at) : null
    if (excluded !== null) {
      at += excluded.length
      continue
    }
    const draft = readAt(lexicon, text, at, place)
    if (draft === null) {
      at = skip(text, at)
      continue
    }
    const read = applyModifiers(lexicon, text, draft, floor)
    found.push(read)
    for (let last = read; ;) {
      floor = last.end
      at = last.end
      const next = readFurtherWeekday(lexicon, text, last)
      if (next === null) break
      found.push((last = next))
    }
  }
}

/** Past what cannot begin an expression: a run of digits of one script, else one character. */
function skip(text: string, at: number): number {
  const kind = numeralClass[text.charCodeAt(at)]
  let end = at + 1
  if (kind !== NumeralClass.arabic && kind !== NumeralClass.digit) return end
  while (numeralClass[text.charCodeAt(end)] === kind) end++
  return end
}

interface Place {
  readonly state: ScanState
  /** What stands before it in the sentence. */
  readonly found: readonly FoundExpression[]
}

function readAt(lexicon: DateLexicon, text: string, at: number, place: Place): Draft | null {
  const { state } = place
  const kind = numeralClass[text.charCodeAt(at)]!
  if (kind !== NumeralClass.none) {
    if (kind === NumeralClass.arabic && at > 0 && isCode(text.charCodeAt(at - 1))) return null
    if (mayBeTemporal(lexicon, text, at)) {
      const draft = readPlan(lexicon, text, at) ?? readNumbered(lexicon, text, at, place)
      if (draft !== null) return draft
    }
    if (kind === NumeralClass.arabic || !lexicon.begins.mayBeWord(text, at)) return null
  }
  const match = lexicon.pieces.match(text, at)
  if (match === null) return null
  const piece = match.means
  const end = at + match.length
  const draft = (expression: Expression, to: number, rule: string): Draft => ({
    start: at,
    end: to,
    expression,
    rule,
  })
  switch (piece.slot) {
    case 'present':
      return lexicon.notBeforePresent.match(text, at) === null && !isNumeral(text, at - 1)
        ? draft({ kind: 'present' }, end, 'dates/present')
        : null
    case 'set': {
      const set = readSet(lexicon, text, end)
      return set && draft({ kind: 'set', value: set.value }, set.end, 'dates/set')
    }
    case 'weekly': {
      const unit = lexicon.setUnits.match(text, end)
      if (unit?.means !== '1W') return null
      const set = readSetWeekday(lexicon, text, end + unit.length)
      return set && draft({ kind: 'set', value: set.value }, set.end, 'dates/set')
    }
    case 'edge': {
      if (isNumeral(text, at - 1) || lexicon.notBeforeEdge.match(text, at) !== null) return null
      const now = { base: 'published', value: 0 } as const
      const parts = piece.of === 'year' ? { ...NO_PARTS, year: now } : { ...NO_PARTS, month: now }
      const edge = draft({ kind: 'calendar', parts, until: null }, end, 'dates/edge')
      return { ...edge, mod: piece.mod, days: piece.days }
    }
    case 'dynasty': {
      if (lexicon.notBeforeDynasty.match(text, at) !== null) return null
      const parts = { ...NO_PARTS, fixed: UNKNOWN }
      const read = draft({ kind: 'calendar', parts, until: null }, end, 'dates/dynasty')
      return { ...read, mod: piece.mod }
    }
    case 'stretch': {
      const { direction, whole } = piece
      const read = readStretch(lexicon, text, { direction, whole, start: at, end })
      return read && toDraft(at, read)
    }
    case 'limit': {
      // 截至截至… must not nest.
      const again = lexicon.pieces.match(text, end)?.means.slot === 'limit'
      const inner = again ? null : readAt(lexicon, text, end, place)
      if (inner === null || inner.expression.kind !== 'calendar') return null
      return { ...inner, start: at, limit: piece.rule }
    }
    default:
      return readDate(lexicon, text, at, piece.slot === 'republic', state)
  }
}

/** A look at what follows the number sorts most numbers out before anything is read. */
function mayBeTemporal(lexicon: DateLexicon, text: string, at: number): boolean {
  const end = endOfNumber(text, at)
  const next = text.charCodeAt(end)
  if (!lexicon.follows[next]) return end - at === DIGITS_OF_DAY
  return next !== COUNTER || lexicon.followsCounter[text.charCodeAt(end + 1)] === 1
}

/** Where the run of numerals that begins at `at` ends, if it is not too long. */
function endOfNumber(text: string, at: number): number {
  let end = at + 1
  while (end < at + LONGEST_NUMBER && numeralClass[text.charCodeAt(end)]) end++
  return end
}

/** No number of a date or a length of time is longer; the bound keeps runs of numerals linear. */
const LONGEST_NUMBER = 24
/** 20240226. */
const DIGITS_OF_DAY = 8
/** 个. */
const COUNTER = 0x4e2a

/** An expression that begins with a number: a date where it is one, else a length of time. */
function readNumbered(
  lexicon: DateLexicon,
  text: string,
  at: number,
  { state, found }: Place,
): Draft | null {
  if (text[at - 1] !== '第' && !lexicon.followsLength[text.charCodeAt(endOfNumber(text, at))]) {
    const date = readDate(lexicon, text, at, false, state)
    if (date !== null) return date
  }
  const duration = readDuration(lexicon, text, at)
  if (duration === null) return null
  const first = found.length === 0
  // 前6个月 is none, 目前6个月 one.
  const behind = found[found.length - 1]?.end === at
  if (!behind && lexicon.notBeforeDuration.match(text, at) !== null) return null
  const away = readAway(lexicon, text, { start: at, first }, duration)
  if (away !== null) return readFromAway(lexicon, text, at, away) ?? toDraft(at, away)
  return {
    start: at,
    end: duration.end,
    expression: { kind: 'duration', duration: duration.value },
    rule: 'dates/duration',
    ...(duration.value.inexact ? { mod: 'APPROX' } : {}),
  }
}

function toDraft(start: number, { value, end, rule, inexact }: AwayRead): Draft {
  return { start, end, expression: value, rule, ...(inexact ? { mod: 'APPROX' } : {}) }
}

function readDate(
  lexicon: DateLexicon,
  text: string,
  at: number,
  republic: boolean,
  state: ScanState,
): Draft | null {
  const read = readCalendar(lexicon, text, at, republic || state.republic)
  if (read === null) return null
  if (republic) state.republic = true
  const { parts: own, until, end, rule, fromDays = null } = read
  const ahead = own.year === null && lexicon.aheadSigns.match(text, end) !== null
  const parts = ahead ? { ...own, ahead } : own
  return {
    start: at,
    end,
    expression: { kind: 'calendar', parts, until, fromDays },
    rule: until === null ? rule : 'dates/range',
  }
}

function isNumeral(text: string, at: number): boolean {
  const kind = numeralClass[text.charCodeAt(at)]
  return kind !== undefined && kind !== NumeralClass.none && readNumeral(text, at) !== null
}

/** A letter, a point or a stroke right before the digits makes them part of a code. */
function isCode(unit: number): boolean {
  const letter = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
  return letter || unit === 0x2e || unit === 0x2f || unit === 0x5f
}
