import { UsageError } from '../core/errors.js'
import type { Dropped } from '../core/net-effect.js'
import type { Layers } from '../core/layers.js'
import { sliceSpan, type Span, spansOverlap } from '../core/span.js'
import { loadFactRules, slotKinds } from '../rule/fact-rule.js'
import { Alphabet } from '../rule/folding.js'
import type { PlannedStage } from './pipeline.js'
import { readGazetteers } from './gazetteers.js'
import type { Pipeline } from './pipeline.js'
import { type Attempt, tryRules } from './try-rules.js'

/** A mention that was found at a place, and what found it. */
export interface FoundMention {
  readonly kind: string
  readonly text: string
  readonly rule: string | null
  readonly entry: string | null
}

/** What of a gazetteer entry's names stands at a place. */
export interface EntryAttempt {
  readonly entry: string
  /** Each name it goes by, with the longest part of it that stands there. */
  readonly names: readonly { readonly name: string; readonly stands: string }[]
}

/** Why something was not found at a place: what was found there, and where each rule parted from it. */
export interface Absence {
  readonly text: string
  readonly mentions: readonly FoundMention[]
  /** What cleaning took away there; these words no rule has seen. */
  readonly dropped: readonly (Pick<Dropped, 'kind' | 'rule'> & { readonly text: string })[]
  /** The rules of facts, those that came nearest first. */
  readonly attempts: readonly Attempt[]
  /** The entry that was asked for; null where none was. */
  readonly entry: EntryAttempt | null
}

export interface AbsenceQuestion {
  readonly layers: Layers
  /** In the body. */
  readonly places: readonly Span[]
  readonly dropped: Absence['dropped']
  /** A rule of facts or a gazetteer entry (`hospitals/…`); null for all rules. */
  readonly asked: string | null
}

/**
 * Explains what was not found.
 * @throws {UsageError} for a rule or entry that the pipeline does not have
 */
export function explainAbsence(
  pipeline: Pipeline,
  plan: readonly PlannedStage[],
  { layers, places, dropped, asked }: AbsenceQuestion,
): Absence {
  const body = layers.body.text.text
  const text = places.map((place) => sliceSpan(body, place)).join(' … ')
  const mentions = [...layers.entities, ...layers.quantities, ...layers.dates]
    .filter(({ span }) => places.some((place) => spansOverlap(place, span)))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ kind, span, origin: { rule, entry } }) => {
      return { kind, text: sliceSpan(body, span), rule, entry }
    })
  const setup = plan.find(({ stage }) => stage.provides === 'facts')?.setup
  const alphabet = new Alphabet(slotKinds(pipeline.names))
  const rules = setup === undefined ? [] : loadFactRules(setup.rules, pipeline.names, alphabet)
  const own = asked === null ? rules : rules.filter(({ id }) => id === asked)
  const entry = asked === null || own.length > 0 ? null : tryEntry(pipeline, asked, text)
  const { segmenter } = pipeline.services
  const attempts = tryRules(layers, places, { rules: own, alphabet, segmenter })
  return { text, mentions, dropped, attempts, entry }
}

function tryEntry(pipeline: Pipeline, asked: string, text: string): EntryAttempt {
  const entry = readGazetteers(pipeline.files).entries.find(({ path }) => path === asked)
  if (entry === undefined)
    throw new UsageError(
      'rule-unknown',
      `${asked}: no rule of facts and no gazetteer entry has this id. "yuanju check" reads all of them.`,
    )
  const names = [entry.name, ...entry.aliases].map((name) => {
    return { name, stands: longestPart(name, text) }
  })
  return { entry: entry.path, names }
}

/** The longest part of `name` that stands in `text`; empty where no character does. */
function longestPart(name: string, text: string): string {
  for (let length = name.length; length > 0; length--)
    for (let start = 0; start + length <= name.length; start++) {
      const part = name.slice(start, start + length)
      if (text.includes(part)) return part
    }
  return ''
}
