import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { StoreError, UsageError } from '../../src/core/errors.js'
import { sha256 } from '../../src/core/fingerprint.js'
import type { DocumentResult } from '../../src/pipeline/process-document.js'
import { packDocument } from '../../src/store/documents.js'
import type { RunSession } from '../../src/store/run-session.js'
import { type Store, useStore } from '../../src/store/store.js'
import { tempFolder } from '../temp-folder.js'
import { FAILED, sampleResult, startOf } from './sample-records.js'

interface Input {
  readonly path: string
  readonly text: string
  readonly result?: DocumentResult
}

let path: string
beforeEach(() => {
  path = join(tempFolder(), 'a.db')
})

const ONE: Input = { path: 'a.txt', text: '第一医院派出医生36名。' }
const TWO: Input = { path: 'b.txt', text: '第一医院派出医生8名。' }

const open = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  useStore(path, { create: true }, work)

/** Writes inputs under a run as the batch does; `end` says whether it gets to finish. */
async function run(
  fingerprint: string,
  inputs: readonly Input[],
  end: 'finish' | 'suspend' | 'throw' = 'finish',
): Promise<number> {
  return open((store) =>
    store.write(
      startOf(fingerprint),
      () => 0,
      async (session) => {
        for (const input of inputs) await write(session, input)
        if (end === 'throw') throw new Error('killed')
        if (end === 'finish') session.finish('2025-01-01T00:01:00.000Z', { new: inputs.length })
        else session.suspend()
        return session.run.id
      },
    ),
  )
}

async function write(session: RunSession, { path, text, result }: Input): Promise<void> {
  const digest = sha256(text)
  const known = session.findDocument(digest)
  const document = known ?? session.addDocument(await packDocument(digest, Buffer.from(text)))
  session.noteInput(document, { path, item: null })
  if (session.findResult(document) === null)
    session.addResult(document, result ?? sampleResult(text, text.length))
  session.endDocument()
}

async function articlesOf(runId?: number): Promise<string[]> {
  return open(async (store) => {
    const chosen = runId === undefined ? store.runs.latest() : store.runs.find(runId)
    if (chosen === null) return []
    const reader = store.read(chosen)
    return Promise.resolve([...reader.sources()].map((source) => reader.article(source).text))
  })
}

const countRows = (table: string): unknown => {
  const connection = new SQLite(path)
  const row = connection.prepare(`SELECT count(*) AS n FROM ${table}`).pluck().get()
  connection.close()
  return row
}

describe('a store', () => {
  it('gives back the records that were written', async () => {
    await run('p1', [ONE])
    const expected = sampleResult(ONE.text, ONE.text.length)
    if (!expected.ok) throw new Error('the sample is sound')
    await open(async (store) => {
      const reader = store.read(store.runs.latest() ?? expect.fail('no run'))
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
      expect(Buffer.from(store.bytes(source.document)).toString()).toBe(ONE.text)
      return Promise.resolve()
    })
  })

  it('shows the same records as SQL views, nested fields as JSON', async () => {
    await run('p1', [ONE, { ...TWO, result: FAILED }])
    const connection = new SQLite(path, { readonly: true })
    const records = await open(async (store) => {
      const reader = store.read(store.runs.latest() ?? expect.fail('no run'))
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
    await run('p1', [ONE, TWO])
    await run('p1', [ONE, TWO])
    expect(countRows('results')).toBe(2)
    expect(countRows('mentions')).toBe(2)
    expect(countRows('locations')).toBe(2)
    expect(countRows('validity')).toBe(2)
  })

  it('lists one document for the same bytes at two places', async () => {
    await run('p1', [ONE, { ...ONE, path: 'A/copy.txt' }])
    await open(async (store) => {
      const [source, ...rest] = [...store.read(store.runs.latest() ?? expect.fail()).sources()]
      expect(rest).toEqual([])
      expect(source?.source.path).toBe('A/copy.txt')
      expect(source?.source.locations.map((place) => place.path)).toEqual(['A/copy.txt', 'a.txt'])
      return Promise.resolve()
    })
  })

  it('keeps the former state current while a run is unfinished', async () => {
    await run('p1', [ONE])
    await run('p1', [ONE, TWO], 'suspend')
    expect(await articlesOf()).toEqual([ONE.text])
    expect(countRows('article')).toBe(1)
  })

  it('continues an unfinished run from what it had done', async () => {
    await run('p1', [ONE, TWO], 'suspend')
    expect(countRows('results')).toBe(2)
    await run('p1', [ONE, TWO])
    expect(countRows('results')).toBe(2)
    expect(await articlesOf()).toEqual([ONE.text, TWO.text])
  })

  it('forgets where an unfinished run found a document', async () => {
    await run('p1', [{ ...ONE, path: 'gone.txt' }], 'suspend')
    await run('p1', [ONE])
    expect(countRows('locations')).toBe(1)
  })

  it('writes nothing of a document whose run broke off in the middle', async () => {
    await expect(run('p1', [ONE], 'throw')).rejects.toThrow('killed')
    expect(countRows('documents')).toBe(0)
  })

  it('keeps a past run’s records readable when a changed pipeline replaced them', async () => {
    const first = await run('p1', [ONE, TWO])
    const changed = sampleResult(`改${ONE.text}`, 1)
    const second = await run('p2', [{ ...ONE, result: changed }])
    expect(await articlesOf(first)).toEqual([ONE.text, TWO.text])
    expect(await articlesOf(second)).toEqual([`改${ONE.text}`, TWO.text])
  })

  it('goes back to stored results when the pipeline goes back', async () => {
    await run('p1', [ONE])
    await run('p2', [{ ...ONE, result: sampleResult('改。', 1) }])
    await run('p1', [ONE])
    expect(countRows('results')).toBe(2)
    expect(await articlesOf()).toEqual([ONE.text])
    expect(await articlesOf(2)).toEqual(['改。'])
  })

  it('keeps the records of a source that is no longer among the inputs', async () => {
    await run('p1', [ONE, TWO])
    await run('p1', [TWO])
    expect(await articlesOf()).toEqual([ONE.text, TWO.text])
  })

  it('drops an unreadable input from quarantine when it can be read', async () => {
    const unread = (message: string): Promise<void> =>
      open((store) =>
        store.write(
          startOf('p1'),
          () => 0,
          async (session) => {
            session.noteUnreadable('a.txt', 'read-failed', message)
            session.finish('2025-01-01T00:01:00.000Z', {})
            return Promise.resolve()
          },
        ),
      )
    await unread('no permission')
    await unread('no permission')
    expect(countRows('unreadable')).toBe(1)
    expect(countRows('quarantine')).toBe(1)
    await run('p1', [ONE])
    expect(countRows('quarantine')).toBe(0)
  })

  it('commits as documents end, a second after the last commit', async () => {
    let now = 0
    await open((store) =>
      store.write(
        startOf('p1'),
        () => now,
        async (session) => {
          await write(session, ONE)
          expect(countRows('documents')).toBe(0)
          now = 1500
          await write(session, TWO)
          expect(countRows('documents')).toBe(2)
          session.suspend()
        },
      ),
    )
  })

  it('remembers the files of the pipeline a run used', async () => {
    const id = await run('p1', [ONE])
    const files = await open(async (store) => Promise.resolve(store.runs.files(id)))
    expect(files).toEqual([{ path: 'rules.yaml', text: 'rules: []' }])
  })
})

describe('a store that cannot be used', () => {
  it('refuses a second run while one is writing', async () => {
    await open((store) =>
      store.write(
        startOf('p1'),
        () => 0,
        async (session) => {
          session.suspend()
          await expect(run('p1', [ONE])).rejects.toThrow(/run 1 \(process 1, since .*is writing/)
        },
      ),
    )
    await run('p1', [ONE])
    expect(await articlesOf()).toEqual([ONE.text])
  })

  it('says where it looked for a store that is not there', async () => {
    const work = useStore(path, { create: false }, async () => Promise.resolve())
    await expect(work).rejects.toThrow(StoreError)
    await expect(work).rejects.toThrow(path)
  })

  it('refuses a file that is no database', async () => {
    writeFileSync(path, 'these are just words, and enough of them to fill a header of SQLite …')
    await expect(open(async () => Promise.resolve())).rejects.toThrow(/not a SQLite database/)
  })

  it('refuses the database of another program', async () => {
    const connection = new SQLite(path)
    connection.exec('CREATE TABLE bookmarks (url TEXT)')
    connection.close()
    await expect(open(async () => Promise.resolve())).rejects.toThrow(/another program/)
  })

  it('refuses a store in a folder that does not exist', async () => {
    path = join(path, 'deep', 'a.db')
    await expect(open(async () => Promise.resolve())).rejects.toThrow(/folder .* does not exist/)
  })

  it('refuses a store of a newer schema', async () => {
    await run('p1', [ONE])
    const connection = new SQLite(path)
    connection.pragma('user_version = 999')
    connection.close()
    await expect(open(async () => Promise.resolve())).rejects.toThrow(/newer yuanju/)
  })

  it('gives no records of a run that did not finish', async () => {
    const id = await run('p1', [ONE], 'suspend')
    await expect(articlesOf(id)).rejects.toThrow(UsageError)
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
