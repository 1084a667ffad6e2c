import { describe, expect, it } from 'vitest'
import { formatDay } from '../../src/chinese/calendar.js'
import { FIRST_LUNAR_YEAR, fromLunar, LAST_LUNAR_YEAR } from '../../src/chinese/lunar.js'

describe('fromLunar', () => {
  it.each([
    [2024, 1, 1, '2024-02-10'],
    [2024, 1, 15, '2024-02-24'],
    [2024, 5, 5, '2024-06-10'],
    [2023, 8, 15, '2023-09-29'],
    [2020, 8, 15, '2020-10-01'],
    [2024, 9, 9, '2024-10-11'],
    [2024, 12, -1, '2025-01-28'],
    [2023, 12, 8, '2024-01-18'],
    [2025, 7, 7, '2025-08-29'],
    [1952, 6, 1, '1952-07-22'],
  ])('lunar %i-%i-%i is %s', (year, month, day, expected) => {
    const found = fromLunar(year, month, day)
    expect(found && formatDay(found)).toBe(expected)
  })

  it('knows no day beyond its table or its month', () => {
    expect(fromLunar(FIRST_LUNAR_YEAR - 1, 1, 1)).toBeNull()
    expect(fromLunar(LAST_LUNAR_YEAR + 1, 1, 1)).toBeNull()
    expect(fromLunar(2024, 13, 1)).toBeNull()
    expect(fromLunar(2024, 1, 31)).toBeNull()
  })

  it('finds the days of a leap month, and none in years without it', () => {
    const found = fromLunar(2020, 4, 2, true)
    expect(found && formatDay(found)).toBe('2020-05-24')
    expect(fromLunar(2021, 4, 2, true)).toBeNull()
  })

  it('agrees with the Chinese calendar of the platform on every new year', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
    for (let year = FIRST_LUNAR_YEAR; year <= 2050; year++) {
      const day = fromLunar(year, 1, 1)!
      const parts = format.formatToParts(Date.UTC(day.year, day.month - 1, day.day, 12))
      const shown = parts.filter(({ type }) => type !== 'literal').map(({ value }) => value)
      expect([year, ...shown]).toEqual([year, '1', '1'])
    }
  })
})
