import { bisect } from '../../core/bisect.js'
import type { Modality } from '../../core/fact.js'
import type { Sentence } from '../../core/sentence.js'
import { Automaton } from '../../dictionary/automaton.js'
import type { Cues } from './cues.js'

/** Tells whether what stands at `at` in a sentence is said to be so. */
export type Modalities = (sentence: Sentence, at: number) => Modality

/** Prepares reading modality from cue words before a statement's end: one pass over each body. */
export function modalityReader(words: Cues['modality']): (body: string) => Modalities {
  const cues: Cue[] = [
    ...words.except.map((word) => ({ word, modality: null, onward: false })),
    ...words.plannedOnward.map((word) => ({ word, modality: 'planned' as const, onward: true })),
    ...words.planned.map((word) => ({ word, modality: 'planned' as const, onward: false })),
    ...words.negated.map((word) => ({ word, modality: 'negated' as const, onward: false })),
    ...words.hypothetical.map((word) => ({
      word,
      modality: 'hypothetical' as const,
      onward: true,
    })),
  ]
  const automaton = new Automaton(cues.map(({ word }) => word))
  return (body) => {
    const found = automaton.findLongest(body)
    return (sentence, at) => {
      const clause = clauseStart(body, sentence.span.start, at)
      const before = bisect(found.length, (index) => found[index]!.end <= at)
      for (let index = before - 1; index >= 0; index--) {
        const { phrase, start } = found[index]!
        if (start < sentence.span.start || start < at - REACH) break
        const { modality, onward } = cues[phrase]!
        if (modality !== null && (onward || start >= clause)) return modality
      }
      return 'actual'
    }
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

function clauseStart(body: string, sentenceStart: number, at: number): number {
  const least = Math.max(sentenceStart, at - REACH)
  for (let start = at; start > least; start--)
    if ('，,；;：:'.includes(body[start - 1] ?? '')) return start
  return least
}
