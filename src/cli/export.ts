import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { StoreError, UsageError } from '../core/errors.js'
import { ANNOTATED_KINDS } from '../export/annotated-article.js'
import { ANNOTATION_FORMATS, type AnnotationFormat } from '../export/annotation-files.js'
import { writeCsv } from '../export/csv.js'
import { writeJsonLines } from '../export/jsonl.js'
import { provinceFinder } from '../export/provinces.js'
import { RECORD_KINDS, type RecordKind, streamRecords } from '../export/record-stream.js'
import { openFileSink, openStandardOutput } from '../export/text-sink.js'
import type { RunRow } from '../store/runs.js'
import { type Store, useStore } from '../store/store.js'
import { defineCommand, STORE_OPTION, storePath } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { chooseRun } from './choose-run.js'
import { exportAnnotations, labellingConfigOf } from './export-annotations.js'
import { exportReviews, REVIEWS } from './export-reviews.js'
import { parseList } from './parse-list.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface ExportOptions extends CommonOptions {
  readonly store?: string
  readonly format: 'jsonl' | 'csv' | AnnotationFormat
  readonly records?: string
  readonly run?: string
  readonly out?: string
  readonly quotes?: boolean
  readonly offsets?: 'all'
  readonly labellingConfig?: boolean
}

export function addExportCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'export',
    summary: 'write records to standard output or files',
    example: 'yuanju export --format csv --records fact --out facts.csv',
    exampleDoes: 'the facts as a table with subject, province, metric, value, time and sentence',
  })
    .option(...STORE_OPTION)
    .addOption(new Option('--format <format>').choices(FORMATS).default('jsonl'))
    .option(
      '--records <kinds>',
      `comma-separated, all by default: ${RECORD_KINDS.join(',')}; or ${REVIEWS}`,
    )
    .option('--run <id>', 'the records as they were when that run had finished')
    .option('--out <path>', 'a file; a folder for several kinds as CSV, and for annotations')
    .option('--quotes', 'add to each record the source slices it stands on')
    .addOption(new Option('--offsets <frames>', 'add code-point and byte ranges').choices(['all']))
    .option(
      '--labelling-config',
      'with --format labelstudio: the labelling interface (XML) instead',
    )
    .action(async (options: ExportOptions) => {
      assertPossible(options)
      const terminal = openTerminal(options)
      const path = storePath(options.store)
      await useStore(path, { create: false }, (store) =>
        store.snapshot(async () => {
          const run = chooseRun(store, options.run)
          if (options.labellingConfig === true) {
            terminal.out(labellingConfigOf(store, run).trimEnd())
            return
          }
          if (options.records === REVIEWS) {
            const { format, out } = options
            await exportReviews(store, run, { format, out, terminal })
            return
          }
          const count = await exportRecords(store, run, options)
          if (options.out !== undefined)
            terminal.note(
              `${count} ${isAnnotation(options.format) ? 'articles' : 'records'} of run ${run.id} written to ${options.out}`,
            )
        }),
      )
    })
}

function isAnnotation(format: ExportOptions['format']): format is AnnotationFormat {
  return format !== 'jsonl' && format !== 'csv'
}

const FORMATS = ['jsonl', 'csv', ...ANNOTATION_FORMATS]

function assertPossible({ format, json, quotes, offsets, labellingConfig }: ExportOptions): void {
  if (format === 'csv' && json === true)
    throw new UsageError('export-csv-json', '--json and --format csv exclude each other.')
  if (format !== 'jsonl' && (quotes === true || offsets !== undefined))
    throw new UsageError('export-csv-flat', '--quotes and --offsets are for --format jsonl.')
  if (labellingConfig === true && format !== 'labelstudio')
    throw new UsageError('export-config', '--labelling-config goes with --format labelstudio.')
}

function exportRecords(store: Store, run: RunRow, options: ExportOptions): Promise<number> {
  const { format, records, out } = options
  if (isAnnotation(format)) {
    const kinds = parseList(records ?? ANNOTATED_KINDS.join(), ANNOTATED_KINDS, '--records')
    return exportAnnotations(store, run, { format, kinds, out })
  }
  const kinds = parseList(records ?? RECORD_KINDS.join(), RECORD_KINDS, '--records')
  if (format === 'jsonl') return exportJsonLines(store, run, kinds, options)
  if (out === undefined && kinds.length > 1)
    throw new UsageError(
      'export-csv-kinds',
      'CSV holds one kind a file: name one with --records, or a folder with --out.',
    )
  return exportCsv(store, run, kinds, out)
}

async function exportJsonLines(
  store: Store,
  run: RunRow,
  kinds: readonly RecordKind[],
  { out, quotes, offsets }: ExportOptions,
): Promise<number> {
  const records = streamRecords(store.read(run), {
    kinds,
    quotes: quotes === true,
    allOffsets: offsets === 'all',
    bytes: (document) => store.bytes(document),
  })
  return writeJsonLines(records, out === undefined ? openStandardOutput() : openFileSink(out))
}

async function exportCsv(
  store: Store,
  run: RunRow,
  kinds: readonly RecordKind[],
  out: string | undefined,
): Promise<number> {
  const provinceOf = provinceFinder(store.runs.files(run.id))
  if (kinds.length > 1 && out !== undefined) makeFolder(out)
  const reader = store.read(run)
  const sources = { reader, provinceOf, bytes: (document: number) => store.bytes(document) }
  let count = 0
  for (const kind of kinds) {
    const file = out === undefined || kinds.length === 1 ? out : join(out, `${kind}.csv`)
    const sink = file === undefined ? openStandardOutput() : openFileSink(file)
    count += await writeCsv(sources, kind, sink)
  }
  return count
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw new StoreError('output-failed', `${path}: the folder could not be made.`, {
      cause: error,
    })
  }
}
