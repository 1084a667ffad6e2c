import { ConfigError, type ConfigProblem } from '../core/errors.js'
import { type FactRule, loadFactRules, type RuleExample, slotKinds } from '../rule/fact-rule.js'
import { Alphabet } from '../rule/folding.js'
import type { PlannedStage } from './build.js'
import { matchesExpectation } from './expectation.js'
import { loadPipeline, loadPlan } from './load.js'
import type { Pipeline } from './pipeline.js'
import { recogniseLayers } from './recognise.js'
import { toRecords } from './to-records.js'
import type { FactRecord } from './records.js'

/** What `check` found: how much was looked at, and what is wrong. */
export interface CheckReport {
  readonly problems: readonly ConfigProblem[]
  readonly rules: number
  readonly examples: number
  readonly files: number
}

/**
 * Checks a pipeline: its schema, its files, and every rule's own examples, run through the pipeline.
 * Never throws for what is wrong in them; that is what it reports.
 */
export function checkPipeline(nameOrFile?: string): CheckReport {
  try {
    const pipeline = loadPipeline(nameOrFile)
    const plan = loadPlan(nameOrFile)
    const reports = plan.map((stage) => checkStage(pipeline, stage))
    return {
      problems: reports.flatMap(({ problems }) => problems),
      rules: sum(reports.map(({ rules }) => rules)),
      examples: sum(reports.map(({ examples }) => examples)),
      files: pipeline.files.length,
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { problems: error.problems, rules: 0, examples: 0, files: 0 }
  }
}

type StageReport = Pick<CheckReport, 'problems' | 'rules' | 'examples'>

function checkStage(pipeline: Pipeline, { stage, setup }: PlannedStage): StageReport {
  if (stage.check !== undefined) return stage.check(setup)
  if (stage.provides !== 'facts') return { problems: [], rules: 0, examples: 0 }
  const alphabet = new Alphabet(slotKinds(setup.pipeline))
  const rules = loadFactRules(setup.rules, setup.pipeline, alphabet)
  return {
    problems: rules.flatMap((rule) => checkRule(pipeline, rule)),
    rules: rules.length,
    examples: sum(rules.map(({ matches, rejects }) => matches.length + rejects.length)),
  }
}

function checkRule(pipeline: Pipeline, rule: FactRule): ConfigProblem[] {
  const problem = (code: string, message: string): ConfigProblem => ({
    code,
    file: rule.file,
    line: rule.line,
    column: 1,
    id: rule.id,
    message,
  })
  const problems: ConfigProblem[] = []
  for (const example of rule.matches) {
    const facts = factsOf(pipeline, rule, example)
    if (facts.length === 0)
      problems.push(problem('example-not-matched', `finds nothing in "${example.text}".`))
    for (const gives of example.gives)
      if (facts.length > 0 && !facts.some((fact) => matchesExpectation(fact, gives))) {
        const found = facts.map((fact) => JSON.stringify(summaryOf(fact))).join(' ')
        const message = `in "${example.text}" expected ${JSON.stringify(gives)}, found ${found}.`
        problems.push(problem('example-differs', message))
      }
  }
  for (const example of rule.rejects)
    if (factsOf(pipeline, rule, example).length > 0)
      problems.push(problem('example-matched', `must find nothing in "${example.text}", but does.`))
  return problems
}

/** The facts that the rule itself makes, or attributes, of an example's own text, not that before it. */
function factsOf(pipeline: Pipeline, rule: FactRule, { text, given }: RuleExample): FactRecord[] {
  const before = given.before ?? ''
  const layers = recogniseLayers(pipeline, {
    text: before + text,
    published: given.published ?? null,
    region: given.region ?? null,
  })
  return toRecords('', layers).facts.filter(
    (fact) =>
      (fact.rule === rule.id || fact.attribution?.rule === rule.id) &&
      (fact.spans[0]?.start ?? 0) >= before.length,
  )
}

function summaryOf(fact: FactRecord): Record<string, unknown> {
  const { subject, metric, quantity, object, event, time, attribution } = fact
  return {
    subject: subject.name,
    ...(metric === undefined ? {} : { metric: metric.text }),
    ...(quantity === undefined ? {} : { value: quantity.value, unit: quantity.unit }),
    ...(object === undefined ? {} : { object: object.name }),
    ...(event === undefined ? {} : { event }),
    time: time?.value ?? null,
    ...(attribution === null ? {} : { ...attribution, rule: undefined }),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
