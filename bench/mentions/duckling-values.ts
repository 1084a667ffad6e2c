import { z } from 'zod'
import { sameNumber } from './answer.js'
import { addDays, writeClock, writeLength, writePoint, writeSpan } from './time-values.js'
import { writeBounds, writeMeasure } from './unit-names.js'

const value = z.object({
  type: z.string(),
  value: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  grain: z.string().optional(),
})

const LENGTHS: Readonly<Record<string, (count: number) => string>> = {
  second: (count) => `PT${count}S`,
  minute: (count) => `PT${count}M`,
  hour: (count) => `PT${count}H`,
  day: (count) => `P${count}D`,
  week: (count) => `P${count}W`,
  month: (count) => `P${count}M`,
  year: (count) => `P${count}Y`,
}

/** Its Dollar is whatever a country calls 元, its Cent the hundredth of it: ours are 元 and 分. */
const UNITS: Readonly<Record<string, string>> = { Dollar: '元', Cent: '分' }

/** What duckling's corpus expects of a text at the moment `reference`, as comparable values. */
export function answersOfDuckling(json: unknown, reference: string): string[] {
  const read = value.parse(json)
  const { type, min, max, start, end, grain = '' } = read
  const unit = UNITS[read.unit ?? ''] ?? read.unit
  if (type === 'time' && start !== undefined) return ofMoment(start, grain, reference)
  if (type === 'interval') return [writeSpan(start ?? null, end ?? null)]
  if (type === 'duration') return [writeLength(LENGTHS[grain]?.(read.value ?? Number.NaN) ?? '')]
  if (unit === undefined) return [sameNumber(read.value ?? Number.NaN)]
  if (read.value !== undefined) return [writeMeasure(read.value, unit)]
  return [writeBounds(min ?? null, max ?? null, unit)]
}

/**
 * A moment of a coarse grain is the whole of it: a week is its seven days. A time of the day of
 * reference agrees with the time alone: a text that tells no day tells no more.
 */
function ofMoment(start: string, grain: string, reference: string): string[] {
  const day = start.slice(0, 10)
  switch (grain) {
    case 'day':
      return [writeSpan(day, addDays(day, 1))]
    case 'week':
      return [writeSpan(day, addDays(day, 7))]
    case 'month':
      return [writeSpan(day, `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`)]
    case 'quarter':
      return [writeSpan(day, `${addDays(`${day.slice(0, 7)}-01`, 92).slice(0, 7)}-01`)]
    case 'year':
      return [writeSpan(day, `${Number(day.slice(0, 4)) + 1}-01-01`)]
    default: {
      const clock = writeClock(start.slice(11, 19), null)
      return day === reference.slice(0, 10) ? [writePoint(start), clock] : [writePoint(start)]
    }
  }
}
