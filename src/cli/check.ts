import type { Command } from 'commander'
import { ConfigError, type ConfigProblem, formatProblem } from '../core/errors.js'
import { prepareCorpus } from '../corpus/corpus-layer.js'
import { checkPipeline } from '../pipeline/check.js'
import { loadPipeline } from '../pipeline/load.js'
import { defineCommand, PIPELINE_OPTION } from './command.js'
import { EXIT, type ExitCode } from './exit-codes.js'
import { formatNumber } from './layout.js'
import { type CommonOptions, openTerminal } from './terminal.js'

export function addCheckCommand(program: Command, end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'check',
    summary: 'check a pipeline with its rules and dictionaries, and every rule’s own examples',
    example: 'yuanju check --pipeline my-pipeline/pipeline.yaml',
    exampleDoes: 'prints each problem as file:line:column and ends with code 1 if there is one',
  })
    .option(...PIPELINE_OPTION)
    .action((options: CommonOptions & { readonly pipeline?: string }) => {
      const terminal = openTerminal(options)
      const report = checkPipeline(options.pipeline)
      const { rules, examples, files } = report
      const problems = report.problems.length > 0 ? report.problems : checkCorpus(options.pipeline)
      if (terminal.isJson) terminal.out(JSON.stringify({ ...report, problems }))
      else for (const problem of problems) terminal.out(formatProblem(problem))
      if (problems.length > 0) end(EXIT.findings)
      else if (!terminal.isJson)
        terminal.out(
          `${formatNumber(files)} files, ${formatNumber(rules)} rules, ${formatNumber(examples)} examples: all in order`,
        )
    })
}

/** What is wrong in the section about all documents together, of a pipeline that is else in order. */
function checkCorpus(pipeline: string | undefined): readonly ConfigProblem[] {
  try {
    prepareCorpus(loadPipeline(pipeline).corpus)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}
