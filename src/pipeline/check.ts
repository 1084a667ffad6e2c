import { ConfigError, type ConfigProblem } from '../core/errors.js'
import type { StageCheck } from '../core/stage.js'
import { checkFactRules } from './check-fact-rules.js'
import { loadPipeline, type PipelineSource } from './load.js'
import type { Pipeline, PlannedStage } from './pipeline.js'

/** What `check` found: how much was looked at, and what is wrong or, with `severity`, odd. */
export interface CheckReport {
  readonly problems: readonly ConfigProblem[]
  readonly rules: number
  readonly examples: number
  readonly files: number
  /** What was looked at; null where it cannot be built. */
  readonly pipeline: Pipeline | null
}

/**
 * Checks a pipeline: its schema, its files, and every rule's own examples, run through the pipeline.
 * Never throws for what is wrong in them; that is what it reports.
 */
export function checkPipeline(nameOrFile?: string, source?: PipelineSource): CheckReport {
  try {
    const pipeline = loadPipeline(nameOrFile, source)
    const reports = pipeline.plan.map((stage) => checkStage(pipeline, stage))
    return {
      problems: reports.flatMap(({ problems }) => problems),
      rules: sum(reports.map(({ rules }) => rules)),
      examples: sum(reports.map(({ examples }) => examples)),
      files: pipeline.files.length,
      pipeline,
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { problems: error.problems, rules: 0, examples: 0, files: 0, pipeline: null }
  }
}

function checkStage(pipeline: Pipeline, { stage, setup }: PlannedStage): StageCheck {
  const own = stage.check?.(setup) ?? NOTHING
  // Facts are made of what all stages find, so their rules are tried with the whole pipeline.
  const facts = stage.provides === 'facts' ? checkFactRules(pipeline, stage, setup) : NOTHING
  return {
    problems: [...own.problems, ...facts.problems],
    rules: own.rules + facts.rules,
    examples: own.examples + facts.examples,
  }
}

const NOTHING: StageCheck = { problems: [], rules: 0, examples: 0 }

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
