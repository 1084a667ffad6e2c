import { readSmallInteger, type SmallInteger } from '../../chinese/integers.js'
import { numeralClass } from '../../chinese/numeral-characters.js'
import type { ClockTime, DayPart, Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { isAlone } from './surroundings.js'

/** A part of the day, or a clock time, or two with a connector. */
export interface ClockRead {
  readonly dayPart: DayPart | null
  readonly first: ClockTime | null
  readonly last: ClockTime | null
}

interface Before {
  /** The part of the day that a word before already named: 今晚. */
  readonly part: DayPart | null
  /** A day stands before: then 下午 alone is a time, and 八点 surely is. */
  readonly dated: boolean
}

/** Reads 下午2时, 早上七点半, 17:55, 8时至12时; behind a day also 下午 alone. */
export function readClock(
  lexicon: DateLexicon,
  text: string,
  at: number,
  before: Before,
): Read<ClockRead> | null {
  if (!lexicon.has('dates/clock')) return null
  const piece = lexicon.pieces.match(text, at)
  const named = piece?.means.slot === 'day-part' ? piece.means.part : null
  const from = named === null ? at : at + (piece?.length ?? 0)
  const part = named ?? before.part
  const first = readTime(lexicon, text, from, part, before.dated || part !== null)
  if (first === null) {
    if (named === null || !standsAsTime(text, at, from, before.dated)) return null
    return { value: { dayPart: named, first: null, last: null }, end: from }
  }
  const connector = lexicon.connectors.match(text, first.end)
  const next = connector === null ? first.end : first.end + connector.length
  const other = connector === null ? null : lexicon.pieces.match(text, next)
  const otherPart = other?.means.slot === 'day-part' ? other.means.part : null
  const start = otherPart === null ? next : next + (other?.length ?? 0)
  const last = connector === null ? null : readTime(lexicon, text, start, otherPart ?? part, true)
  return last === null
    ? { value: { dayPart: part, first: first.value, last: null }, end: first.end }
    : { value: { dayPart: part, first: first.value, last: last.value }, end: last.end }
}

/** Behind a day; without one a part of it is a time only where it is all of its clause. */
function standsAsTime(text: string, start: number, end: number, dated: boolean): boolean {
  if (dated) return true
  const closed = /^[\p{P}\s]?$/u.test(text[end] ?? '')
  return closed && end - start > 1 && (start === 0 || /[\p{P}\s]/u.test(text[start - 1]!))
}

/** One clock time. `sure`: what stands before leaves no doubt that it is one. */
function readTime(
  lexicon: DateLexicon,
  text: string,
  at: number,
  part: DayPart | null,
  sure: boolean,
): Read<ClockTime> | null {
  const hour = readSmallInteger(text, at)
  if (hour === null || hour.value > 24 || hour.digits > 2) return null
  const mark = text[hour.end]
  if (mark === ':' || mark === '：') return readDigital(lexicon, text, at, { hour, part })
  const half = halfBehind(lexicon, text, hour.end)
  if (half !== null) return { value: toClock(hour.value, 0, null, half.value), end: half.end }
  if (mark !== '点' && mark !== '时') {
    // 早上五到六点: the first of two shares the unit.
    const shared = sure && lexicon.connectors.match(text, hour.end) !== null
    const next = shared ? readSmallInteger(text, hour.end + 1) : null
    const pair = next !== null && (text[next.end] === '点' || text[next.end] === '时')
    return pair ? { value: toClock(hour.value, 0, null, part), end: hour.end } : null
  }
  if (lexicon.notClock.match(text, hour.end) !== null) return null
  if (!sure && lexicon.notBeforeClock.match(text, at) !== null) return null
  const rest = readMinutes(text, hour.end + 1)
  const exact = rest.end > hour.end + 1
  if (
    !sure &&
    !exact &&
    !isAlone(text, at, rest.end) &&
    (mark === '点' || hour.script === 'chinese')
  ) {
    const next = text.slice(hour.end + 1, hour.end + 3)
    if (readsOn(lexicon, text, rest.end))
      return { value: toClock(hour.value, 0, null, part), end: rest.end }
    if (!(hour.script === 'arabic' ? FOLLOWS_DIGITS : FOLLOWS_NUMERAL).test(next)) return null
  }
  const { minute, second } = rest.value
  return { value: toClock(hour.value, minute, second, part), end: rest.end }
}

/** 10点-11点: the second hour shows that the first is one. */
function readsOn(lexicon: DateLexicon, text: string, at: number): boolean {
  const connector = lexicon.connectors.match(text, at)
  const next = connector === null ? null : readSmallInteger(text, at + connector.length)
  return next !== null && next.value <= 24 && (text[next.end] === '点' || text[next.end] === '时')
}

/** Without a day or a part of it, only these show that 9点 or 九点 is an hour. */
const FOLLOWS_DIGITS = /^(左右|许|前|后|开|起|至|到|，|,|。|的|在|$)/
const FOLLOWS_NUMERAL = /^(左右|许|前后)/

interface Rest {
  readonly minute: number
  readonly second: number | null
}

/** What follows 点 or 时: 半, 一刻, 整, 十五分, 零五分三十秒. */
function readMinutes(text: string, at: number): Read<Rest> {
  const none = { value: { minute: 0, second: null }, end: at }
  if (text[at] === '半') return { value: { minute: 30, second: null }, end: at + 1 }
  if (text[at] === '整') return { ...none, end: at + 1 }
  if (text[at] === '钟') return { ...none, end: at + (text[at + 1] === '整' ? 2 : 1) }
  const from = text[at] === '零' || text[at] === '〇' ? at + 1 : at
  const number = readSmallInteger(text, from)
  if (number === null || number.value > 59) return none
  if (number.script === 'arabic' && number.digits === 2 && text[at - 1] === '点') {
    // 7点30, but not 第2点15项.
    if (/^[^\p{L}\d.%％:：]?$/u.test(text[number.end] ?? ''))
      return { value: { minute: number.value, second: null }, end: number.end }
  }
  if (text[number.end] === '刻')
    return { value: { minute: number.value * 15, second: null }, end: number.end + 1 }
  if (text[number.end] !== '分') {
    const spoken = number.script === 'chinese' && text[at - 1] === '点' && number.value > 0
    const closed =
      !numeralClass[text.charCodeAt(number.end)] && /^[^一-龥]?$/.test(text[number.end] ?? '')
    return spoken && closed
      ? { value: { minute: number.value, second: null }, end: number.end }
      : none
  }
  const end = number.end + (text[number.end + 1] === '钟' ? 2 : 1)
  const second = readSmallInteger(text, end)
  if (second === null || second.value > 59 || text[second.end] !== '秒')
    return { value: { minute: number.value, second: null }, end }
  return { value: { minute: number.value, second: second.value }, end: second.end + 1 }
}

/** 17:55, 17:55:23, 2:00pm; a ratio, a score or a part of a longer code is none. */
function readDigital(
  lexicon: DateLexicon,
  text: string,
  start: number,
  { hour, part }: { readonly hour: SmallInteger; readonly part: DayPart | null },
): Read<ClockTime> | null {
  const minute = readSmallInteger(text, hour.end + 1)
  if (minute === null || minute.digits !== 2 || minute.value > 59) return null
  if (hour.value > 23 || /[\d:：.比分]/.test(text[start - 1] ?? '')) return null
  const mark = text[minute.end]
  if (mark === '.' || mark === '%') return null
  const second = mark === ':' || mark === '：' ? readSmallInteger(text, minute.end + 1) : undefined
  if (second === null || (second !== undefined && (second.digits !== 2 || second.value > 59)))
    return null
  const end = second?.end ?? minute.end
  const half = halfBehind(lexicon, text, end)
  const value = toClock(hour.value, minute.value, second?.value ?? null, half?.value ?? part)
  return { value, end: half?.end ?? end }
}

/** pm behind a time, with or without a space. */
function halfBehind(lexicon: DateLexicon, text: string, at: number): Read<DayPart> | null {
  const from = text[at] === ' ' ? at + 1 : at
  const match = lexicon.halves.match(text, from)
  if (match === null || /[A-Za-z]/.test(text[from + match.length] ?? '')) return null
  return { value: match.means, end: from + match.length }
}

/** The hour of 24 that an hour of 12 in a part of the day means. */
function toClock(
  hour: number,
  minute: number,
  second: number | null,
  part: DayPart | null,
): ClockTime {
  const late =
    part === 'AF' ||
    (part === 'EV' && hour > 3) ||
    (part === 'MI' && hour < 3) ||
    (part === 'NI' && hour > 5)
  const midnight = hour === 12 && (part === 'EV' || part === 'NI')
  if (midnight) return { hour: 24, minute, second }
  return { hour: late && hour < 12 ? hour + 12 : hour, minute, second }
}
