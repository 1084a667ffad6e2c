import { bisect } from '../core/bisect.js'

/**
 * The places of a longest increasing subsequence of different numbers (patience sorting): the most
 * things that kept their order. `longestIncreasing([0, 3, 1, 2]) // the places 0, 2 and 3`
 */
export function longestIncreasing(numbers: readonly number[]): ReadonlySet<number> {
  /** By length, the place where the subsequence of that length ends lowest. */
  const ends: number[] = []
  const before: number[] = []
  for (const [place, number] of numbers.entries()) {
    const length = bisect(ends.length, (index) => numbers[ends[index]!]! < number)
    before.push(length === 0 ? -1 : ends[length - 1]!)
    ends[length] = place
  }
  const places = new Set<number>()
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place]!) places.add(place)
  return places
}
