import { bisect } from '../../core/bisect.js'
import type { Modality } from '../../core/fact.js'
import type { Segmenter } from '../../core/segmenter.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import { Automaton, type PhraseMatch } from '../../dictionary/automaton.js'
import type { Cues } from './cues.js'

/** Tells whether a statement of a sentence is said to be so, by the cues before its end. */
export type Modalities = (sentence: Sentence, statement: Span) => Modality

/** Prepares reading modality from cue words: one pass over each body. */
export function modalityReader(
  words: Cues['modality'],
  segmenter: Segmenter,
): (body: string) => Modalities {
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
  const disposals = new Set(words.disposals)
  const nouns = new Set(words.nouns)
  return (body) => {
    const found = automaton.findLongest(body)
    const judged = new Map<PhraseMatch, boolean>()
    return (sentence, { start, end }) => {
      const clause = clauseStart(body, sentence.span.start, start)
      const before = bisect(found.length, (index) => found[index]!.end <= end)
      for (let index = before - 1; index >= 0; index--) {
        const cue = found[index]!
        if (cue.start < sentence.span.start || cue.start < start - REACH) break
        const { modality, onward } = cues[cue.phrase]!
        if (modality === null) continue
        const reaches =
          onward || cue.start >= clause || (modality === 'planned' && goesOn(cue, start))
        if (reaches && governs(cue)) return modality
      }
      return 'actual'
    }

    /** 将新建病房,引进博士30名: a plan goes on in the next clauses, until what is so already is told. */
    function goesOn({ end }: PhraseMatch, at: number): boolean {
      const between = body.slice(end, at)
      return !/[；;。]/.test(between) && !words.soFar.some((word) => between.includes(word))
    }

    /** False for a noun (发展计划,) and for 将 in the sense of 把. */
    function governs(cue: PhraseMatch): boolean {
      const known = judged.get(cue)
      if (known !== undefined) return known
      const after = body.slice(cue.end, cue.end + MAX_WORD)
      const { word } = cues[cue.phrase]!
      const isNoun = nouns.has(word) && /^[，,。；;、”》）)的]/.test(after)
      const judgement = !isNoun && !(disposals.has(word) && disposes(after))
      judged.set(cue, judgement)
      return judgement
    }
  }

  /** True where a noun follows: 将门诊量提高到. */
  function disposes(after: string): boolean {
    if (words.notNouns.some((word) => after.startsWith(word))) return false
    if (/^\d/.test(after)) return true
    const [first] = segmenter.tag(after)
    return first !== undefined && /^[nrmabjlsz]/.test(first.tag)
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
/** As much of what follows 将 as its first word needs to be known. */
const MAX_WORD = 8

function clauseStart(body: string, sentenceStart: number, at: number): number {
  const least = Math.max(sentenceStart, at - REACH)
  for (let start = at; start > least; start--)
    if ('，,；;：:'.includes(body[start - 1] ?? '')) return start
  return least
}
