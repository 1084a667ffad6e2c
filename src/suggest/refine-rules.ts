import { sha256 } from '../core/fingerprint.js'
import type { Pipeline, PlannedStage } from '../pipeline/pipeline.js'
import { parseFactRules } from '../rule/fact-rule.js'
import { evidenceKey } from '../store/evidence.js'
import type { JudgedFact } from '../store/judged-facts.js'
import { narrowPattern } from './narrow-pattern.js'
import { type FoundFact, readReviewedArticles } from './reviewed-articles.js'
import { editRule, type RuleEdit, type RuleInFile } from './rule-edits.js'
import { type RuleTrial, tryRules } from './rule-trial.js'

/** A narrower form of a rule, with what it does to the facts of reviewed articles. */
export interface Refinement {
  /** Short, and the same for the same change: `r_3fa2c1`. */
  readonly id: string
  readonly rule: string
  readonly file: string
  /** Which of the rule's forms it is about, from 1; null for the whole rule. */
  readonly form: number | null
  readonly change: string
  /** Rejected facts of the rule that go, and all that there are. */
  readonly removed: number
  readonly wrong: number
  /** Accepted facts, of any rule, that stay, and all that there are. */
  readonly kept: number
  readonly right: number
  /** Facts of these articles that go and nobody has judged, and those that come instead. */
  readonly lost: number
  readonly gained: number
  /** The sentences whose rejected facts go. */
  readonly sentences: readonly string[]
}

/** A refinement with the rule it is of, and how it is written. */
export interface WrittenRefinement extends Refinement {
  readonly written: RuleInFile
  readonly edit: RuleEdit
}

export interface RefineInput {
  readonly pipeline: Pipeline
  readonly judged: readonly JudgedFact[]
  /** The stored bytes of an article; null where it is gone. */
  readonly bytes: (article: string) => Uint8Array | null
}

/**
 * Narrower forms of the rules that made rejected facts, each tried on all reviewed articles and on the
 * rule's own examples; those that remove nothing wrong, or break an example, are left out. Rule by rule,
 * the best first: by F1 over the judged facts, then by how few others are lost.
 */
export function refineRules({ pipeline, judged, bytes }: RefineInput): WrittenRefinement[] {
  const planned = pipeline.plan.find(({ stage }) => stage.provides === 'facts')
  if (planned === undefined) return []
  const articles = readReviewedArticles(pipeline, judged, bytes)
  const facts = articles.flatMap((article) => article.facts)
  const verdicts = new Map(judged.map(({ fact, verdict }) => [evidenceKey(fact), verdict]))
  const wrong = facts.filter((found) => verdicts.get(found.key) === 'rejected')
  const right = facts.filter((found) => verdicts.get(found.key) === 'accepted')
  const trial = tryRules(pipeline, planned, articles)
  return rulesOf(planned).flatMap((written) => {
    const own = wrong.filter(({ fact }) => fact.rule === written.rule.id)
    if (own.length === 0) return []
    const kinds = right.filter(({ fact }) => fact.rule === written.rule.id)
    const subject = kinds.find(({ fact }) => fact.roles.subject?.mention != null)?.fact.subject
    return candidatesFor(written, own, subject?.kind ?? null)
      .flatMap(({ edit, change }) => {
        const text = editRule(written, edit)
        if (text === null) return []
        const found = trial(written, text)
        return found === null ? [] : [judge({ written, edit, change }, found)]
      })
      .filter(({ removed }) => removed > 0)
      .sort((a, b) => f1Of(b) - f1Of(a) || a.lost - b.lost || a.change.length - b.change.length)

    function judge(
      { edit, change }: Candidate & { written: RuleInFile },
      found: RuleTrial,
    ): WrittenRefinement {
      const gone = own.filter(({ key }) => !found.keys.has(key))
      const form = 'form' in edit ? edit.form + 1 : null
      const { source, rule } = written
      return {
        id: `r_${sha256(JSON.stringify([rule.id, edit])).slice(0, 6)}`,
        rule: rule.id,
        file: source.path,
        form: typeof rule.pattern === 'string' ? null : form,
        change,
        removed: gone.length,
        wrong: own.length,
        kept: right.filter(({ key }) => found.keys.has(key)).length,
        right: right.length,
        lost: facts.filter(({ key }) => !verdicts.has(key) && !found.keys.has(key)).length,
        gained: [...found.keys].filter((key) => !facts.some((fact) => fact.key === key)).length,
        sentences: [...new Set(gone.map(({ sentence }) => sentence))],
        written,
        edit,
      }
    }
  })
}

interface Candidate {
  readonly edit: RuleEdit
  readonly change: string
}

function rulesOf({ setup }: PlannedStage): RuleInFile[] {
  return setup.rules.flatMap((source) =>
    parseFactRules(source).value.rules.map((rule, index) => ({ source, index, rule })),
  )
}

function candidatesFor(
  { rule }: RuleInFile,
  wrong: readonly FoundFact[],
  subjectKind: string | null,
): Candidate[] {
  const forms = typeof rule.pattern === 'string' ? [rule.pattern] : rule.pattern
  const matches = wrong.map(({ match }) => match)
  const patterns = forms.flatMap((pattern, form) => {
    // A frame is shared with other rules, so this one can only go without it.
    if (typeof pattern !== 'string') return []
    return narrowPattern(pattern, matches, subjectKind)
      .slice(0, MOST_A_FORM)
      .map((narrow): Candidate => {
        const edit = { kind: 'pattern', form, pattern: narrow.pattern } as const
        return { edit, change: narrow.change }
      })
  })
  const dropped = forms.map((_, form): Candidate => {
    return { edit: { kind: 'drop-form', form }, change: 'without this form' }
  })
  const inherits = wrong.some(({ fact }) => fact.roles.subject?.basis === 'inherited')
  return [
    ...(inherits
      ? [{ edit: { kind: 'own-subject' }, change: 'subject in its own sentence' } as const]
      : []),
    ...(forms.length > 1 ? dropped : []),
    ...patterns,
  ]
}

/** Each is tried on all reviewed articles, which takes a while. */
const MOST_A_FORM = 40

/** Of the judged facts: right ones found, wrong ones found, right ones missed. */
function f1Of({ removed, wrong, kept, right }: Refinement): number {
  const errors = wrong - removed + (right - kept)
  return kept === 0 ? -errors : (2 * kept) / (2 * kept + errors)
}
