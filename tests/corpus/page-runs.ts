import fc from 'fast-check'
import { sha256 } from '../../src/core/fingerprint.js'
import { linkReprints } from '../../src/corpus/link-reprints.js'
import { type Store, useStore } from '../../src/store/store.js'
import { bareResult, startOf } from '../store/sample-records.js'
import { ENDING } from '../store/store-harness.js'
import { ARTICLE, bulletinOf, packageLayer, spin } from './sample-articles.js'

export const layer = packageLayer()

/** A page: its name is its bytes, so that one page can come with another text later. */
export interface Page {
  readonly name: string
  readonly text: string
  readonly published: string | null
}

/** One run over pages, with a state of the pipeline that makes of each the text it has here. */
export async function run(store: Store, pages: readonly Page[], state: string, end = 'finish') {
  const start = { ...startOf(state), corpus: layer.fingerprint }
  await store.write(start, { clock: () => 0, atomic: false }, (session) => {
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
  })
}

/** What readers see of each page, after a run or after the latest. */
export function linksOf(store: Store, id?: number): string[] {
  const chosen = id === undefined ? store.runs.latest() : store.runs.find(id)
  if (chosen === null) return []
  const reader = store.read(chosen)
  return [...reader.sources()].map((source) => {
    const { id: article, duplicateOf, similarity, flags } = reader.article(source)
    const evidence = reader.reprint(source.document)?.evidence
    return JSON.stringify([source.source.path, article, duplicateOf, similarity, flags, evidence])
  })
}

export const inStore = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
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

export const PAGES = 26
/** Pages of a few articles, printed in several ways. */
export const corpus = fc.tuple(...Array.from({ length: PAGES }, (_, index) => page(`${index}.txt`)))
