import { isDay, padTwo } from './calendar.js'

/** A publication time read from a string; `[start, end)` is its place there, a zone included. */
export interface Published {
  /** Local time, as precise as shown: `2024-02-26T10:01:00`, `2025-01-22T13:22`, or `2025-01-22` where no clock time stands. */
  readonly value: string
  readonly start: number
  readonly end: number
}

/**
 * The first full date in a metadata string, with the clock time behind it. A zone is read over:
 * local time stays as shown. Null where no full date stands, as in `1小时前` or `2月26日`.
 * `parsePublished('2025年1月22日 下午1:22')?.value // '2025-01-22T13:22'`
 */
export function parsePublished(text: string): Published | null {
  for (const found of text.matchAll(DATE)) {
    const [matched, years, republic, month1, day1, , month2, day2] = found
    const year = years === undefined ? Number(republic) + 1911 : Number(years)
    const month = Number(month1 ?? month2)
    const day = Number(day1 ?? day2)
    if (!isDay(year, month, day)) continue
    const date = `${year}-${padTwo(month)}-${padTwo(day)}`
    const end = found.index + matched.length
    const clock = readClock(text, end)
    return clock === null
      ? { value: date, start: found.index, end }
      : { value: `${date}T${clock.value}`, start: found.index, end: clock.end }
  }
  return null
}

// A day and a time that run together (2024-02-2610:01) are told apart by the two digits of both.
const DATE =
  /(?<!\d)(?:((?:19|20)\d\d)|(?:民国|中华民国)\s?(\d{2,3}))(?:\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})(?:\s?[日号])?|([-/.])(\d{1,2})\5(\d{1,2}))(?:(?!\d)|(?=\d\d[:：]\d\d))/g

const LONGEST_CLOCK = 64
const CLOCK =
  /^[\s\u3000]{0,8}(?:T|[,，、|·]|HKT|CST|北京时间|香港时间)?\s?(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?)?[\s\u3000]{0,8}(上午|中午|下午|晚上|晚间|傍晚|凌晨|清晨|早上|am|pm)?\s?(\d{1,2})(?:[:：](\d\d)(?:[:：](\d\d)(?!\d)|(?!\d))|[时点](\d{1,2})分(?:(\d{1,2})秒)?)(?:\.\d{1,9})?(?:\s?(am|pm)\b)?(?:z\b|[+-]\d\d:?\d\d)?/i

function readClock(text: string, at: number): { value: string; end: number } | null {
  const found = CLOCK.exec(text.slice(at, at + LONGEST_CLOCK))
  if (found === null) return null
  const [matched, before, hours, minutes1, seconds1, minutes2, seconds2, after] = found
  const hour = toHour(Number(hours), (before ?? after ?? '').toLowerCase())
  const minute = Number(minutes1 ?? minutes2)
  const second = seconds1 ?? seconds2
  if (hour > 23 || minute > 59 || Number(second ?? 0) > 59) return null
  const seconds = second === undefined ? '' : `:${padTwo(Number(second))}`
  return { value: `${padTwo(hour)}:${padTwo(minute)}${seconds}`, end: at + matched.length }
}

/** The hour of 24 that a hour of 12 with its half of the day means; 上午12:05 is five past midnight. */
function toHour(hour: number, half: string): number {
  if (hour === 12) return MORNING.has(half) ? 0 : hour
  return AFTERNOON.has(half) && hour < 12 ? hour + 12 : hour
}

const MORNING: ReadonlySet<string> = new Set(['上午', '凌晨', 'am'])
const AFTERNOON: ReadonlySet<string> = new Set(['下午', '晚上', '晚间', '傍晚', 'pm'])
