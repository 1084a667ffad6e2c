import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bisect } from '../../src/core/bisect.js'

describe('bisect', () => {
  it('counts what comes before a place in sorted items', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, place) => {
        const sorted = items.toSorted((a, b) => a - b)
        expect(bisect(sorted.length, (index) => sorted[index]! < place)).toBe(
          items.filter((item) => item < place).length,
        )
      }),
    )
  })
})
