import {
  addDays,
  addMonths,
  type Day,
  formatDay,
  isoWeekOf,
  padTwo,
  padYear,
  shiftMonths,
} from '../../chinese/calendar.js'
import type { Direction, Step, TimeUnit } from './expression.js'
import { againstPublished, type Context, plain, type Resolved, UNKNOWN } from './resolution.js'

/** A moment: a day and the seconds gone by of it. */
interface Moment {
  readonly day: Day
  readonly seconds: number
}

/** How many of a coarser unit a step is: months, days or seconds. */
const MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = { Y: 12, M: 1 }
const DAYS: Readonly<Partial<Record<TimeUnit, number>>> = { W: 7, D: 1 }
const SECONDS: Readonly<Partial<Record<TimeUnit, number>>> = { TH: 3600, TM: 60, TS: 1 }

const DAY_SECONDS = 86_400
/** Beyond these years, values have no four digits. */
const LAST_YEAR = 9999

/** 三年前, 三天后: as exact as the finest unit it is counted in. */
export function resolveAway(
  steps: readonly Step[],
  direction: Direction,
  { published, clock }: Context,
): Resolved {
  const finest = steps[steps.length - 1]?.unit ?? 'D'
  const timed = SECONDS[finest] !== undefined
  const moved =
    published === null || (timed && clock === null)
      ? null
      : move({ day: published, seconds: clock ?? 0 }, steps, direction)
  if (published === null || moved === null)
    return plain(timed ? `${UNKNOWN}-XX-XXTXX:XX` : finest === 'Y' ? UNKNOWN : `${UNKNOWN}-XX`)
  const anchor = againstPublished(published)
  const value = timed && finest !== 'TS' ? nameMinute(moved) : nameUnit(moved, finest)
  const { year, month, day } = moved.day
  const known = { ...plain(value), year, toldYear: true, anchor }
  if (finest === 'Y') return known
  return { ...known, month, day: finest === 'M' ? null : day }
}

/** 上两周, 下三个月: whole units right before or behind the present one. */
export function resolveRun(
  { unit, count }: Step,
  direction: Direction,
  { published, clock }: Context,
): Resolved {
  const timed = SECONDS[unit] !== undefined
  if (published === null || count < 1 || (timed && clock === null)) return plain(UNKNOWN)
  const now = { day: { ...published, day: monthly(unit) ? 1 : published.day }, seconds: clock ?? 0 }
  // A range of times ends with the moment it names, one of days or months with the last of them.
  const [nearest, farthest] = timed && direction < 0 ? [0, count] : [1, timed ? count + 1 : count]
  const [near, far] = [nearest, farthest].map((steps) =>
    move(now, [{ unit, count: steps }], direction),
  )
  if (near === null || near === undefined || far === null || far === undefined)
    return plain(UNKNOWN)
  const [first, last] = direction < 0 ? [far, near] : [near, far]
  const [from, to] = [nameUnit(first, unit), nameUnit(last, unit)]
  const value = from === to ? from : `${from}/${to}`
  const { year } = first.day
  return { ...plain(value), year, toldYear: true, anchor: againstPublished(published) }
}

function monthly(unit: TimeUnit): boolean {
  return MONTHS[unit] !== undefined
}

function move(
  { day, seconds }: Moment,
  steps: readonly Step[],
  direction: Direction,
): Moment | null {
  const count = (factors: Readonly<Partial<Record<TimeUnit, number>>>): number =>
    direction *
    steps.reduce((total, { unit, count: times }) => total + (factors[unit] ?? 0) * times, 0)
  const total = Math.round(seconds + count(SECONDS))
  const rest = ((total % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS
  const months = count(MONTHS)
  const { year } = addMonths(day, months)
  if (year < 1 || year > LAST_YEAR) return null
  const date = addDays(shiftMonths(day, months), count(DAYS) + (total - rest) / DAY_SECONDS)
  return date.year < 1 || date.year > LAST_YEAR ? null : { day: date, seconds: rest }
}

/** The value of the year, month, week … of a moment. */
function nameUnit(moment: Moment, unit: TimeUnit): string {
  const { year, month } = moment.day
  switch (unit) {
    case 'Y':
      return padYear(year)
    case 'M':
      return `${padYear(year)}-${padTwo(month)}`
    case 'W':
      return isoWeekOf(moment.day)
    case 'D':
      return formatDay(moment.day)
    case 'TH':
      return `${nameMoment(moment).slice(0, -':00:00'.length)}:00`
    case 'TM':
      return nameMinute(moment)
    case 'TS':
      return nameMoment(moment)
  }
}

function nameMinute(moment: Moment): string {
  return nameMoment(moment).slice(0, -':00'.length)
}

function nameMoment({ day, seconds }: Moment): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${formatDay(day)}T${parts.map(padTwo).join(':')}`
}
