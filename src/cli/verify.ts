import type { Command } from 'commander'
import { type Verification, verifyStore } from '../export/verify.js'
import { loadPipeline } from '../pipeline/load.js'
import { readCodeVersion } from '../store/code-version.js'
import { useStore } from '../store/store.js'
import { chooseRun } from './choose-run.js'
import { defineCommand, PIPELINE_OPTION, STORE_OPTION, storePath } from './command.js'
import { EXIT, type ExitCode } from './exit-codes.js'
import { formatColumns, formatNumber, indent } from './layout.js'
import { type Colors, type CommonOptions, openTerminal } from './terminal.js'

interface VerifyOptions extends CommonOptions {
  readonly store?: string
  readonly pipeline?: string
}

export function addVerifyCommand(program: Command, end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'verify',
    summary: 'prove the records of a store again from the stored source bytes',
    example: 'yuanju verify --store pages.db',
    exampleDoes: 'checks decoding, edits, text, spans, values and rules; lists what fails',
  })
    .option(...STORE_OPTION)
    .option(...PIPELINE_OPTION)
    .action(async (options: VerifyOptions) => {
      const terminal = openTerminal(options)
      const pipeline = loadPipeline(options.pipeline)
      const verification = await useStore(storePath(options.store), { create: false }, (store) =>
        store.snapshot(async () =>
          Promise.resolve(
            verifyStore(store, chooseRun(store, undefined), { pipeline, code: readCodeVersion() }),
          ),
        ),
      )
      if (terminal.isJson) terminal.out(JSON.stringify(verification))
      else terminal.out(formatVerification(verification, terminal.outColors))
      if (verification.failures.length > 0) end(EXIT.findings)
    })
}

function formatVerification(verification: Verification, colors: Colors): string {
  const { articles, records, reprocessed, notReprocessed, failures } = verification
  const lines = [
    `${formatNumber(records)} records of ${formatNumber(articles)} articles checked: decoding, edits, text, spans, references`,
    `${formatNumber(reprocessed)} articles processed again: ids, values, rules`,
    ...Object.entries(notReprocessed).map(
      ([reason, count]) => `${formatNumber(count)} articles not processed again: ${reason}`,
    ),
  ]
  if (failures.length === 0)
    return [...lines, colors.green('Every record checked holds.')].join('\n')
  const rows = failures.map(({ path, record, id, problem }) => [path, record, id, problem])
  const head = colors.red(`${formatNumber(failures.length)} records do not hold:`)
  return [...lines, head, indent(formatColumns(rows))].join('\n')
}
