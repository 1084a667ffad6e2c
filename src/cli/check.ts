import type { Command } from 'commander'
import { ConfigError, type ConfigProblem, formatProblem } from '../core/errors.js'
import { prepareCorpus } from '../corpus/corpus-layer.js'
import { type CheckReport, checkPipeline } from '../pipeline/check.js'
import { createSource, listPipelines } from '../pipeline/load.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import { defineCommand, PIPELINE_OPTION } from './command.js'
import { EXIT, type ExitCode } from './exit-codes.js'
import { formatNumber } from './layout.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface CheckOptions extends CommonOptions {
  readonly pipeline?: string
  readonly strict?: boolean
}

export function addCheckCommand(program: Command, end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'check',
    summary: 'check pipelines with their rules and dictionaries, and every rule’s own examples',
    example: 'yuanju check --pipeline my-pipeline/pipeline.yaml',
    exampleDoes:
      'prints each problem as file:line:column and ends with code 1 if there is an error',
  })
    .option(PIPELINE_OPTION[0], `${PIPELINE_OPTION[1]} (default: all that come with the package)`)
    .option('--strict', 'end with code 1 for warnings, too')
    .action((options: CheckOptions) => {
      const terminal = openTerminal(options)
      const names = options.pipeline === undefined ? listPipelines() : [options.pipeline]
      const { problems, ...counted } = checkAll(names)
      const warnings = problems.filter(({ severity }) => severity === 'warning').length
      const errors = problems.length - warnings
      if (terminal.isJson) terminal.out(JSON.stringify({ ...counted, problems }))
      else for (const problem of problems) terminal.out(formatProblem(problem))
      if (errors > 0 || (options.strict === true && warnings > 0)) end(EXIT.findings)
      else if (!terminal.isJson) terminal.out(summaryOf(counted, warnings))
    })
}

type Findings = Omit<CheckReport, 'pipeline'>

function checkAll(names: readonly string[]): Findings {
  const source = createSource()
  return joinFindings(
    names.map((name) => {
      const { pipeline, ...findings } = checkPipeline(name, source)
      if (pipeline === null) return findings
      return { ...findings, problems: [...findings.problems, ...checkCorpus(pipeline)] }
    }),
  )
}

/** What several pipelines share is looked at with each, and reported once. */
function joinFindings(reports: readonly Findings[]): Findings {
  const sum = (count: (report: Findings) => number): number =>
    reports.reduce((total, report) => total + count(report), 0)
  const problems = new Map(
    reports.flatMap((report) => report.problems).map((one) => [formatProblem(one), one]),
  )
  return {
    problems: [...problems.values()],
    files: sum(({ files }) => files),
    rules: sum(({ rules }) => rules),
    examples: sum(({ examples }) => examples),
  }
}

function summaryOf({ files, rules, examples }: Omit<Findings, 'problems'>, warnings: number) {
  const counted = `${formatNumber(files)} files, ${formatNumber(rules)} rules, ${formatNumber(examples)} examples`
  return warnings === 0
    ? `${counted}: all in order`
    : `${counted}: no errors, ${formatNumber(warnings)} warnings`
}

/** What is wrong in the section about all documents together, of a pipeline that is else in order. */
function checkCorpus({ corpus }: Pipeline): readonly ConfigProblem[] {
  try {
    prepareCorpus(corpus).prepare()
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}
