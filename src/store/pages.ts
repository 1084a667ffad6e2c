import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sha256 } from '../core/fingerprint.js'
import type { PageText } from '../pipeline/process-document.js'
import type { Connection } from './database.js'

/** The pages that results were read from, as keys to look words up in; equal ones are stored once. */
export interface Pages {
  /** Gives the page's key in the store. */
  add(page: PageText): number
}

export function openPages(connection: Connection): Pages {
  const find = connection.prepare<[string], { key: number }>(
    'SELECT key FROM pages WHERE digest = ?',
  )
  const insert = connection.prepare<[string, number, Uint8Array]>(
    'INSERT INTO pages (digest, traditional, content) VALUES (?, ?, ?)',
  )
  return {
    add({ key: text, isTraditional }) {
      const digest = sha256(text)
      const known = find.get(digest)?.key
      if (known !== undefined) return known
      const content = deflateRawSync(text, { level: 1 })
      return Number(insert.run(digest, isTraditional ? 1 : 0, content).lastInsertRowid)
    },
  }
}

/** The key of a page from its content as stored. */
export function unpackPage(content: Uint8Array): string {
  return inflateRawSync(content).toString()
}
