import { addDays, type Day, toDayNumber } from './calendar.js'
import { SOLAR_TERMS, solarTermOf } from './solar-terms.js'

/** 三伏 as a whole, or 初伏, 中伏 or 末伏. */
export const DOG_DAYS = ['all', 'first', 'middle', 'last'] as const
export type DogDays = (typeof DOG_DAYS)[number]

/**
 * The first and last day of 三伏 or a part of it: 初伏 begins on the third 庚 day from 夏至 on, 中伏 on the
 * fourth, 末伏 on the first from 立秋 on and takes ten days. `dogDaysOf(2024, 'first') // 07-15 to 07-24`
 */
export function dogDaysOf(year: number, part: DogDays): readonly [Day, Day] {
  const first = firstGeng(solarTermOf(year, SOLAR_TERMS.indexOf('夏至')))
  const [begin, middle] = [addDays(first, 20), addDays(first, 30)]
  const last = firstGeng(solarTermOf(year, SOLAR_TERMS.indexOf('立秋')))
  const end = addDays(last, 9)
  switch (part) {
    case 'all':
      return [begin, end]
    case 'first':
      return [begin, addDays(middle, -1)]
    case 'middle':
      return [middle, addDays(last, -1)]
    case 'last':
      return [last, end]
  }
}

/** The first day from `day` on whose heavenly stem is 庚; 1970-01-01 was a 辛 day, the one behind it. */
function firstGeng(day: Day): Day {
  const past = (((toDayNumber(day) + 1) % 10) + 10) % 10
  return addDays(day, (10 - past) % 10)
}
