import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { tempFolder } from '../temp-folder.js'
import { buildOnce, jsonLines, startYuanju, yuanju } from './yuanju.js'

beforeAll(buildOnce, 240_000)

const PAGES = 6
const LAST_PAGE = '湖南省人民医院2024年收治患者99人次。'

function somePages(): string {
  const folder = tempFolder()
  for (let page = 0; page < PAGES; page++)
    writeFileSync(join(folder, `${page}.txt`), `湖南省人民医院2024年收治患者${page + 2}人次。`)
  return folder
}

const countIn = (store: string, table: string): number => {
  const connection = new SQLite(store, { readonly: true })
  const count = Number(connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  connection.close()
  return count
}

/** A run over pages and then standard input, which does not come, once the pages are committed. */
async function runHalfway(pages: string, store: string): Promise<ChildProcess> {
  const child = startYuanju(['run', pages, '-', '--store', store])
  for (;;) {
    try {
      if (countIn(store, 'results') === PAGES) return child
    } catch {
      // The store is not there yet.
    }
    if (child.exitCode !== null) throw new Error(`The run ended with ${child.exitCode}.`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

describe('a run that is killed', () => {
  it('leaves whole documents, shows nothing, and is continued to the same records', async () => {
    const pages = somePages()
    const store = join(tempFolder(), 'a.db')
    const child = await runHalfway(pages, store)
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(countIn(store, 'articles')).toBe(PAGES)
    expect(countIn(store, 'article')).toBe(0)

    const args = ['run', pages, '-', '--json', '--store']
    const [summary] = jsonLines<object>(await yuanju([...args, store], { input: LAST_PAGE }))
    expect(summary).toMatchObject({ documents: { continued: PAGES, new: 1 } })
    const fresh = join(tempFolder(), 'b.db')
    await yuanju([...args, fresh], { input: LAST_PAGE })
    const exported = await yuanju(['export', '--store', store])
    expect(exported.out).toBe((await yuanju(['export', '--store', fresh])).out)
  }, 240_000)

  it('lets no second run write meanwhile, and ends cleanly on SIGTERM', async () => {
    const pages = somePages()
    const store = join(tempFolder(), 'a.db')
    const child = await runHalfway(pages, store)
    const second = await yuanju(['run', pages, '--store', store])
    expect(second.code).toBe(3)
    expect(second.err).toContain(`run 1 (process ${child.pid ?? 0}`)
    child.kill('SIGTERM')
    await once(child, 'close')
    expect(child.exitCode).toBe(3)
    const [run] = jsonLines<object>(await yuanju(['runs', '--store', store, '--json']))
    expect(run).toMatchObject({ id: 1, finished: null })
    expect(countIn(store, 'article')).toBe(0)
  }, 240_000)
})
