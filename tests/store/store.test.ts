import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/fingerprint.js'
import { tempFolder } from '../temp-folder.js'
import { FAILED, sampleResult, startOf } from './sample-records.js'
import { ENDING, ONE, storeAt, type StoreHarness, TWO, writeInput } from './store-harness.js'

let path: string
let store: StoreHarness
beforeEach(() => {
  path = join(tempFolder(), 'a.db')
  store = storeAt(path)
})

describe('a store', () => {
  it('gives back the records that were written', async () => {
    await store.run('p1', [ONE])
    const expected = sampleResult(ONE.text, ONE.text.length)
    if (!expected.ok) throw new Error('the sample is sound')
    await store.open(async (opened) => {
      const reader = opened.read(opened.runs.latest() ?? expect.fail('no run'))
      const [source] = [...reader.sources()]
      if (source === undefined) throw new Error('no source')
      const { source: place, ...article } = reader.article(source)
      expect(article).toEqual(expected.records.article)
      expect(place).toEqual({
        path: 'a.txt',
        item: null,
        sha256: sha256(ONE.text),
        encoding: 'utf-8',
        bytes: Buffer.byteLength(ONE.text),
        locations: [{ path: 'a.txt', item: null }],
      })
      expect(reader.sentences(source.result)).toEqual(expected.records.sentences)
      expect(reader.mentions(source.result)).toEqual(expected.records.mentions)
      expect(reader.facts(source.result)).toEqual(expected.records.facts)
      expect(reader.script(source.result)).toEqual(expected.records.script)
      expect(Buffer.from(opened.bytes(source.document)).toString()).toBe(ONE.text)
      return Promise.resolve()
    })
  })

  it('shows the same records as SQL views, nested fields as JSON', async () => {
    await store.run('p1', [ONE, { ...TWO, result: FAILED }])
    const connection = new SQLite(path, { readonly: true })
    const records = await store.open(async (opened) => {
      const reader = opened.read(opened.runs.latest() ?? expect.fail('no run'))
      const source = [...reader.sources()][0] ?? expect.fail('no source')
      return Promise.resolve({
        article: [reader.article(source)],
        sentence: reader.sentences(source.result),
        mention: reader.mentions(source.result),
        fact: reader.facts(source.result),
        quarantine: reader.quarantine(),
      })
    })
    for (const [view, expected] of Object.entries(records)) {
      const rows = connection.prepare<[], Record<string, unknown>>(`SELECT * FROM ${view}`).all()
      expect(rows.map(withoutNulls)).toEqual(expected.map((one) => withoutNulls(asColumns(one))))
    }
    connection.close()
  })

  it('stores what a second run over the same input finds unchanged only once', async () => {
    await store.run('p1', [ONE, TWO])
    await store.run('p1', [ONE, TWO])
    expect(store.countRows('results')).toBe(2)
    expect(store.countRows('mentions')).toBe(2)
    expect(store.countRows('locations')).toBe(2)
    expect(store.countRows('validity')).toBe(2)
  })

  it('lists one document for the same bytes at two places', async () => {
    await store.run('p1', [ONE, { ...ONE, path: 'A/copy.txt' }])
    await store.open(async (opened) => {
      const [source, ...rest] = [...opened.read(opened.runs.latest() ?? expect.fail()).sources()]
      expect(rest).toEqual([])
      expect(source?.source.path).toBe('A/copy.txt')
      expect(source?.source.locations.map((place) => place.path)).toEqual(['A/copy.txt', 'a.txt'])
      return Promise.resolve()
    })
  })

  it('keeps the former state current while a run is unfinished', async () => {
    await store.run('p1', [ONE])
    await store.run('p1', [ONE, TWO], 'suspend')
    expect(await store.articlesOf()).toEqual([ONE.text])
    expect(store.countRows('article')).toBe(1)
  })

  it('continues an unfinished run from what it had done', async () => {
    await store.run('p1', [ONE, TWO], 'suspend')
    expect(store.countRows('results')).toBe(2)
    await store.run('p1', [ONE, TWO])
    expect(store.countRows('results')).toBe(2)
    expect(await store.articlesOf()).toEqual([ONE.text, TWO.text])
  })

  it('forgets where an unfinished run found a document', async () => {
    await store.run('p1', [{ ...ONE, path: 'gone.txt' }], 'suspend')
    await store.run('p1', [ONE])
    expect(store.countRows('locations')).toBe(1)
  })

  it('writes nothing of a document whose run broke off in the middle', async () => {
    await expect(store.run('p1', [ONE], 'throw')).rejects.toThrow('killed')
    expect(store.countRows('documents')).toBe(0)
  })

  it('keeps a past run’s records readable when a changed pipeline replaced them', async () => {
    const first = await store.run('p1', [ONE, TWO])
    const changed = sampleResult(`改${ONE.text}`, 1)
    const second = await store.run('p2', [{ ...ONE, result: changed }])
    expect(await store.articlesOf(first)).toEqual([ONE.text, TWO.text])
    expect(await store.articlesOf(second)).toEqual([`改${ONE.text}`, TWO.text])
  })

  it('goes back to stored results when the pipeline goes back', async () => {
    await store.run('p1', [ONE])
    await store.run('p2', [{ ...ONE, result: sampleResult('改。', 1) }])
    await store.run('p1', [ONE])
    expect(store.countRows('results')).toBe(2)
    expect(await store.articlesOf()).toEqual([ONE.text])
    expect(await store.articlesOf(2)).toEqual(['改。'])
  })

  it('keeps the records of a source that is no longer among the inputs', async () => {
    await store.run('p1', [ONE, TWO])
    await store.run('p1', [TWO])
    expect(await store.articlesOf()).toEqual([ONE.text, TWO.text])
  })

  it('drops an unreadable input from quarantine when it can be read', async () => {
    const unread = (message: string): Promise<void> =>
      store.open((opened) =>
        opened.write(startOf('p1'), { clock: () => 0, atomic: false }, async (session) => {
          session.noteUnreadable('a.txt', 'read-failed', message)
          session.finish(ENDING)
          return Promise.resolve()
        }),
      )
    await unread('no permission')
    await unread('no permission')
    expect(store.countRows('unreadable')).toBe(1)
    expect(store.countRows('quarantine')).toBe(1)
    await store.run('p1', [ONE])
    expect(store.countRows('quarantine')).toBe(0)
  })

  it('commits as documents end, a second after the last commit', async () => {
    let now = 0
    await store.open((opened) =>
      opened.write(startOf('p1'), { clock: () => now, atomic: false }, async (session) => {
        await writeInput(session, ONE)
        expect(store.countRows('documents')).toBe(0)
        now = 1500
        await writeInput(session, TWO)
        expect(store.countRows('documents')).toBe(2)
        session.suspend()
      }),
    )
  })

  it('remembers the files of the pipeline a run used', async () => {
    const id = await store.run('p1', [ONE])
    const files = await store.open(async (opened) => Promise.resolve(opened.runs.files(id)))
    expect(files).toEqual([{ path: 'rules.yaml', text: 'rules: []' }])
  })
})

function asColumns(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([name]) => name !== 'record')
      .map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
      ]),
  )
}

function withoutNulls(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}
