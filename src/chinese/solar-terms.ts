import { type Day, fromDayNumber, toDayNumber } from './calendar.js'

/** The 24 solar terms in the order of the Gregorian year. */
// prettier-ignore
export const SOLAR_TERMS = [
  '小寒', '大寒', '立春', '雨水', '惊蛰', '春分', '清明', '谷雨', '立夏', '小满', '芒种', '夏至',
  '小暑', '大暑', '立秋', '处暑', '白露', '秋分', '寒露', '霜降', '立冬', '小雪', '大雪', '冬至',
] as const

/**
 * The day, in China, on which a solar term of a Gregorian year falls; `index` counts from 小寒 as 0.
 * The sun's longitude is known to about ten minutes, so that a term which begins within them of
 * midnight may be a day off. `solarTermOf(2024, 6) // 2024-04-04, 清明`
 */
export function solarTermOf(year: number, index: number): Day {
  const longitude = (285 + index * 15) % 360
  const start = toDayNumber({ year, month: 1, day: 1 })
  // The sun goes 360° in a year; each step closes in on where it has that longitude.
  let day = start + 5 + index * DAYS_A_TERM
  for (let round = 0; round < ROUNDS; round++) {
    const ahead = ((longitude - longitudeOfSun(day) + 540) % 360) - 180
    day += (ahead * DAYS_A_YEAR) / 360
  }
  return fromDayNumber(Math.floor(day - secondsAhead(year) / 86_400 + CHINA_OFFSET))
}

const DAYS_A_YEAR = 365.2422
const DAYS_A_TERM = DAYS_A_YEAR / 24
const ROUNDS = 4
/** China is eight hours ahead of Greenwich. */
const CHINA_OFFSET = 8 / 24
/** 2000-01-01T12:00, from which the formula counts, in days since 1970. */
const J2000 = 10_957.5

/** The apparent longitude in degrees (Meeus, Astronomical Algorithms, chapter 25). */
function longitudeOfSun(day: number): number {
  const t = (day - J2000) / 36_525
  const mean = 280.46646 + t * (36_000.76983 + t * 0.0003032)
  const anomaly = radians(357.52911 + t * (35_999.05029 - t * 0.0001537))
  const centre =
    (1.914602 - t * (0.004817 + t * 0.000014)) * Math.sin(anomaly) +
    (0.019993 - t * 0.000101) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly)
  const node = radians(125.04 - 1934.136 * t)
  const longitude = mean + centre - 0.00569 - 0.00478 * Math.sin(node)
  return ((longitude % 360) + 360) % 360
}

/** How far the even time of the formula runs ahead of the earth's, roughly, in seconds. */
function secondsAhead(year: number): number {
  const t = year - 2000
  return 62.92 + t * (0.32217 + t * 0.005589)
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
