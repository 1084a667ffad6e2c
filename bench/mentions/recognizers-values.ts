import { z } from 'zod'
import { sameNumber } from './answer.js'
import {
  addDays,
  stretchesOfPart,
  writeClock,
  writePoint,
  writeSpan,
  writeTimex,
} from './time-values.js'
import { writeMeasure } from './unit-names.js'

const text = z.string().optional().catch(undefined)
const dateValue = z.object({
  timex: text,
  type: text,
  value: text,
  start: text,
  end: text,
})
const candidates = z.record(z.string(), z.string()).catch({})

/**
 * What Recognizers-Text says of a mention, as comparable values: of its own specifications and of the
 * package's answers alike. Several where it gives several, as past and future dates.
 */
export function answersOfResolution(
  type: string,
  resolution: Readonly<Record<string, unknown>>,
): string[] {
  if (Array.isArray(resolution['values']))
    return resolution['values'].flatMap((value) => ofDateValue(dateValue.parse(value)))
  if ('Timex' in resolution) return ofParser(resolution)
  const value = text.parse(resolution['value']) ?? ''
  const unit = text.parse(resolution['unit'])
  if (unit !== undefined) return [writeMeasure(value, unit)]
  if (type === 'numberrange') return [ofRange(value)]
  return [sameNumber(value.replace('%', ''))]
}

/** True for a unit without a number (“the unit is °C”), which is no amount with anyone else. */
export function isUnitAlone(resolution: Readonly<Record<string, unknown>>): boolean {
  return 'unit' in resolution && !text.parse(resolution['value'])
}

function ofDateValue(value: z.infer<typeof dateValue>): string[] {
  const { timex, type = '', start, end } = value
  const named =
    timex === undefined || timex.startsWith('(')
      ? []
      : [writeTimex(timex), ...stretchesOfPart(timex)]
  const read = text.parse(value.value)
  if (start !== undefined || end !== undefined) return [...named, ofEnds(type, start, end)]
  if (read === undefined || read === 'not resolved') return named
  return [...named, ofPoint(type, read)]
}

function ofEnds(type: string, start: string | undefined, end: string | undefined): string {
  if (type === 'timerange' && start !== undefined) return writeClock(start, end ?? null)
  return writeSpan(start ?? null, end ?? null)
}

function ofPoint(type: string, value: string): string {
  switch (type) {
    case 'date':
      return writeSpan(value, addDays(value, 1))
    case 'time':
      return writeClock(value, null)
    case 'duration':
      return `seconds ${value}`
    default:
      return writePoint(value)
  }
}

/** The parsers name past and future apart: {date}, {startDate, endDate}, {duration} and so on. */
function ofParser(resolution: Readonly<Record<string, unknown>>): string[] {
  const timex = text.parse(resolution['Timex']) ?? ''
  const sides = [resolution['PastResolution'], resolution['FutureResolution']]
  return sides.flatMap((side) => {
    const fields = candidates.parse(side)
    const field = (suffix: RegExp): string | undefined =>
      Object.entries(fields).find(([name]) => suffix.test(name))?.[1]
    const type = Object.keys(fields).some((name) => /^(start|end)Time$/.test(name))
      ? 'timerange'
      : (Object.keys(fields)[0]?.toLowerCase() ?? '')
    const value =
      /^(start|end)/.test(type) || type === 'timerange'
        ? undefined
        : fields[Object.keys(fields)[0] ?? '']
    return ofDateValue({
      timex,
      type,
      value: type === 'set' ? undefined : value,
      start: field(/^start/),
      end: field(/^end/),
    })
  })
}

/** `[20,100)`; whether an end belongs to it is not compared. */
function ofRange(value: string): string {
  const [low = '', high = ''] = value.slice(1, -1).split(',')
  return `range ${low === '' ? '..' : sameNumber(low)} ${high === '' ? '..' : sameNumber(high)}`
}
