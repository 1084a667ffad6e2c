import { InvariantError } from '../core/errors.js'
import type { PackedDocument } from '../store/documents.js'
import { FORGOTTEN_CODE, forgottenMessage } from '../store/forgotten.js'
import type { RunSession } from '../store/run-session.js'
import type { FileMark } from '../store/sources.js'
import type { BatchOptions } from './batch-options.js'
import type { InputFile } from './inputs.js'
import { planDocument } from './plan.js'
import type { Processor } from './process.js'
import { type FailedRead, type ReadDocument, readInputs } from './read-inputs.js'
import type { Tally } from './summary.js'

/** A run under way: what it writes to, works with and counts. */
export interface OpenBatch {
  readonly session: RunSession
  readonly tally: Tally
  readonly process: Processor
}

type InputOptions = Pick<
  BatchOptions,
  'inputs' | 'onProgress' | 'signal' | 'full' | 'prune' | 'rehash' | 'readmit'
>

/** Reads the inputs that are not as they were, and does what is to be done; false if it was stopped. */
export async function processInputs(batch: OpenBatch, options: InputOptions): Promise<boolean> {
  const { session, tally } = batch
  const { inputs, onProgress, signal, full = false } = options
  const total = inputs.files.length + inputs.broken.length
  const report = (): void => {
    tally.done++
    onProgress?.({ done: tally.done, total, quarantined: tally.totalQuarantined })
  }
  for (const { path, message } of inputs.broken) {
    addUnread(batch, { path, message: `${path}: ${message}.`, file: null }, READ_FAILED)
    report()
  }
  const started = Date.now()
  const isStored = (sha256: string): boolean => session.findDocument(sha256) !== null
  const pending: InputFile[] = []
  for (const input of inputs.files)
    if (addUnchanged(batch, input, options)) report()
    else pending.push(input)
  for await (const outcome of readInputs(pending, { isStored, signal })) {
    if (signal?.aborted === true) return false
    if (!outcome.ok) addUnread(batch, outcome.failure, READ_FAILED)
    else if (isRefused(session, outcome.document, options)) refuse(batch, outcome.document)
    else addDocument(batch, outcome.document, { full, started })
    session.endDocument()
    report()
  }
  return signal?.aborted !== true
}

/** Processes again what is not among the inputs and can come out otherwise; false if it was stopped. */
export async function processBesides(
  { session, tally, process }: OpenBatch,
  { signal, full = false }: InputOptions,
): Promise<boolean> {
  for (const document of session.touched.besides()) {
    if (signal?.aborted === true) return false
    const { result, touched } = planDocument(session, document, full)
    if (result === null) {
      process(document, session.bytes(document), touched)
      tally.besides++
    } else session.take(document, result)
    session.endDocument()
    // Signals are heard between turns.
    if (tally.besides % DOCUMENTS_A_TURN === 0) await new Promise(setImmediate)
  }
  return true
}

const DOCUMENTS_A_TURN = 16

/** True for a file that holds what it held, and that nothing is to be done with. */
function addUnchanged(
  { session, tally }: OpenBatch,
  { path, open }: InputFile,
  { prune = false, rehash = false }: InputOptions,
): boolean {
  if (open === 'stdin' || open.mark === null || rehash) return false
  const document = session.sources.findUnchanged(open.file, path, open.mark)
  if (document === null || session.touched.of(document) !== null) return false
  const current = session.currentResult(document)
  if (current === null) return false
  if (prune) session.sources.keep(open.file)
  if (!session.noteInput(document)) {
    tally.copies++
    return true
  }
  tally.documents.unchanged++
  tally.bytes += open.mark.size
  if (current.failure !== null) tally.addQuarantined({ path, ...current.failure })
  return true
}

function addDocument(
  { session, tally, process }: OpenBatch,
  read: ReadDocument,
  { full, started }: { readonly full: boolean; readonly started: number },
): void {
  const { path, bytes } = read
  const document = session.findDocument(read.sha256) ?? session.addDocument(packedOf(read))
  const isFirst = session.noteInput(document)
  const mark = read.mark !== null && isSettled(read.mark, started) ? read.mark : null
  session.noteSource({ path, item: null, file: read.file, document, mark })
  if (!isFirst) {
    tally.copies++
    return
  }
  const { standing, result, touched, failure: former } = planDocument(session, document, full)
  const failure = result === null ? process(document, bytes, touched) : former
  if (result !== null && standing !== 'unchanged') session.take(document, result)
  tally.documents[standing]++
  tally.bytes += bytes.length
  if (failure !== null) tally.addQuarantined({ path, code: failure.code, message: failure.message })
}

/**
 * False for a file as young as the run: it may be written to once more without its time telling so,
 * within what its file system counts in: two seconds where times are whole ones.
 */
function isSettled({ mtime }: FileMark, started: number): boolean {
  const grain = mtime % 1_000_000_000n === 0n ? COARSE_GRAIN_MS : FINE_GRAIN_MS
  return Number(mtime / 1_000_000n) < started - grain
}

const COARSE_GRAIN_MS = 2000
const FINE_GRAIN_MS = 100

/** What was forgotten on request does not come back by the next crawl, unless it is let in again. */
function isRefused(
  session: RunSession,
  { sha256 }: ReadDocument,
  { readmit = false }: InputOptions,
): boolean {
  if (!session.isForgotten(sha256)) return false
  if (readmit) session.readmit(sha256)
  return !readmit
}

function refuse(batch: OpenBatch, { path, file }: ReadDocument): void {
  addUnread(batch, { path, message: forgottenMessage(path), file }, FORGOTTEN_CODE)
}

function addUnread(
  { session, tally }: OpenBatch,
  { path, message, file }: FailedRead,
  code: string,
): void {
  session.noteUnreadable(path, code, message)
  if (file !== null) session.sources.keep(file)
  tally.addQuarantined({ path, code, message })
}

function packedOf({ packed, path }: ReadDocument): PackedDocument {
  if (packed === null) throw new InvariantError(`${path} was taken for stored, and is not.`)
  return packed
}

const READ_FAILED = 'read-failed'
