import type { Mention } from '../../core/mention.js'
import type { Segmenter, TaggedWord } from '../../core/segmenter.js'
import type { Sentence } from '../../core/sentence.js'
import { compareSpans, sliceSpan, type Span } from '../../core/span.js'
import {
  type Alphabet,
  type Folded,
  foldSentence,
  plainStretches,
  REFERENCE,
} from '../../rule/folding.js'
import type { FoldedSentence } from '../../rule/match-rules.js'
import type { Subject } from './subjects.js'

/** A sentence with its mentions, and 该院 and the like among them, in text order. */
export interface ReferredSentence {
  readonly sentence: Sentence
  readonly mentions: readonly Mention[]
  /** What each of the references stands for. */
  readonly referents: ReadonlyMap<Mention, Subject>
}

/** Puts references among the mentions, so that 该院 can play any part that a name can. */
export function withReferences(
  sentence: Sentence,
  mentions: readonly Mention[],
  references: readonly Subject[],
): ReferredSentence {
  if (references.length === 0) return { sentence, mentions, referents: new Map() }
  const referents = new Map<Mention, Subject>()
  for (const reference of references)
    if (reference.mention !== null)
      referents.set(referenceAt(reference.span, reference.mention), reference)
  const all = [...mentions, ...referents.keys()].sort((a, b) => compareSpans(a.span, b.span))
  return { sentence, mentions: all, referents }
}

/** Words by sentence, for the plain stretches of each. */
export type SentenceWords = ReadonlyMap<Sentence, readonly (readonly TaggedWord[])[]>

/** Tags the words of all `sentences` in one call. */
export function tagSentences(
  body: string,
  sentences: readonly ReferredSentence[],
  segmenter: Segmenter,
): SentenceWords {
  const stretches = sentences.map(({ sentence, mentions }) => plainStretches(sentence, mentions))
  const tagged = segmenter.tagAll(stretches.flat().map((span) => sliceSpan(body, span)))
  let at = 0
  return new Map(
    sentences.map(({ sentence }, index) => {
      const count = stretches[index]?.length ?? 0
      return [sentence, tagged.slice(at, (at += count))]
    }),
  )
}

/** The sentence as patterns see it; with words only where `words` has them. */
export function foldReferred(
  body: string,
  { sentence, mentions }: ReferredSentence,
  alphabet: Alphabet,
  words: SentenceWords,
): FoldedSentence {
  let plain: Folded | null = null
  let withWords: Folded | null = null
  return {
    mentions,
    plain: () => (plain ??= foldSentence(body, sentence, mentions, alphabet, null)),
    withWords: () =>
      (withWords ??= foldSentence(body, sentence, mentions, alphabet, words.get(sentence) ?? null)),
  }
}

function referenceAt(span: Span, { kind, value }: Mention): Mention {
  const origin = { stage: 'facts', rule: REFERENCE, entry: null }
  return { kind, span, value, member: null, origin }
}
