import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import pLimit from 'p-limit'
import { sha256 } from '../core/fingerprint.js'
import { type PackedDocument, packDocument } from '../store/documents.js'
import { type InputFile, reasonOf } from './inputs.js'

/** A document as read; `packed` only where the store does not hold these bytes yet. */
export interface ReadDocument {
  readonly path: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly packed: PackedDocument | null
}

export interface FailedRead {
  readonly path: string
  readonly message: string
}

export type ReadOutcome =
  | { readonly ok: true; readonly document: ReadDocument }
  | { readonly ok: false; readonly failure: FailedRead }

/**
 * Reads files in the order given, a few ahead of the consumer, so that disk and compression work
 * beside the pipeline while memory holds no more than those few.
 */
export async function* readInputs(
  files: readonly InputFile[],
  isStored: (sha256: string) => boolean,
): AsyncGenerator<ReadOutcome> {
  const limit = pLimit(CONCURRENT_READS)
  const ahead: Promise<ReadOutcome>[] = []
  for (const file of files) {
    ahead.push(limit(() => readInput(file, isStored)))
    const first = ahead.length < READ_AHEAD ? undefined : ahead.shift()
    if (first !== undefined) yield await first
  }
  for (const outcome of ahead) yield await outcome
}

const CONCURRENT_READS = 8
const READ_AHEAD = 16

async function readInput(
  input: InputFile,
  isStored: (sha256: string) => boolean,
): Promise<ReadOutcome> {
  const { path, open } = input
  try {
    const bytes = await (open === 'stdin' ? buffer(process.stdin) : readFile(open.file))
    const digest = sha256(bytes)
    const packed = isStored(digest) ? null : await packDocument(digest, bytes)
    return { ok: true, document: { path, sha256: digest, bytes, packed } }
  } catch (error) {
    return { ok: false, failure: { path, message: `${path}: ${reasonOf(error)}.` } }
  }
}
