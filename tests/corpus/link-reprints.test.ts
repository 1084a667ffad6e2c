import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/fingerprint.js'
import { linkReprints } from '../../src/corpus/link-reprints.js'
import { type Store, useStore } from '../../src/store/store.js'
import { ENDING } from '../store/store-harness.js'
import { bareResult, startOf } from '../store/sample-records.js'
import { ARTICLE, bulletinOf, packageLayer, spin } from './sample-articles.js'

const layer = packageLayer()

/** A page: its name is its bytes, so that one page can come with another text later. */
interface Page {
  readonly name: string
  readonly text: string
  readonly published: string | null
}

/** One run over pages, with a state of the pipeline that makes of each the text it has here. */
async function run(store: Store, pages: readonly Page[], state: string, end = 'finish') {
  const start = { ...startOf(state), corpus: layer.fingerprint }
  await store.write(
    start,
    { clock: () => 0, atomic: false },
    (session) => {
      for (const { name, text, published } of pages) {
        const digest = sha256(name)
        const content = new Uint8Array(0)
        const document =
          session.findDocument(digest) ?? session.addDocument({ sha256: digest, bytes: 0, content })
        session.noteInput(document)
        session.noteSource({ path: name, item: null, file: name, document, mark: null })
        const made = session.findResult(document)
        if (made !== null) {
          session.take(document, made.result)
          continue
        }
        const key = session.addResult(document, bareResult(digest, text, published))
        session.addSketch(key, layer.sketch(text))
      }
      if (end === 'finish')
        session.finish({
          ...ENDING,
          link: (index) => {
            linkReprints(index, layer)
          },
        })
      else session.suspend()
      return Promise.resolve()
    },
  )
}

/** What readers see of each page, after a run or after the latest. */
function linksOf(store: Store, id?: number): string[] {
  const chosen = id === undefined ? store.runs.latest() : store.runs.find(id)
  if (chosen === null) return []
  const reader = store.read(chosen)
  return [...reader.sources()].map((source) => {
    const { id: article, duplicateOf, similarity, flags } = reader.article(source)
    const evidence = reader.reprint(source.document)?.evidence
    return JSON.stringify([source.source.path, article, duplicateOf, similarity, flags, evidence])
  })
}

const inStore = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  useStore(':memory:', { create: true }, work)

const DATES = [null, '2024-05-01', '2024-05-01T09:30:00', '2024-05-02']

/** Articles of different words by one generator, so that reprints of one have the same words. */
function articleOf(subject: string): string[] {
  return ARTICLE.map((sentence) =>
    sentence.replaceAll('医院', `${subject}院`).replaceAll('手术', subject),
  )
}

const bodies = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('医', '学', '法'), fc.nat(9), fc.nat(3))
      .map(([subject, cut, way]) => {
        const text = articleOf(subject)
          .filter((_, index) => index !== cut)
          .join('\n')
        return way === 0 ? spin(text) : way === 1 ? `本报讯 ${text}` : text
      }),
  },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 1, max: 28 })
      .map((day) => bulletinOf(day, (place) => 100 + 7 * day + 31 * place)),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '一句话新闻。') },
)

const page = (name: string) =>
  fc.record({ name: fc.constant(name), text: bodies, published: fc.constantFrom(...DATES) })

const PAGES = 26
const corpus = fc.tuple(...Array.from({ length: PAGES }, (_, index) => page(`${index}.txt`)))

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
