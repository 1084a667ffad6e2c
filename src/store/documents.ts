import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import type { Connection } from './database.js'

/** A document's bytes as the store keeps them. */
export interface PackedDocument {
  readonly sha256: string
  readonly bytes: number
  readonly content: Uint8Array
}

/** Compresses a document's bytes (zlib) off the main thread. */
export async function packDocument(sha256: string, bytes: Uint8Array): Promise<PackedDocument> {
  return { sha256, bytes: bytes.length, content: await deflateAsync(bytes, { level: 6 }) }
}

/** The stored sources: bytes by sha256, and where they were found. */
export interface Documents {
  /** The document's key; null if these bytes were never stored. */
  find(sha256: string): number | null
  add(document: PackedDocument): number
  /** @throws {RangeError} for an unknown key */
  bytes(document: number): Uint8Array
}

export function openDocuments(connection: Connection): Documents {
  const find = connection.prepare<[string], { key: number }>(
    'SELECT key FROM documents WHERE sha256 = ?',
  )
  const add = connection.prepare<[string, number, Uint8Array]>(
    'INSERT INTO documents (sha256, bytes, content) VALUES (?, ?, ?)',
  )
  const content = connection.prepare<[number], { content: Uint8Array }>(
    'SELECT content FROM documents WHERE key = ?',
  )
  return {
    find: (sha256) => find.get(sha256)?.key ?? null,
    add: ({ sha256, bytes, content }) => Number(add.run(sha256, bytes, content).lastInsertRowid),
    bytes(document) {
      const row = content.get(document)
      if (row === undefined) throw new RangeError(`There is no document ${document}.`)
      return inflateSync(row.content)
    },
  }
}

const deflateAsync = promisify(deflate)
