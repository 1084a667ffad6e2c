/**
 * How moments, stretches and lengths of time are written so that answers can be compared. A point is
 * `at …`, a stretch `span … …` with `..` for an open end, a time of day `clock …`, a length `seconds …`.
 */

const SECONDS: Readonly<Record<string, number>> = {
  Y: 365 * 86_400,
  M: 30 * 86_400,
  W: 7 * 86_400,
  D: 86_400,
  H: 3600,
  TM: 60,
  S: 1,
}

/** The hours that the peers mean by the parts of a day which TIMEX3 only names. */
const PARTS_OF_DAY: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  TDA: [[8, 18]],
  TMO: [
    [8, 12],
    [4, 12],
  ],
  TMI: [
    [11, 13],
    [12, 14],
  ],
  TAF: [
    [12, 16],
    [12, 19],
  ],
  TEV: [
    [16, 20],
    [18, 24],
  ],
  TNI: [
    [20, 24],
    [18, 24],
  ],
}

export function writeSpan(start: string | null, end: string | null): string {
  return `span ${start === null ? '..' : moment(start)} ${end === null ? '..' : moment(end)}`
}

export function writePoint(at: string): string {
  return `at ${moment(at)}`
}

/** `writeClock('17:00:00', null) // 'clock 17:00:00'` */
export function writeClock(start: string, end: string | null): string {
  return end === null ? `clock ${full(start)}` : `clock ${full(start)} ${full(end)}`
}

/** A TIMEX3 value; whole hours may be written with or without their minutes. */
export function writeTimex(value: string): string {
  return `timex ${value.replaceAll(/(T\d\d):00(?!:)/g, '$1')}`
}

/** `writeLength('P1DT2H') // 'seconds 93600'`; a month counts 30 days, a year 365, as the peers do. */
export function writeLength(duration: string): string {
  let total = 0
  const [days = '', clock = ''] = duration.slice(1).split('T')
  for (const [, count, unit] of days.matchAll(/([\d.]+)([YMWD])/g))
    total += Number(count) * (SECONDS[unit ?? ''] ?? Number.NaN)
  for (const [, count, unit] of clock.matchAll(/([\d.]+)([HMS])/g))
    total += Number(count) * (SECONDS[unit === 'M' ? 'TM' : (unit ?? '')] ?? Number.NaN)
  return `seconds ${total}`
}

/** The stretches that a part of a day can be, for `2016-11-06TEV`; none for other values. */
export function stretchesOfPart(timex: string): string[] {
  const match = /^(\d{4}-\d\d-\d\d)(T[A-Z]{2})$/.exec(timex)
  if (match === null) return []
  const [, day = '', part = ''] = match
  return (PARTS_OF_DAY[part] ?? []).map(([from, to]) =>
    writeSpan(atHour(day, from), to === 24 ? addDays(day, 1) : atHour(day, to)),
  )
}

/** `addDays('2024-02-28', 1) // '2024-02-29'` */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

function atHour(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00`
}

/** Midnight is its day, and a blank is T. */
function moment(text: string): string {
  return text.replace(' ', 'T').replace(/T00:00:00$/, '')
}

function full(clock: string): string {
  return clock.length === 2 ? `${clock}:00:00` : clock.length === 5 ? `${clock}:00` : clock
}
