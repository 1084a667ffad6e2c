import type { Command } from 'commander'
import { evaluate } from '../evaluate/evaluate.js'
import { readGoldFolder } from '../evaluate/gold-files.js'
import { loadPipeline } from '../pipeline/load.js'
import { defineCommand, PIPELINE_OPTION } from './command.js'
import { formatEvaluation } from './eval-view.js'
import type { ExitCode } from './exit-codes.js'
import { type CommonOptions, openTerminal } from './terminal.js'

export function addEvalCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'eval <gold-folder>',
    summary: 'score the pipeline against annotated documents: precision, recall and F1 a kind',
    example: 'yuanju eval seeds',
    exampleDoes:
      'reads NAME.txt or NAME.html beside NAME.gold.json; lists every miss and false hit',
  })
    .option(...PIPELINE_OPTION)
    .action((folder: string, options: CommonOptions & { readonly pipeline?: string }) => {
      const terminal = openTerminal(options)
      const documents = readGoldFolder(folder)
      const evaluation = evaluate(loadPipeline(options.pipeline), documents)
      if (terminal.isJson) terminal.out(JSON.stringify(evaluation))
      else terminal.out(formatEvaluation(evaluation, terminal.outColors))
    })
}
