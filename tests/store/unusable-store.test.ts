import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { StoreError, UsageError } from '../../src/core/errors.js'
import { useStore } from '../../src/store/store.js'
import { tempFolder } from '../temp-folder.js'
import { startOf } from './sample-records.js'
import { ONE, storeAt, type StoreHarness } from './store-harness.js'

let path: string
let store: StoreHarness
beforeEach(() => {
  path = join(tempFolder(), 'a.db')
  store = storeAt(path)
})

describe('a store that cannot be used', () => {
  it('refuses a second run while one is writing', async () => {
    await store.open((opened) =>
      opened.write(startOf('p1'), { clock: () => 0, atomic: false }, async (session) => {
        session.suspend()
        await expect(store.run('p1', [ONE])).rejects.toThrow(
          /run 1 \(process 1, since .*is writing/,
        )
      }),
    )
    await store.run('p1', [ONE])
    expect(await store.articlesOf()).toEqual([ONE.text])
  })

  it('says where it looked for a store that is not there', async () => {
    const work = useStore(path, { create: false }, async () => Promise.resolve())
    await expect(work).rejects.toThrow(StoreError)
    await expect(work).rejects.toThrow(path)
  })

  it('refuses a file that is no database', async () => {
    writeFileSync(path, 'these are just words, and enough of them to fill a header of SQLite …')
    await expect(store.open(async () => Promise.resolve())).rejects.toThrow(/not a SQLite database/)
  })

  it('refuses the database of another program', async () => {
    const connection = new SQLite(path)
    connection.exec('CREATE TABLE bookmarks (url TEXT)')
    connection.close()
    await expect(store.open(async () => Promise.resolve())).rejects.toThrow(/another program/)
  })

  it('refuses a store in a folder that does not exist', async () => {
    const deep = storeAt(join(path, 'deep', 'a.db'))
    await expect(deep.open(async () => Promise.resolve())).rejects.toThrow(
      /folder .* does not exist/,
    )
  })

  it('refuses a store of a newer schema', async () => {
    await store.run('p1', [ONE])
    const connection = new SQLite(path)
    connection.pragma('user_version = 999')
    connection.close()
    await expect(store.open(async () => Promise.resolve())).rejects.toThrow(/newer yuanju/)
  })

  it('gives no records of a run that did not finish', async () => {
    const id = await store.run('p1', [ONE], 'suspend')
    await expect(store.articlesOf(id)).rejects.toThrow(UsageError)
  })
})
