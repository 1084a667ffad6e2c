import type { Mention } from '../../core/mention.js'
import type { Segmenter } from '../../core/segmenter.js'
import type { Sentence } from '../../core/sentence.js'
import { compareSpans, type Span } from '../../core/span.js'
import { type Alphabet, type Folded, foldSentence, REFERENCE } from '../../rule/folding.js'
import type { FoldedSentence } from '../../rule/match-rules.js'
import type { Subject } from './subjects.js'

/** A sentence as patterns see it, and what each of its references stands for. */
export interface ReadableSentence extends FoldedSentence {
  /** 该院 and the like stand among the mentions; this tells them apart from names. */
  readonly referents: ReadonlyMap<Mention, Subject>
}

export type Fold = (
  body: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  references: readonly Subject[],
) => ReadableSentence

/** Prepares folding sentences, in which 该院 can play any part that a name can. */
export function sentenceFolder(alphabet: Alphabet, segmenter: Segmenter): Fold {
  return (body, sentence, mentions, references) => {
    const referents = new Map<Mention, Subject>()
    for (const reference of references)
      if (reference.mention !== null)
        referents.set(referenceAt(reference.span, reference.mention), reference)
    const all = [...mentions, ...referents.keys()].sort((a, b) => compareSpans(a.span, b.span))
    let plain: Folded | null = null
    let withWords: Folded | null = null
    return {
      mentions: all,
      referents,
      plain: () => (plain ??= foldSentence(body, sentence, all, alphabet, null)),
      withWords: () => (withWords ??= foldSentence(body, sentence, all, alphabet, segmenter)),
    }
  }
}

function referenceAt(span: Span, { kind, value }: Mention): Mention {
  const origin = { stage: 'facts', rule: REFERENCE, entry: null }
  return { kind, span, value, member: null, origin }
}
