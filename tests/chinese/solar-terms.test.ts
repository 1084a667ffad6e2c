import { describe, expect, it } from 'vitest'
import { formatDay } from '../../src/chinese/calendar.js'
import { SOLAR_TERMS, solarTermOf } from '../../src/chinese/solar-terms.js'

function dayOf(year: number, term: (typeof SOLAR_TERMS)[number]): string {
  return formatDay(solarTermOf(year, SOLAR_TERMS.indexOf(term)))
}

describe('solarTermOf', () => {
  it.each([
    [1999, '清明', '1999-04-05'],
    [2012, '清明', '2012-04-04'],
    [2023, '清明', '2023-04-05'],
    [2024, '清明', '2024-04-04'],
    [2017, '立春', '2017-02-03'],
    [2020, '立春', '2020-02-04'],
    [2021, '立春', '2021-02-03'],
    [2025, '立春', '2025-02-03'],
    [2024, '小寒', '2024-01-06'],
    [2024, '夏至', '2024-06-21'],
    [2022, '冬至', '2022-12-22'],
    [2024, '冬至', '2024-12-21'],
    [1979, '小寒', '1979-01-06'],
    [2023, '霜降', '2023-10-24'],
  ] as const)('puts in %i %s on %s', (year, term, expected) => {
    expect(dayOf(year, term)).toBe(expected)
  })

  it('goes through the year in order, a fortnight apart', () => {
    for (let year = 1900; year <= 2100; year++) {
      const days = SOLAR_TERMS.map((_, index) => solarTermOf(year, index))
      const numbers = days.map(({ month, day }) => month * 31 + day)
      expect([...numbers].sort((a, b) => a - b)).toEqual(numbers)
      expect(days.every((day, index) => day.month === Math.floor(index / 2) + 1)).toBe(true)
    }
  })
})
