import fc from 'fast-check'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/fingerprint.js'
import { type Store, useStore } from '../../src/store/store.js'
import { corpus, inStore, layer, linksOf, type Page, PAGES, run } from '../corpus/page-runs.js'
import { tempFolder } from '../temp-folder.js'
import { ONE, storeAt, TWO } from './store-harness.js'

const AT = '2025-02-01T00:00:00.000Z'

function forget(store: Store, names: readonly string[]): void {
  const sources = names.flatMap((name) => store.findSources(name))
  store.forget(sources, { at: AT, reason: 'the author asked', layer })
}

function allLinks(store: Store): string[][] {
  return store.runs.list().map(({ id }) => linksOf(store, id))
}

describe('forgetting a source', () => {
  it('leaves every run as if the source had never been there', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus,
        fc.array(fc.nat(PAGES), { maxLength: 3 }),
        fc.uniqueArray(fc.nat(PAGES - 1), { minLength: 1, maxLength: 3 }),
        async (pages, cuts, gone) => {
          const bounds = [0, ...[...cuts].sort((a, b) => a - b), PAGES]
          const names = new Set(gone.map((index) => pages[index]!.name))
          const make = async (store: Store, isGiven: (page: Page) => boolean): Promise<void> => {
            for (const [index, start] of bounds.slice(0, -1).entries())
              await run(store, pages.slice(start, bounds[index + 1]).filter(isGiven), 'one')
          }
          const forgotten = await inStore(async (store) => {
            await make(store, () => true)
            forget(store, [...names])
            return allLinks(store)
          })
          const never = await inStore(async (store) => {
            await make(store, ({ name }) => !names.has(name))
            return allLinks(store)
          })
          expect(forgotten).toEqual(never)
        },
      ),
      { numRuns: 40 },
    )
  }, 120_000)

  it('leaves no word of it in the file, and its digest in the list', async () => {
    const path = join(tempFolder(), 'a.db')
    const store = storeAt(path)
    await store.run('p1', [ONE, TWO])
    await store.run('p2', [ONE, TWO])
    await store.open((opened) => {
      forget(opened, ['a.txt'])
      expect(opened.forgotten()).toEqual([
        { sha256: sha256(ONE.text), forgotten: AT, reason: 'the author asked', readmitted: null },
      ])
      expect(() => opened.findSources('a.txt')).toThrow('holds no such source')
      expect(() => opened.findSources(sha256(ONE.text))).toThrow('already forgotten')
      return Promise.resolve()
    })
    const connection = new SQLite(path)
    const tables = connection
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all()
    const texts = tables.flatMap((table) =>
      connection
        .prepare(`SELECT * FROM ${table}`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row)),
    )
    connection.close()
    expect(texts.filter((text) => text.includes(ONE.text))).toEqual([])
    expect(texts.filter((text) => text.includes(sha256(ONE.text)))).toHaveLength(1)
    expect(await store.articlesOf(1)).toEqual([TWO.text])
    expect(await store.articlesOf()).toEqual([TWO.text])
  })

  it('finds sources by path, article id and digest', async () => {
    const path = join(tempFolder(), 'a.db')
    await storeAt(path).run('p1', [ONE, TWO])
    await useStore(path, { create: false }, (store) => {
      const [byPath] = store.findSources('a.txt')
      expect(byPath).toMatchObject({ sha256: sha256(ONE.text), paths: ['a.txt'] })
      expect(store.findSources(sha256(ONE.text))).toEqual([byPath])
      const reader = store.read(store.runs.latest() ?? expect.fail('no run'))
      const ids = [...reader.sources()].map((source) => reader.article(source).id)
      expect(store.findSources(ids[0] ?? '')).toEqual([byPath])
      return Promise.resolve()
    })
  })
})
