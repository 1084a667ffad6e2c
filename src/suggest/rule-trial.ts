import { ConfigError } from '../core/errors.js'
import type { Layers } from '../core/layers.js'
import type { StageRun } from '../core/stage.js'
import { matchesExpectation } from '../pipeline/expectation.js'
import type { Pipeline, PlannedStage } from '../pipeline/pipeline.js'
import { recogniseLayers } from '../pipeline/recognise.js'
import type { FactRecord } from '../pipeline/records.js'
import { toRecords } from '../pipeline/to-records.js'
import type { RuleExample } from '../rule/rule-example.js'
import { evidenceKey } from '../store/evidence.js'
import type { ReviewedArticle } from './reviewed-articles.js'
import type { RuleInFile } from './rule-edits.js'

/** What a changed rule file makes of the reviewed articles. */
export interface RuleTrial {
  /** The evidence keys of all facts, of any rule. */
  readonly keys: ReadonlySet<string>
}

/**
 * Gives a function that applies a rule file as changed, all rules competing as they do in a run. Null
 * where the file cannot be read any more, or one of the rule's own examples fails.
 */
export function tryRules(
  pipeline: Pipeline,
  { stage, setup }: PlannedStage,
  articles: readonly ReviewedArticle[],
): (written: RuleInFile, text: string) => RuleTrial | null {
  const examples = new Map<RuleExample, Layers>()
  const layersOf = (example: RuleExample): Layers => {
    const known = examples.get(example)
    if (known !== undefined) return known
    const layers = layersOfExample(pipeline, example)
    examples.set(example, layers)
    return layers
  }
  return ({ source, rule }, text) => {
    const rules = setup.rules.map((file) => (file === source ? { path: file.path, text } : file))
    let run: StageRun<keyof Layers, keyof Layers>
    try {
      run = stage.prepare({ ...setup, rules })
    } catch (error) {
      if (error instanceof ConfigError) return null
      throw error
    }
    const factsOf = (id: string, layers: Layers): readonly FactRecord[] =>
      toRecords(id, { ...layers, [stage.provides]: run(layers) }).facts
    const isShown = (example: RuleExample): boolean => {
      const own = factsOf('', layersOf(example)).filter((fact) => fact.rule === rule.id)
      return (
        own.length > 0 &&
        example.gives.every((gives) => own.some((fact) => matchesExpectation(fact, gives)))
      )
    }
    if (!rule.matches.every(isShown)) return null
    const facts = articles.flatMap(({ id, layers }) => factsOf(id, layers))
    return { keys: new Set(facts.map(evidenceKey)) }
  }
}

/** Tells whether a rule, its file as in `text`, finds a fact in a sentence that stands alone. */
export function findsAlone(
  pipeline: Pipeline,
  { stage, setup }: PlannedStage,
  { source, rule }: RuleInFile,
): (text: string) => (sentence: string) => boolean {
  return (text) => {
    const rules = setup.rules.map((file) => (file === source ? { path: file.path, text } : file))
    const run: StageRun<keyof Layers, keyof Layers> = stage.prepare({ ...setup, rules })
    return (sentence) => {
      const layers = layersOfExample(pipeline, { text: sentence, given: {}, gives: [] })
      const { facts } = toRecords('', { ...layers, [stage.provides]: run(layers) })
      return facts.some((fact) => fact.rule === rule.id)
    }
  }
}

function layersOfExample(pipeline: Pipeline, { text, given }: RuleExample): Layers {
  const { before = '', published = null, region = null } = given
  return recogniseLayers(pipeline, { text: before + text, published, region })
}
