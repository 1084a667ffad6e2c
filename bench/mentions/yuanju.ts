import type { Span } from '../../src/core/span.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { type LineMention, recogniseLine } from '../../src/pipeline/recognise.js'
import { type Answer, sameNumber } from './answer.js'
import {
  stretchesOfPart,
  writeClock,
  writeLength,
  writePoint,
  writeSpan,
  writeTimex,
} from './time-values.js'
import { categoryOf, writeBounds, writeMeasure } from './unit-names.js'

const pipeline = loadPipeline()

/** The categories of units that several names of the peers stand for. */
const UNIT_CATEGORIES: Readonly<Record<string, string>> = {
  Age: 'age',
  Currency: 'currency',
  AmountOfMoney: 'currency',
  Dimension: 'dimension',
  Distance: 'dimension',
  Quantity: 'dimension',
  Volume: 'dimension',
  Temperature: 'temperature',
}

/**
 * What our recognisers find for a category, said in the conventions of the cases. This is the one
 * place where ours are turned into theirs; docs/quantities.md and docs/dates.md give the reasons.
 */
export function askOurs(category: string, text: string, reference: string | null): Answer[] {
  const { mentions } = recogniseLine(pipeline, { text, published: reference, region: null }, [
    'numbers',
  ])
  const answer = converterOf(category)
  return mentions.flatMap((mention) => answer(mention, text) ?? [])
}

type Convert = (mention: LineMention, text: string) => Answer | null

function converterOf(category: string): Convert {
  if (category === 'Percent') return toPercent
  if (category === 'Ordinal') return (mention, text) => toNumber(mention, true, text)
  if (category === 'Number' || category === 'Numeral')
    return (mention, text) => toNumber(mention, false, text)
  if (category.startsWith('NumberRange')) return toRange
  const unit = UNIT_CATEGORIES[category]
  return unit === undefined ? toDate : (mention, text) => toMeasure(mention, unit, text)
}

/** An ordinal's number counts among the numbers with Recognizers, 第 left out; duckling takes in 个. */
function toNumber(
  { start, end, number }: LineMention,
  ordinal: boolean,
  text: string,
): Answer | null {
  if (number === undefined || (ordinal && !number.ordinal)) return null
  const from = number.ordinal && !ordinal ? start + 1 : start
  const extents = [{ start: from, end }]
  if (text[end] === '个' || text[end] === '個') extents.push({ start: from, end: end + 1 })
  const value = number.value ?? number.low ?? number.high ?? Number.NaN
  return { extents, values: [sameNumber(value)] }
}

function toRange({ start, end, number }: LineMention): Answer | null {
  if (number === undefined || (number.low === null && number.high === null)) return null
  const [low, high] = [number.low, number.high].map((side) =>
    side === null ? '..' : sameNumber(side),
  )
  const values = [`range ${low} ${high}`]
  return { extents: [{ start, end }], values }
}

/** Points of a percent are percent with them, with us 个百分点; ‰ is a tenth of a percent. */
function toPercent(mention: LineMention, text: string): Answer | null {
  const { quantity } = mention
  if (quantity === undefined || !/^(%|‰|个百分点)$/.test(quantity.unit)) return null
  const { value, high, unit } = quantity
  const percent = Number(value ?? high ?? Number.NaN) * (unit === '‰' ? 0.1 : 1)
  return { extents: withAndWithout(mention, text), values: [sameNumber(percent)] }
}

function toMeasure(mention: LineMention, category: string, text: string): Answer | null {
  const { quantity } = mention
  if (quantity === undefined || categoryOf(quantity.unit) !== category) return null
  const { value, low, high, unit, mod } = quantity
  const extents = withAndWithout(mention, text)
  if (value === null) return { extents, values: [writeBounds(low, high, unit)] }
  // 3块以上: a bound with us says so in `mod`, with duckling it is an open range.
  const values = [writeMeasure(value, unit)]
  if (mod === 'at-least') values.push(writeBounds(value, null, unit))
  if (mod === 'at-most') values.push(writeBounds(null, value, unit))
  return { extents, values }
}

/** Words that say how exact an amount is belong to a mention with us; Recognizers leaves them out. */
function withAndWithout({ start, end, quote }: LineMention, text: string): Span[] {
  const before = BEFORE.exec(quote)?.[0].length ?? 0
  const behind = BEHIND.exec(quote)?.[0].length ?? 0
  // 十个月大: the 大 that makes a length of time an age stands outside with us.
  const to = text[end] === '大' ? end + 1 : end
  return [
    { start, end },
    { start: start + before, end: end - behind },
    { start, end: to },
  ]
}

const BEFORE = /^(将近|接近|近|大约|大概|约|超过|超|逾|至少|最少|不少于|不到|不足|不超过|上|过)+/
const BEHIND = /(左右|上下|以上|或以上|以下|以内|之内|开外|多|余|大)$/

/** 从 before and 之间 behind a stretch belong to it with Recognizers, not with us. */
function toDate({ start, end, date }: LineMention, text: string): Answer | null {
  if (date === undefined) return null
  const { type, value } = date
  const values = [writeTimex(value), ...stretchesOfPart(value)]
  if (type === 'DURATION') values.push(writeLength(value))
  else if (type === 'DATE') values.push(writeSpan(date.start, date.end))
  else if (type === 'TIME') values.push(...ofClock(value, date.start, date.end))
  return { extents: widened({ start, end }, text), values }
}

function widened({ start, end }: Span, text: string): Span[] {
  const from = /[从自由]$/.test(text.slice(0, start)) ? start - 1 : start
  const to = end + (/^(之间|期间|间)/.exec(text.slice(end))?.[0].length ?? 0)
  return [
    { start, end },
    { start: from, end },
    { start, end: to },
    { start: from, end: to },
  ]
}

function ofClock(value: string, start: string | null, end: string | null): string[] {
  const clocks = /^T(\d\d(?::\d\d){0,2})(?:\/T(\d\d(?::\d\d){0,2}))?$/.exec(value)
  if (clocks !== null) return [writeClock(clocks[1] ?? '', clocks[2] ?? null)]
  const spans = [writeSpan(start, end)]
  if (start !== null && start.includes('T') && !value.includes('/')) spans.push(writePoint(start))
  return spans
}
