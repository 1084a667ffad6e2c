import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  formatDay,
  fromDayNumber,
  isDay,
  isoWeekOf,
  mondayOf,
  parseDay,
  shiftMonths,
  toDayNumber,
  weekdayOf,
} from '../../src/chinese/calendar.js'

const days = fc.integer({ min: -700_000, max: 700_000 })

describe('calendar', () => {
  it('counts days as the platform does', () => {
    fc.assert(
      fc.property(days, (number) => {
        const date = new Date(number * 86_400_000)
        const day = fromDayNumber(number)
        expect(day).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
        expect(toDayNumber(day)).toBe(number)
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay())
        expect(isDay(day.year, day.month, day.day)).toBe(true)
      }),
    )
  })

  it.each([
    ['2024-02-26', '2024-W09'],
    ['2021-01-03', '2020-W53'],
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
  ])('puts %s in the ISO week %s', (text, week) => {
    const day = parseDay(text)
    expect(day && isoWeekOf(day)).toBe(week)
    expect(day && weekdayOf(mondayOf(day))).toBe(1)
  })

  it('moves across the ends of months and years', () => {
    expect(formatDay(addDays({ year: 2024, month: 2, day: 28 }, 2))).toBe('2024-03-01')
    expect(formatDay(addMonths({ year: 2024, month: 1, day: 31 }, -1))).toBe('2023-12-01')
    expect(formatDay(addMonths({ year: 2023, month: 12, day: 5 }, 14))).toBe('2025-02-01')
  })

  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '20240226', ''])(
    'knows no day %s',
    (text) => {
      expect(parseDay(text)).toBeNull()
    },
  )

  it('keeps the day of the month, or takes the last of a shorter month', () => {
    expect(shiftMonths({ year: 2024, month: 1, day: 31 }, 1)).toEqual({
      year: 2024,
      month: 2,
      day: 29,
    })
    expect(shiftMonths({ year: 2024, month: 2, day: 29 }, -12)).toEqual({
      year: 2023,
      month: 2,
      day: 28,
    })
    expect(shiftMonths({ year: 2018, month: 7, day: 24 }, -120)).toEqual({
      year: 2008,
      month: 7,
      day: 24,
    })
  })
})
