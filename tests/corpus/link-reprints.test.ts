import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/fingerprint.js'
import { corpus, inStore, linksOf, PAGES, run } from './page-runs.js'
import { ARTICLE } from './sample-articles.js'

describe('linkReprints', () => {
  it('gives the same whatever the order of inputs and the number of runs', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus,
        fc.shuffledSubarray(
          Array.from({ length: PAGES }, (_, index) => index),
          { minLength: PAGES },
        ),
        fc.array(fc.nat(PAGES), { maxLength: 3 }),
        async (pages, order, cuts) => {
          const atOnce = await inStore(async (store) => {
            await run(store, pages, 'one')
            return linksOf(store)
          })
          const shuffled = order.map((index) => pages[index]!)
          const bounds = [0, ...[...cuts].sort((a, b) => a - b), PAGES]
          const inParts = await inStore(async (store) => {
            for (const [index, start] of bounds.slice(0, -1).entries())
              await run(store, shuffled.slice(start, bounds[index + 1]), 'one')
            return linksOf(store)
          })
          expect(inParts).toEqual(atOnce)
        },
      ),
      { numRuns: 25 },
    )
  }, 240_000)

  it('gives what a fresh store gives after bodies and dates have changed', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, corpus, fc.nat(PAGES), async (former, later, count) => {
        const changed = later.slice(0, count)
        const both = await inStore(async (store) => {
          await run(store, former, 'one')
          await run(store, changed, 'two')
          return linksOf(store)
        })
        const fresh = await inStore(async (store) => {
          await run(store, [...changed, ...former.slice(count)], 'one')
          return linksOf(store)
        })
        expect(both).toEqual(fresh)
      }),
      { numRuns: 25 },
    )
  }, 240_000)

  const TEXT = ARTICLE.join('\n')
  const first = { name: 'b.txt', text: TEXT, published: '2024-05-02' }
  const again = { name: 'a.txt', text: `本报讯 ${TEXT}`, published: '2024-05-03' }
  const earlier = { name: 'c.txt', text: TEXT, published: '2024-05-01' }

  it('takes the earliest published for the root, then the smallest id', async () => {
    await inStore(async (store) => {
      await run(store, [first, again, { ...earlier, published: null }], 'one')
      const roots = linksOf(store).map((line) =>
        line.includes(`"a_${sha256('b.txt').slice(0, 16)}",null`),
      )
      expect(roots).toEqual([false, true, false])
    })
  })

  it('keeps what past runs saw, and stores once what is as it was', async () => {
    await inStore(async (store) => {
      await run(store, [first, again], 'one')
      const before = linksOf(store)
      await run(store, [first, again], 'one')
      expect(linksOf(store)).toEqual(before)
      await run(store, [earlier], 'one')
      expect(linksOf(store)).not.toEqual(before)
      expect(linksOf(store, 1)).toEqual(before)
      expect(linksOf(store, 2)).toEqual(before)
    })
  })

  it('shows nothing of a run that was stopped, and takes its work up', async () => {
    await inStore(async (store) => {
      await run(store, [first, again], 'one')
      const before = linksOf(store)
      await run(store, [earlier], 'one', 'suspend')
      expect(linksOf(store)).toEqual(before)
      await run(store, [earlier], 'one')
      const fresh = await inStore(async (other) => {
        await run(other, [first, again, earlier], 'one')
        return linksOf(other)
      })
      expect(linksOf(store)).toEqual(fresh)
    })
  })
})
