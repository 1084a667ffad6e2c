import { readFile } from 'node:fs/promises'
import { addAbortSignal } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pLimit from 'p-limit'
import { sha256 } from '../core/fingerprint.js'
import { type PackedDocument, packDocument } from '../store/documents.js'
import type { FileMark } from '../store/sources.js'
import { type InputFile, reasonOf } from './inputs.js'

/** A document as read; `packed` only where the store does not hold these bytes yet. */
export interface ReadDocument {
  readonly path: string
  /** Its absolute path; for standard input what no other input has. */
  readonly file: string
  readonly mark: FileMark | null
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly packed: PackedDocument | null
}

export interface FailedRead {
  readonly path: string
  /** Its absolute path; null where there is none. */
  readonly file: string | null
  readonly message: string
}

export type ReadOutcome =
  | { readonly ok: true; readonly document: ReadDocument }
  | { readonly ok: false; readonly failure: FailedRead }

export interface ReadOptions {
  /** True where the store holds these bytes, so that they need not be packed. */
  readonly isStored: (sha256: string) => boolean
  /** Ends the wait for standard input. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads files in the order given, a few ahead of the consumer, so that disk and compression work
 * beside the pipeline while memory holds no more than those few.
 */
export async function* readInputs(
  files: readonly InputFile[],
  { isStored, signal }: ReadOptions,
): AsyncGenerator<ReadOutcome> {
  const limit = pLimit(CONCURRENT_READS)
  const ahead: Promise<ReadOutcome>[] = []
  for (const file of files) {
    ahead.push(limit(() => readInput(file, { isStored, signal })))
    const first = ahead.length < READ_AHEAD ? undefined : ahead.shift()
    if (first !== undefined) yield await first
  }
  for (const outcome of ahead) yield await outcome
}

const CONCURRENT_READS = 8
const READ_AHEAD = 16

async function readInput(
  input: InputFile,
  { isStored, signal }: ReadOptions,
): Promise<ReadOutcome> {
  const { path, open } = input
  try {
    const bytes = await (open === 'stdin' ? readStandardInput(signal) : readFile(open.file))
    const digest = sha256(bytes)
    const packed = isStored(digest) ? null : await packDocument(digest, bytes)
    const { file, mark } = open === 'stdin' ? { file: `- ${digest}`, mark: null } : open
    return { ok: true, document: { path, file, mark, sha256: digest, bytes, packed } }
  } catch (error) {
    const file = open === 'stdin' ? null : open.file
    return { ok: false, failure: { path, file, message: `${path}: ${reasonOf(error)}.` } }
  }
}

function readStandardInput(signal: AbortSignal | undefined): Promise<Uint8Array> {
  return buffer(signal === undefined ? process.stdin : addAbortSignal(signal, process.stdin))
}
