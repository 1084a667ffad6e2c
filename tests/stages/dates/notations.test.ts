import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, fromDayNumber, padTwo } from '../../../src/chinese/calendar.js'
import { readDates } from './read-dates.js'

const DIGITS = [...'〇一二三四五六七八九']

function spell(value: number): string {
  if (value < 10) return DIGITS[value]!
  const tens = value < 20 ? '' : DIGITS[Math.floor(value / 10)]!
  return `${tens}十${value % 10 === 0 ? '' : DIGITS[value % 10]!}`
}

function lineUp(year: number): string {
  return [...String(year)].map((digit) => DIGITS[Number(digit)]).join('')
}

/** What a text must come to: its value, and that nothing else is in it. */
function expectValue(text: string, value: string): void {
  expect(readDates(text, '2024-06-01').map((date) => [date.quote, date.value])).toEqual([
    [text, value],
  ])
}

const years = fc.integer({ min: 1950, max: 2099 })
const months = fc.integer({ min: 1, max: 12 })
const days = fc.integer({ min: -7000, max: 40_000 }).map(fromDayNumber)

describe('a value in every notation', () => {
  it('is that value again where it is a day', () => {
    const notations: readonly ((year: number, month: number, day: number) => string)[] = [
      (year, month, day) => `${year}年${month}月${day}日`,
      (year, month, day) => `${lineUp(year)}年${spell(month)}月${spell(day)}日`,
      (year, month, day) => `${year}-${padTwo(month)}-${padTwo(day)}`,
      (year, month, day) => `${year}/${month}/${day}`,
      (year, month, day) => `${year}.${month}.${day}`,
      (year, month, day) => `${year} ${padTwo(month)} ${padTwo(day)}`,
      (year, month, day) => `${day}.${month}.${year}`,
      (year, month, day) => `${year}${padTwo(month)}${padTwo(day)}`,
      (year, month, day) => `公元${year}年${month}月${day}日`,
    ]
    fc.assert(
      fc.property(days, fc.constantFrom(...notations), (day, write) => {
        expectValue(write(day.year, day.month, day.day), formatDay(day))
      }),
      { numRuns: 500 },
    )
  })

  it('is that value again where it is a month, a quarter, a half or a year', () => {
    fc.assert(
      fc.property(years, months, (year, month) => {
        expectValue(`${year}年${month}月`, `${year}-${padTwo(month)}`)
        expectValue(`${year}年第${spell(month)}个月`, `${year}-${padTwo(month)}`)
        expectValue(`${year}-${padTwo(month)}`, `${year}-${padTwo(month)}`)
        expectValue(
          `${year}年前${month}个月`,
          month === 1 ? `${year}-01` : `${year}-01/${year}-${padTwo(month)}`,
        )
        const quarter = Math.ceil(month / 3)
        expectValue(`${lineUp(year)}年第${spell(quarter)}季度`, `${year}-Q${quarter}`)
        expectValue(`${year}年${month < 7 ? '上' : '下'}半年`, `${year}-H${month < 7 ? 1 : 2}`)
        expectValue(`${year}年度`, String(year))
      }),
    )
  })

  it('is that value again where it is a range of days', () => {
    const connectors = fc.constantFrom('至', '到', '-', '—', '~')
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 400 }), connectors, (first, length, to) => {
        const last = fromDayNumber(
          Date.UTC(first.year, first.month - 1, first.day) / 864e5 + length,
        )
        const write = (day: typeof first): string => `${day.year}年${day.month}月${day.day}日`
        expectValue(`${write(first)}${to}${write(last)}`, `${formatDay(first)}/${formatDay(last)}`)
      }),
    )
  })

  it('is that value again where it is a time of day', () => {
    const seconds = fc.integer({ min: 0, max: 86_399 })
    fc.assert(
      fc.property(seconds, (value) => {
        const hour = Math.floor(value / 3600)
        const minute = Math.floor(value / 60) % 60
        const clock = `${padTwo(hour)}:${padTwo(minute)}`
        expectValue(clock, `T${clock}`)
        expectValue(`${hour}时${minute}分`, `T${clock}`)
        expectValue(`2024年5月6日${clock}`, `2024-05-06T${clock}`)
        if (hour > 12 && hour < 18) expectValue(`下午${hour - 12}点${minute}分`, `T${clock}`)
        if (hour > 0 && hour < 12) expectValue(`${hour}:${padTwo(minute)}am`, `T${clock}`)
      }),
    )
  })

  it('is that value again where it is told by its distance', () => {
    const names = ['大前天', '前天', '昨天', '今天', '明天', '后天', '大后天']
    fc.assert(
      fc.property(days, fc.integer({ min: -3, max: 3 }), (published, offset) => {
        const from = Date.UTC(published.year, published.month - 1, published.day) / 864e5
        const day = fromDayNumber(from + offset)
        const texts = [names[offset + 3]!, `${names[offset + 3]!}（${day.day}日）`]
        if (offset < 0) texts.push(`${-offset}天前`, `${spell(-offset)}天前`)
        if (offset > 0) texts.push(`${offset}天后`, `${spell(offset)}天以后`)
        for (const text of texts)
          expect(readDates(text, formatDay(published)).map(({ value }) => value)).toEqual([
            formatDay(day),
          ])
      }),
    )
  })

  it('is that value again where it is a length of time', () => {
    const units = [
      ['年', 'P', 'Y'],
      ['个月', 'P', 'M'],
      ['周', 'P', 'W'],
      ['天', 'P', 'D'],
      ['小时', 'PT', 'H'],
      ['分钟', 'PT', 'M'],
    ] as const
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...units), (count, unit) => {
        const [word, opener, code] = unit
        expectValue(`${count}${word}`, `${opener}${count}${code}`)
        expectValue(`${spell(count)}${word}`, `${opener}${count}${code}`)
      }),
    )
  })
})
