/**
 * How many of the indices from 0 to `length` come before a place: `isBefore` holds for those up to
 * some index and for none from there on. Asks logarithmically often.
 */
export function bisect(length: number, isBefore: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
