import type { Command } from 'commander'
import { UsageError } from '../core/errors.js'
import { compareEvaluations } from '../evaluate/compare-evaluations.js'
import { evaluate } from '../evaluate/evaluate.js'
import { findShortfalls, presentFloors, type Shortfall } from '../evaluate/floors.js'
import { readFloors, writeFloors } from '../evaluate/floors-file.js'
import { type GoldDocument, readGoldFolder } from '../evaluate/gold-files.js'
import type { Evaluation } from '../evaluate/report.js'
import { loadPipeline } from '../pipeline/load.js'
import { buildStoredPipeline } from '../pipeline/load-stored.js'
import { useStore } from '../store/store.js'
import { chooseRun } from './choose-run.js'
import { defineCommand, PIPELINE_OPTION, STORE_OPTION, storePath } from './command.js'
import { type Baseline, formatBaseline, formatShortfalls } from './eval-gate-view.js'
import { formatEvaluation } from './eval-view.js'
import { EXIT, type ExitCode } from './exit-codes.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface EvalOptions extends CommonOptions {
  readonly pipeline?: string
  readonly store?: string
  readonly baseline?: string
  readonly floors?: string
  readonly updateFloors?: boolean
  readonly allowRegression?: boolean
}

export function addEvalCommand(program: Command, end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'eval <gold-folder>',
    summary: 'score the pipeline against annotated documents: precision, recall and F1 a kind',
    example: 'yuanju eval seeds --baseline 3',
    exampleDoes:
      'reads NAME.txt or NAME.html beside NAME.gold.json; what was gained and lost since run 3',
  })
    .option(...PIPELINE_OPTION)
    .option('--baseline <run>', 'compare with the rules of a past run, which its store has kept')
    .option(...STORE_OPTION)
    .option('--floors <file>', 'end with 1 where a figure is below the one kept in this file')
    .option('--update-floors', 'raise the kept figures to the present ones')
    .option('--allow-regression', 'with --update-floors: lower them too where they are not met')
    .action(async (folder: string, options: EvalOptions) => {
      const terminal = openTerminal(options)
      assertPossible(options)
      const documents = readGoldFolder(folder)
      const floors = options.floors === undefined ? {} : openFloors(options.floors, options)
      const pipeline = loadPipeline(options.pipeline)
      const evaluation = evaluate(pipeline, documents)
      const baseline = await compareWithRun(evaluation, documents, options)
      const shortfalls = findShortfalls(floors, evaluation)
      if (terminal.isJson) {
        const given = {
          ...(baseline === null ? {} : { baseline }),
          ...(options.floors === undefined ? {} : { shortfalls }),
        }
        terminal.out(JSON.stringify({ ...evaluation, ...given }))
      } else {
        terminal.out(formatEvaluation(evaluation, terminal.outColors))
        if (baseline !== null) terminal.out(`\n${formatBaseline(baseline, terminal.outColors)}`)
      }
      if (options.floors === undefined) return
      terminal.note(formatShortfalls(shortfalls, options.floors, terminal.noteColors))
      if (options.updateFloors === true) update(options.floors, evaluation, shortfalls, options)
      if (shortfalls.length > 0 && !mayLower(options)) end(EXIT.findings)
    })
}

function assertPossible({ floors, updateFloors, allowRegression }: EvalOptions): void {
  if (updateFloors === true && floors === undefined)
    throw new UsageError('floors-unnamed', '--update-floors needs the file: --floors FILE.')
  if (allowRegression === true && updateFloors !== true)
    throw new UsageError('floors-option', '--allow-regression goes with --update-floors.')
}

function mayLower({ updateFloors, allowRegression }: EvalOptions): boolean {
  return updateFloors === true && allowRegression === true
}

function openFloors(path: string, { updateFloors }: EvalOptions): ReturnType<typeof presentFloors> {
  const floors = readFloors(path)
  if (floors !== null) return floors
  if (updateFloors === true) return {}
  const message = `${path}: there is no such file. Make it with --update-floors.`
  throw new UsageError('floors-missing', message)
}

/** All or nothing: a figure that is below its floor keeps the others from being raised too. */
function update(
  path: string,
  evaluation: Evaluation,
  shortfalls: readonly Shortfall[],
  options: EvalOptions,
): void {
  if (shortfalls.length === 0 || mayLower(options)) writeFloors(path, presentFloors(evaluation))
}

async function compareWithRun(
  after: Evaluation,
  documents: readonly GoldDocument[],
  { baseline, store }: EvalOptions,
): Promise<Baseline | null> {
  if (baseline === undefined) return null
  return useStore(storePath(store), { create: false }, (opened) => {
    const run = chooseRun(opened, baseline)
    const pipeline = buildStoredPipeline(opened.runs.files(run.id))
    const before = evaluate(pipeline, documents)
    const isSameCode = pipeline.fingerprint === run.fingerprint
    return Promise.resolve({ run: run.id, isSameCode, ...compareEvaluations(before, after) })
  })
}
