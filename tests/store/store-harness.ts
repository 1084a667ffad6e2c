import SQLite from 'better-sqlite3'
import { sha256 } from '../../src/core/fingerprint.js'
import type { DocumentResult } from '../../src/pipeline/process-document.js'
import { packDocument } from '../../src/store/documents.js'
import type { RunEnding, RunSession } from '../../src/store/run-session.js'
import { type Store, useStore } from '../../src/store/store.js'
import { sampleResult, startOf } from './sample-records.js'

/** A document to be written: its text, and what the pipeline is to have made of it. */
export interface Input {
  readonly path: string
  readonly text: string
  readonly result?: DocumentResult
}

export const ONE: Input = { path: 'a.txt', text: '第一医院派出医生36名。' }
export const TWO: Input = { path: 'b.txt', text: '第一医院派出医生8名。' }

/** What tests do with the store at `path`, each in a connection of its own. */
export interface StoreHarness {
  open<T>(work: (store: Store) => Promise<T>): Promise<T>
  /** Writes inputs under a run as the batch does; `end` says whether it gets to finish. */
  run(
    fingerprint: string,
    inputs: readonly Input[],
    end?: 'finish' | 'suspend' | 'throw',
  ): Promise<number>
  /** The texts of the articles current after a run, by default the latest. */
  articlesOf(run?: number): Promise<string[]>
  countRows(table: string): unknown
}

export function storeAt(path: string): StoreHarness {
  const open = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
    useStore(path, { create: true }, work)
  return {
    open,
    run: (fingerprint, inputs, end = 'finish') =>
      open((store) =>
        store.write(startOf(fingerprint), { clock: () => 0, atomic: false }, async (session) => {
          for (const input of inputs) await writeInput(session, input)
          if (end === 'throw') throw new Error('killed')
          if (end === 'finish') session.finish({ ...ENDING, counts: { new: inputs.length } })
          else session.suspend()
          return session.run.id
        }),
      ),
    articlesOf: (run) =>
      open((store) => {
        const chosen = run === undefined ? store.runs.latest() : store.runs.find(run)
        if (chosen === null) return Promise.resolve([])
        const reader = store.read(chosen)
        const texts = [...reader.sources()].map((source) => reader.article(source).text)
        return Promise.resolve(texts)
      }),
    countRows(table) {
      const connection = new SQLite(path)
      const count = connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
      connection.close()
      return count
    },
  }
}

/** How a run ends that links nothing. */
export const ENDING: RunEnding = {
  finished: '2025-01-01T00:01:00.000Z',
  counts: {},
  prune: false,
  link: () => undefined,
}

/** Writes one document under a run, as the batch does. */
export async function writeInput(session: RunSession, input: Input): Promise<void> {
  const { path, text, result } = input
  const digest = sha256(text)
  const known = session.findDocument(digest)
  const document = known ?? session.addDocument(await packDocument(digest, Buffer.from(text)))
  session.noteInput(document)
  session.noteSource({ path, item: null, file: path, document, mark: null })
  const made = session.findResult(document)
  if (made === null) session.addResult(document, result ?? sampleResult(text, text.length))
  else session.take(document, made.result)
  session.endDocument()
}
