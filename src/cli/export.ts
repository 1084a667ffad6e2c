import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { StoreError, UsageError } from '../core/errors.js'
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
import { parseList } from './parse-list.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface ExportOptions extends CommonOptions {
  readonly store?: string
  readonly format: 'jsonl' | 'csv'
  readonly records: string
  readonly run?: string
  readonly out?: string
  readonly quotes?: boolean
  readonly offsets?: 'all'
}

export function addExportCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'export',
    summary: 'write records to standard output or files',
    example: 'yuanju export --format csv --records fact --out facts.csv',
    exampleDoes: 'the facts as a table with subject, province, metric, value, time and sentence',
  })
    .option(...STORE_OPTION)
    .addOption(new Option('--format <format>').choices(['jsonl', 'csv']).default('jsonl'))
    .option('--records <kinds>', `comma-separated: ${RECORD_KINDS.join(',')}`, RECORD_KINDS.join())
    .option('--run <id>', 'the records as they were when that run had finished')
    .option('--out <path>', 'a file; a folder for several kinds as CSV')
    .option('--quotes', 'add to each record the source slices it stands on')
    .addOption(new Option('--offsets <frames>', 'add code-point and byte ranges').choices(['all']))
    .action(async (options: ExportOptions) => {
      const kinds = parseList(options.records, RECORD_KINDS, '--records')
      assertPossible(options, kinds)
      const terminal = openTerminal(options)
      const path = storePath(options.store)
      await useStore(path, { create: false }, (store) =>
        store.snapshot(async () => {
          const run = chooseRun(store, options.run)
          const count =
            options.format === 'csv'
              ? await exportCsv(store, run, kinds, options.out)
              : await exportJsonLines(store, run, kinds, options)
          if (options.out !== undefined)
            terminal.note(`${count} records of run ${run.id} written to ${options.out}`)
        }),
      )
    })
}

function assertPossible(
  { format, out, json, quotes, offsets }: ExportOptions,
  kinds: readonly RecordKind[],
): void {
  if (format !== 'csv') return
  if (json === true)
    throw new UsageError('export-csv-json', '--json and --format csv exclude each other.')
  if (quotes === true || offsets !== undefined)
    throw new UsageError('export-csv-flat', '--quotes and --offsets are for --format jsonl.')
  if (out === undefined && kinds.length > 1)
    throw new UsageError(
      'export-csv-kinds',
      'CSV holds one kind a file: name one with --records, or a folder with --out.',
    )
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
