import type { FactColumns } from './fact-columns.js'
import type { MonthCount, TieCount } from './fact-query.js'
import { dayText } from './packed-facts.js'

/** Facts by the months they are about; `numbers` null means all. */
export function countMonths(
  { count, day }: FactColumns,
  numbers: Uint32Array | null,
): MonthCount[] {
  const counts = new Int32Array(LAST_DAY - FIRST_DAY)
  const size = numbers?.length ?? count
  for (let at = 0; at < size; at++) {
    const own = day[numbers === null ? at : numbers[at]!]!
    if (own >= FIRST_DAY && own < LAST_DAY) counts[own - FIRST_DAY]!++
  }
  const months: { month: string; count: number }[] = []
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue
    const month = dayText(at + FIRST_DAY).slice(0, MONTH.length)
    const last = months.at(-1)
    if (last?.month === month) last.count += counts[at]!
    else months.push({ month, count: counts[at]! })
  }
  return months
}

const MONTH = '2024-02'
/** From 1840 to 2100: what lies outside is no time of a piece of news. */
const FIRST_DAY = -47_481
const LAST_DAY = 47_482

/** Who is tied to whom by facts that have an object, the most frequent first. */
export function countTies(
  { count, facets: { subject, said, object } }: FactColumns,
  numbers: Uint32Array | null,
  most: number,
): TieCount[] {
  const none = object.values.findIndex((own) => own.length === 0)
  const saidCount = said.values.length
  const objectCount = object.values.length
  const ties = new Map<number, number>()
  const size = numbers?.length ?? count
  for (let at = 0; at < size; at++) {
    const fact = numbers === null ? at : numbers[at]!
    const whom = object.codes[fact]!
    if (whom === none) continue
    // Three codes in one number, exact up to 2 ** 53.
    const key = (subject.codes[fact]! * saidCount + said.codes[fact]!) * objectCount + whom
    ties.set(key, (ties.get(key) ?? 0) + 1)
  }
  const keys = [...ties].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
  return keys.map(([key, own]) => {
    const pair = Math.floor(key / objectCount)
    return {
      subject: subject.values[Math.floor(pair / saidCount)]?.[0] ?? '',
      said: said.values[pair % saidCount]?.[0] ?? '',
      object: object.values[key % objectCount]?.[0] ?? '',
      count: own,
    }
  })
}
