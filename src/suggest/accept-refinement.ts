import { InvariantError, UsageError } from '../core/errors.js'
import type { Pipeline, PlannedStage } from '../pipeline/pipeline.js'
import type { WrittenRefinement } from './refine-rules.js'
import { addReject, editRule } from './rule-edits.js'
import { findsAlone } from './rule-trial.js'

/** A rule file as accepted refinements leave it. */
export interface AcceptedRules {
  readonly path: string
  readonly text: string
  /** The refinements in it, each with the sentences that went to the rule's `rejects`. */
  readonly accepted: readonly {
    readonly refinement: WrittenRefinement
    readonly rejects: readonly string[]
  }[]
}

/**
 * The rule files with refinements written into them. Of the sentences that a refinement frees of wrong
 * facts those become examples that show it when they stand alone: the rule found something in them, and
 * does no more.
 * @throws {UsageError} for two refinements of one rule: the second was not tried with the first
 */
export function acceptRefinements(
  pipeline: Pipeline,
  planned: PlannedStage,
  refinements: readonly WrittenRefinement[],
): readonly AcceptedRules[] {
  const rules = refinements.map(({ rule }) => rule)
  const twice = rules.find((rule, index) => rules.indexOf(rule) !== index)
  if (twice !== undefined)
    throw new UsageError(
      'refinement-twice',
      `Accept one change of ${twice} at a time: the next is to be tried on what it leaves. Nothing was written.`,
    )
  const files = new Map<string, AcceptedRules>()
  for (const refinement of refinements) {
    const { written, edit, sentences } = refinement
    const { path } = written.source
    const known = files.get(path) ?? { path, text: written.source.text, accepted: [] }
    const edited = editRule({ ...written, source: known }, edit)
    if (edited === null) throw new InvariantError(`${path}: ${refinement.id} cannot be written.`)
    const finder = findsAlone(pipeline, planned, written)
    const [found, finds] = [finder(written.source.text), finder(edited)]
    const rejects = sentences
      .map((sentence) => sentence.trim())
      .filter((sentence) => found(sentence) && !finds(sentence))
      .slice(0, MOST_EXAMPLES)
    const text = rejects.reduce(
      (text, sentence) => addReject({ ...written, source: { path, text } }, sentence),
      edited,
    )
    files.set(path, { path, text, accepted: [...known.accepted, { refinement, rejects }] })
  }
  return [...files.values()]
}

/** A few sentences show a refinement as well as many. */
const MOST_EXAMPLES = 3
