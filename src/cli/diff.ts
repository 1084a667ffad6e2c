import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { runBatch } from '../batch/execute.js'
import { listInputs } from '../batch/inputs.js'
import { StoreError, UsageError } from '../core/errors.js'
import { diffRuns, type FoundChange } from '../diff/diff-runs.js'
import { countChanges, type DiffTotals, sumOf } from '../diff/totals.js'
import { planPipeline } from '../pipeline/load.js'
import { type Store, useStore } from '../store/store.js'
import { chooseRun } from './choose-run.js'
import { defineCommand, PIPELINE_OPTION, STORE_OPTION, storePath } from './command.js'
import { formatDiffPage } from './diff-html.js'
import { formatDiff } from './diff-view.js'
import { EXIT, type ExitCode } from './exit-codes.js'
import { type RunPair, sidesOf } from './run-diff.js'
import { parseCount } from './suggest-command.js'
import { type CommonOptions, openTerminal, type Terminal } from './terminal.js'

interface DiffOptions extends CommonOptions {
  readonly store?: string
  readonly limit?: number
  readonly rule?: string
  readonly kind?: string
  readonly exitCode?: boolean
  readonly html?: string
  readonly againstWorkingRules?: boolean
  readonly pipeline?: string
}

export function addDiffCommand(program: Command, end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'diff [before] [after]',
    summary: 'facts and mentions gained, lost and changed between two runs, by what caused it',
    example: 'yuanju diff 3 4 --kind fact',
    exampleDoes:
      'the facts that changed from run 3 to run 4; without numbers, between the last two',
  })
    .option(...STORE_OPTION)
    .option(
      '--limit <n>',
      `how many changes of a cause are shown (default: ${DEFAULT_LIMIT}; on a page ${PAGE_LIMIT})`,
      parseLimit,
    )
    .option('--rule <id>', 'only what this rule, entry or cleaning step caused')
    .option('--kind <kind>', 'only records of this kind: fact, mention, measure, date …')
    .option('--html <file>', 'write a page for a colleague: one file, no scripts')
    .option('--against-working-rules', 'what the rules on disk would change; nothing is written')
    .option(...PIPELINE_OPTION)
    .option('--exit-code', 'exit with 1 if anything differs')
    .action(async (before: string | undefined, after: string | undefined, options: DiffOptions) => {
      const terminal = openTerminal(options)
      const differs = await useStore(storePath(options.store), { create: false }, (store) =>
        options.againstWorkingRules === true
          ? diffWorkingRules(store, options, terminal)
          : store.snapshot(() =>
              Promise.resolve(
                showDiff(store, chooseTwoRuns(store, before, after), options, terminal),
              ),
            ),
      )
      if (differs && options.exitCode === true) end(EXIT.findings)
    })
}

/** True if the two runs differ. */
function showDiff(store: Store, runs: RunPair, options: DiffOptions, terminal: Terminal): boolean {
  const sides = sidesOf(store, runs)
  const changes = (): Iterable<FoundChange> => selected(diffRuns(sides()), options)
  const totals = countChanges(changes(), terminal.isJson ? 0 : limitOf(options))
  if (options.html !== undefined) writePage(options.html, totals, runs, options)
  const { before, after } = runs
  if (terminal.isJson) {
    const { causes: _causes, ...counts } = totals
    terminal.out(JSON.stringify({ record: 'diff', before: before.id, after: after.id, ...counts }))
    for (const change of changes())
      terminal.out(JSON.stringify({ record: 'change', ...change.complete() }))
  } else if (options.html === undefined) terminal.out(formatDiff(totals, runs, terminal.outColors))
  else terminal.note(`The diff of runs ${before.id} and ${after.id} is in ${options.html}`)
  return sumOf(totals.facts) + sumOf(totals.mentions) > 0
}

/** Computes what the rules on disk would change, shows it, and leaves the store as it was. */
async function diffWorkingRules(
  store: Store,
  options: DiffOptions,
  terminal: Terminal,
): Promise<boolean> {
  const before = chooseRun(store, undefined)
  let differs = false
  await runBatch({
    store,
    pipeline: planPipeline(options.pipeline),
    inputs: listInputs([]),
    review(run) {
      const after = store.runs.find(run)
      if (after !== null) differs = showDiff(store, { before, after }, options, terminal)
      return false
    },
  })
  return differs
}

const DEFAULT_LIMIT = 3
/** A page is read with time. */
const PAGE_LIMIT = 50

function limitOf({ limit, html }: DiffOptions): number {
  return limit ?? (html === undefined ? DEFAULT_LIMIT : PAGE_LIMIT)
}

/** @throws {StoreError} if the file cannot be written */
function writePage(file: string, totals: DiffTotals, runs: RunPair, options: DiffOptions): void {
  const { kind, rule } = options
  const selection = [
    kind === undefined ? '' : `only records of kind ${kind}`,
    rule === undefined ? '' : `only what ${rule} caused`,
  ].filter((part) => part !== '')
  const page = formatDiffPage(totals, { ...runs, selection: selection.join(', ') })
  try {
    writeFileSync(file, page)
  } catch (error) {
    throw new StoreError('output-failed', `${file}: the page could not be written.`, {
      cause: error,
    })
  }
}

/** Zero shows counts only. */
function parseLimit(text: string): number {
  return text === '0' ? 0 : parseCount(text)
}

/** @throws {UsageError} for an unknown run, or where fewer than two have finished */
function chooseTwoRuns(store: Store, before?: string, after?: string): RunPair {
  if (before !== undefined && after !== undefined)
    return { before: chooseRun(store, before), after: chooseRun(store, after) }
  if (before !== undefined)
    return { before: chooseRun(store, before), after: chooseRun(store, undefined) }
  const [last, former] = store.runs
    .list()
    .filter(({ status }) => status === 'finished')
    .reverse()
  if (last === undefined || former === undefined)
    throw new UsageError(
      'run-none',
      `${store.path} holds fewer than two finished runs, so there is nothing to compare.`,
    )
  return { before: former, after: last }
}

function* selected(
  changes: Iterable<FoundChange>,
  { rule, kind }: DiffOptions,
): Generator<FoundChange> {
  for (const change of changes) {
    const record = change.after ?? change.before
    const isKind = kind === undefined || record?.record === kind || record?.kind === kind
    if (isKind && (rule === undefined || change.cause.name === rule)) yield change
  }
}
