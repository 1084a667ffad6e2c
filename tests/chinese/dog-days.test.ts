import { describe, expect, it } from 'vitest'
import { formatDay } from '../../src/chinese/calendar.js'
import { dogDaysOf } from '../../src/chinese/dog-days.js'

describe('dogDaysOf', () => {
  it.each([
    [2021, 'all', '2021-07-11', '2021-08-19'],
    [2023, 'all', '2023-07-11', '2023-08-19'],
    [2024, 'first', '2024-07-15', '2024-07-24'],
    [2024, 'middle', '2024-07-25', '2024-08-13'],
    [2024, 'last', '2024-08-14', '2024-08-23'],
    [2017, 'middle', '2017-07-22', '2017-08-10'],
  ] as const)('%i %s is from %s to %s', (year, part, first, last) => {
    expect(dogDaysOf(year, part).map(formatDay)).toEqual([first, last])
  })
})
