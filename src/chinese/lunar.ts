import { addDays, type Day } from './calendar.js'

/** The first and last Gregorian year whose lunar year is known here. */
export const FIRST_LUNAR_YEAR = 1950
export const LAST_LUNAR_YEAR = 2100

/**
 * The Gregorian day of a day of the Chinese lunar calendar; null beyond the table or where the month
 * has no such day. `year` is the Gregorian year in which the lunar year begins, leap months are left
 * out unless `leap`. A negative `day` counts from the month's end: month 12, day -1 is 除夕.
 * `fromLunar(2024, 1, 1) // 2024-02-10`
 */
export function fromLunar(year: number, month: number, day: number, leap = false): Day | null {
  const entry = LUNAR_YEARS[year - FIRST_LUNAR_YEAR]
  if (entry === undefined || month < 1 || month > 12) return null
  const doubled = (entry >> 13) & 15
  if (leap && month !== doubled) return null
  const index = leap || (doubled > 0 && month > doubled) ? month : month - 1
  const length = lengthOf(entry, index)
  const dayOfMonth = day < 0 ? length + 1 + day : day
  if (dayOfMonth < 1 || dayOfMonth > length) return null
  let offset = (entry >> 17) + dayOfMonth - 1
  for (let before = 0; before < index; before++) offset += lengthOf(entry, before)
  return addDays({ year, month: 1, day: 1 }, offset)
}

function lengthOf(entry: number, index: number): number {
  return 29 + ((entry >> index) & 1)
}

/**
 * One number a year: days from 1 January to the lunar new year (from bit 17), the number of the month
 * that a leap month follows, 0 for none (bits 13 to 16), and a bit a month that is set where it has 30
 * days (from bit 0, the leap month in its place). Computed from the Chinese calendar of ICU 75.
 */
// prettier-ignore
const LUNAR_YEARS: readonly number[] = [
  0x5e0536, 0x480aad, 0x34b5aa, 0x580db2, 0x440da4, 0x2e7d49, 0x540d4a, 0x3d0a95, 0x600a97, 0x4c0556,
  0x36cab5, 0x5a0ad5, 0x4606d2, 0x308ea5, 0x560ea5, 0x40064a, 0x286c97, 0x4e0a9b, 0x3af55a, 0x5e056a,
  0x480b69, 0x34b752, 0x5a0b52, 0x420b25, 0x2c964b, 0x520a4b, 0x3d14ab, 0x6002ad, 0x4a056d, 0x36cb69,
  0x5c0da9, 0x460d92, 0x309d25, 0x560d25, 0x415a4d, 0x640a56, 0x4e02b6, 0x38e5b5, 0x5e06d5, 0x480ea9,
  0x34be92, 0x5a0e92, 0x440d26, 0x2c6a56, 0x500a57, 0x3d14d6, 0x62035a, 0x4a06d5, 0x36aec9, 0x5c0749,
  0x460693, 0x2e952b, 0x54052b, 0x3e0a5b, 0x2a555a, 0x4e056a, 0x38fb55, 0x600ba4, 0x4a0b49, 0x32ba93,
  0x580a95, 0x42052d, 0x2c8a6d, 0x500ab5, 0x3d35aa, 0x6205d2, 0x4c0da5, 0x36dd4a, 0x5c0e4a, 0x460c95,
  0x30952e, 0x540556, 0x3e0ab5, 0x2a55b2, 0x5006d2, 0x38cea5, 0x5e0f25, 0x4a064a, 0x32ac97, 0x5604ab,
  0x40055b, 0x2c6ad6, 0x520b69, 0x3d7752, 0x620b52, 0x4c0b25, 0x36da4b, 0x5a0a4b, 0x4404ab, 0x2ea55b,
  0x5405ad, 0x3e0b6a, 0x2a5b52, 0x500d92, 0x3afd25, 0x5e0d25, 0x480a55, 0x32b4ad, 0x5804b6, 0x4005b5,
  0x2c6daa, 0x520ec9, 0x3f1e92, 0x620e92, 0x4c0d26, 0x36ca56, 0x5a0a57, 0x4404d6, 0x2e86d5, 0x540755,
  0x400749, 0x286e93, 0x4e0693, 0x38f52b, 0x5e052b, 0x460a5b, 0x32b55a, 0x58056a, 0x420b65, 0x2c974a,
  0x520b49, 0x3d1a95, 0x620a95, 0x4a052d, 0x34caad, 0x5a0ab5, 0x4605aa, 0x2e8ba5, 0x540da5, 0x400d4a,
  0x2a7c95, 0x4e0c96, 0x38f94e, 0x5e0556, 0x480ab5, 0x32b5b2, 0x5806d2, 0x420ea5, 0x2e8e4a, 0x50068b,
  0x3b0c97, 0x6004ab, 0x4a055b, 0x34cad6, 0x5a0b6a, 0x460752, 0x309725, 0x540b45, 0x3e0a8b, 0x28549b,
  0x4e04ab,
]
