import type { Modality } from '../../core/fact.js'
import { Automaton } from '../../dictionary/automaton.js'
import type { Sentence } from '../../core/sentence.js'
import type { Cues } from './cues.js'

/** Tells whether what stands at `at` in a sentence is said to be so. */
export type ReadModality = (body: string, sentence: Sentence, at: number) => Modality

/** Prepares reading modality from cue words before the statement's end. */
export function modalityReader(options: Cues['modality']): ReadModality {
  const cues: Cue[] = [
    ...options.except.map((word) => ({ word, modality: null, onward: false })),
    ...options.planned.map((word) => ({ word, modality: 'planned' as const, onward: false })),
    ...options.plannedOnward.map((word) => ({ word, modality: 'planned' as const, onward: true })),
    ...options.negated.map((word) => ({ word, modality: 'negated' as const, onward: false })),
    ...options.hypothetical.map((word) => ({
      word,
      modality: 'hypothetical' as const,
      onward: true,
    })),
  ]
  const automaton = new Automaton(cues.map(({ word }) => word))
  return (body, sentence, at) => {
    const from = Math.max(sentence.span.start, at - REACH)
    const clause = clauseStart(body, from, at)
    const found = automaton.findLongest(body.slice(from, at)).findLast(({ phrase, start }) => {
      const cue = cues[phrase]
      return cue !== undefined && cue.modality !== null && (cue.onward || from + start >= clause)
    })
    return (found === undefined ? null : cues[found.phrase]?.modality) ?? 'actual'
  }
}

interface Cue {
  readonly word: string
  readonly modality: Modality | null
  /** True where it holds beyond its own clause. */
  readonly onward: boolean
}

/** The furthest that a cue reaches, so that a sentence without punctuation stays cheap. */
const REACH = 120

function clauseStart(body: string, from: number, at: number): number {
  for (let start = at; start > from; start--)
    if ('，,；;：:'.includes(body[start - 1] ?? '')) return start
  return from
}
