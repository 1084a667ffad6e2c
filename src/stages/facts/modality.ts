import type { Modality } from '../../core/fact.js'
import { Automaton } from '../../dictionary/automaton.js'
import type { Sentence } from '../../core/sentence.js'
import type { FactOptions } from './options.js'

/** Tells whether what stands at `at` in a sentence is said to be so. */
export type ReadModality = (body: string, sentence: Sentence, at: number) => Modality

/** Prepares reading modality from cue words in the clause before the statement's end. */
export function modalityReader(options: FactOptions['modality']): ReadModality {
  const cues: { word: string; modality: Modality | null }[] = [
    ...options.except.map((word) => ({ word, modality: null })),
    ...options.planned.map((word) => ({ word, modality: 'planned' as const })),
    ...options.negated.map((word) => ({ word, modality: 'negated' as const })),
    ...options.hypothetical.map((word) => ({ word, modality: 'hypothetical' as const })),
  ]
  const automaton = new Automaton(cues.map(({ word }) => word))
  return (body, sentence, at) => {
    const clause = body.slice(clauseStart(body, sentence.span.start, at), at)
    const found = automaton.findLongest(clause).map(({ phrase }) => cues[phrase]?.modality ?? null)
    return found.findLast((modality) => modality !== null) ?? 'actual'
  }
}

/** The furthest that a cue reaches, so that a sentence without punctuation stays cheap. */
const REACH = 60

function clauseStart(body: string, sentenceStart: number, at: number): number {
  const least = Math.max(sentenceStart, at - REACH)
  for (let start = at; start > least; start--)
    if ('，,；;：:。！？'.includes(body[start - 1] ?? '')) return start
  return least
}
