import type { ConfigProblem } from '../core/errors.js'
import type { Layers } from '../core/layers.js'
import type { Stage, StageCheck, StageSetup } from '../core/stage.js'
import { type FactRule, loadFactRules, slotKinds } from '../rule/fact-rule.js'
import { Alphabet } from '../rule/folding.js'
import type { RuleExample } from '../rule/rule-example.js'
import { matchesExpectation } from './expectation.js'
import { type FormFinder, formFinder } from './fact-forms.js'
import type { Pipeline } from './pipeline.js'
import type { FactRecord } from './records.js'
import { recogniseLayers } from './recognise.js'
import { toRecords } from './to-records.js'

/** Runs the examples of a pipeline's fact rules, and tells which of their forms are there to no effect. */
export function checkFactRules(
  pipeline: Pipeline,
  stage: Stage,
  setup: StageSetup<unknown>,
): StageCheck {
  const rules = loadFactRules(setup.rules, setup.pipeline, alphabetOf(setup))
  const shown = rules.flatMap((rule) => showRule(pipeline, rule))
  const forms = formFinder(stage, setup)
  return {
    problems: [
      ...shown.flatMap((example) => judgeExample(example, forms)),
      ...idleForms(rules, shown, forms),
    ],
    rules: rules.length,
    examples: shown.length,
  }
}

function alphabetOf({ pipeline }: StageSetup<unknown>): Alphabet {
  return new Alphabet(slotKinds(pipeline))
}

/** An example with what the whole pipeline makes of it. */
interface ShownExample {
  readonly rule: FactRule
  readonly list: 'matches' | 'rejects'
  readonly example: RuleExample
  readonly layers: Layers
  /** Where the example's own text begins; before it stands what it is given. */
  readonly start: number
  readonly facts: readonly FactRecord[]
}

function showRule(pipeline: Pipeline, rule: FactRule): readonly ShownExample[] {
  return (['matches', 'rejects'] as const).flatMap((list) =>
    rule[list].map((example): ShownExample => {
      const { text, given } = example
      const before = given.before ?? ''
      const layers = recogniseLayers(pipeline, {
        text: before + text,
        published: given.published ?? null,
        region: given.region ?? null,
      })
      const start = before.length
      const facts = toRecords('', layers).facts.filter((fact) => startOf(fact) >= start)
      return { rule, list, example, layers, start, facts }
    }),
  )
}

function startOf({ spans }: FactRecord): number {
  return spans[0]?.start ?? 0
}

/** True for a fact that the rule itself makes, or attributes. */
function isOf(fact: FactRecord, { id }: FactRule): boolean {
  return fact.rule === id || fact.attribution?.rule === id
}

function judgeExample(shown: ShownExample, forms: FormFinder): ConfigProblem[] {
  const { rule, list, example, facts } = shown
  const own = facts.filter((fact) => isOf(fact, rule))
  const problem = (code: string, message: string): ConfigProblem => ({
    code,
    file: rule.file,
    line: rule.line,
    column: 1,
    id: rule.id,
    message,
  })
  if (list === 'rejects')
    return own.length === 0
      ? []
      : [problem('example-matched', `must find nothing in "${example.text}", but does.`)]
  if (own.length === 0) {
    const winners = winnersOver(shown, forms)
    return winners.length > 0
      ? [problem('rule-shadowed', `in "${example.text}" ${winners.join(' and ')} wins over it.`)]
      : [problem('example-not-matched', `finds nothing in "${example.text}".`)]
  }
  return example.gives
    .filter((gives) => !own.some((fact) => matchesExpectation(fact, gives)))
    .map((gives) => {
      const found = own.map((fact) => JSON.stringify(summaryOf(fact))).join(' ')
      const message = `in "${example.text}" expected ${JSON.stringify(gives)}, found ${found}.`
      return problem('example-differs', message)
    })
}

/** The rules whose facts stand where this one's would, were it alone. */
function winnersOver(
  { rule, layers, start, facts }: ShownExample,
  forms: FormFinder,
): readonly string[] {
  const alone = forms.alone(rule, null, layers).filter((fact) => startOf(fact) >= start)
  if (alone.length === 0) return []
  return [...new Set(facts.map((fact) => fact.rule))].filter((id) => id !== rule.id).sort()
}

/** Forms that make no fact of any example, be it that none reaches them or that others win them all. */
function idleForms(
  rules: readonly FactRule[],
  shown: readonly ShownExample[],
  forms: FormFinder,
): readonly ConfigProblem[] {
  const working = new Set(shown.flatMap(({ layers }) => forms.working(layers)))
  // A form of a frame does its part where any of the rules with that frame shows it.
  const done = new Set(
    rules.flatMap((rule) =>
      rule.places.flatMap((place, form) =>
        working.has(forms.nameOf(rule, form)) ? [nameOfPlace(place)] : [],
      ),
    ),
  )
  return rules.flatMap((rule) =>
    rule.places.flatMap((place, form): ConfigProblem[] => {
      // What a person says is no fact of the form's own.
      const isJudged = rule.record.kind !== 'attribution' && rule.places.length > 1
      if (!isJudged || done.has(nameOfPlace(place))) return []
      done.add(nameOfPlace(place))
      const reached = shown.find(
        ({ layers }) => canMatch(rule, form, layers) && forms.alone(rule, form, layers).length > 0,
      )
      const [code, message] =
        reached === undefined
          ? ['form-unreached', 'no example reaches this form; add one to matches, or take it out.']
          : [
              'form-shadowed',
              `every example that reaches this form is won by another, as "${reached.example.text}".`,
            ]
      return [{ code, severity: 'warning', ...place, id: rule.id, message }]
    }),
  )
}

function nameOfPlace({ file, line, column }: FactRule['places'][number]): string {
  return `${file}:${line}:${column}`
}

/** False where a word that the form requires stands nowhere: that is told far sooner than by trying it. */
function canMatch({ patterns }: FactRule, form: number, { body }: Layers): boolean {
  const required = patterns[form]?.required ?? []
  return required.every((words) => words.some((word) => body.text.text.includes(word)))
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
