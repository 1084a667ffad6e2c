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
  const report = (count: number): void => {
    if (count === 0) return
    tally.done += count
    onProgress?.({ done: tally.done, total, quarantined: tally.totalQuarantined })
  }
  for (const { path, message } of inputs.broken) {
    addUnread(batch, { path, message: `${path}: ${message}.`, file: null }, READ_FAILED)
    report(1)
  }
  const started = Date.now()
  const isStored = (sha256: string): boolean => session.findDocument(sha256) !== null
  const pending: InputFile[] = []
  for (let at = 0; at < inputs.files.length; at += FILES_AT_ONCE) {
    const rest = addUnchanged(batch, inputs.files.slice(at, at + FILES_AT_ONCE), options)
    pending.push(...rest)
    report(Math.min(FILES_AT_ONCE, inputs.files.length - at) - rest.length)
    // Signals are heard between turns.
    await new Promise(setImmediate)
    if (signal?.aborted === true) return false
  }
  for await (const outcome of readInputs(pending, { isStored, signal })) {
    if (signal?.aborted === true) return false
    if (!outcome.ok) addUnread(batch, outcome.failure, READ_FAILED)
    else if (isRefused(session, outcome.document, options)) refuse(batch, outcome.document)
    else addDocument(batch, outcome.document, { full, started })
    session.endDocument()
    report(1)
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

/** Counts the files that hold what they held, and that nothing is to be done with; gives the others. */
function addUnchanged(
  { session, tally }: OpenBatch,
  files: readonly InputFile[],
  { prune = false, rehash = false }: InputOptions,
): readonly InputFile[] {
  if (rehash) return files
  const marked = files.flatMap((input) => {
    const { path, open } = input
    if (open === 'stdin' || open.mark === null) return []
    return [{ input, path, file: open.file, mark: open.mark }]
  })
  const answers = session.takeUnchanged(marked, { keep: prune })
  const done = new Set<InputFile>()
  for (const [index, { input, path, mark }] of marked.entries()) {
    const answer = answers[index] ?? null
    if (answer === null) continue
    done.add(input)
    if (!answer.isFirst) {
      tally.copies++
      continue
    }
    tally.documents.unchanged++
    tally.bytes += mark.size
    if (answer.failure !== null) tally.addQuarantined({ path, ...answer.failure })
  }
  return files.filter((input) => !done.has(input))
}

/** Asked of the store together. */
const FILES_AT_ONCE = 1000

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
