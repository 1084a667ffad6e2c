import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import { compareSpans, type Span, spansOverlap } from '../../core/span.js'
import { Automaton, type PhraseMatch } from '../../dictionary/automaton.js'
import type { Region } from '../../dictionary/regions.js'
import { type ClauseCues, ClauseReader } from './clauses.js'
import type { Cues } from './cues.js'
import type { DocumentContext } from './document-context.js'
import type { Partners, PartnerSide } from './partners.js'
import { withReferences } from './passages.js'
import type { SentenceReading } from './roles.js'
import { partyOf, type SentenceSubjects, type Subject, subjectBefore } from './sentence-subjects.js'

/** Once the partners of an article are known: its sentences again, each with its mentions. */
export type ReadWithPartners = (
  context: DocumentContext,
  partners: Partners,
) => (reading: SentenceReading, mentions: readonly Mention[]) => SentenceReading

export function partnerReadings(cues: Cues['partners'], clauseCues: ClauseCues): ReadWithPartners {
  const words: readonly { readonly word: string; readonly side: PartnerSide }[] = [
    ...cues.helpers.map((word) => ({ word, side: 'helper' as const })),
    ...cues.helped.map((word) => ({ word, side: 'helped' as const })),
  ]
  const automaton = new Automaton(words.map(({ word }) => word))
  return (context, partners) => {
    const hits = automaton.findLongest(context.body)
    return (reading, mentions) => {
      const { sentence, subjects } = reading
      const clauses = new ClauseReader(clauseCues, context.body, sentence, mentions)
      const partnerWords = within(hits, sentence.span).flatMap(({ phrase, start, end }) => {
        const span = { start, end }
        const { side } = words[phrase]!
        return clauses.isCovered(span) ? [] : refer(span, side, subjects)
      })
      const references = [
        ...partnerWords,
        ...subjects.standIns.filter(
          ({ span }) => !partnerWords.some((word) => spansOverlap(word.span, span)),
        ),
      ]
      const regionOf = new Map<Mention, Region>()
      for (const { span, region } of context.regionsIn(sentence))
        if (!clauses.isCovered(span) && !clauses.isPartOfName(span))
          regionOf.set(placeMention(span, region), region)
      const all = [...mentions, ...regionOf.keys()].sort((a, b) => compareSpans(a.span, b.span))
      const referred = withReferences(sentence, all, [...subjects.references, ...references])
      return { ...reading, ...referred, partners: { partners, references, regionOf } }
    }

    /** The partner of the institution spoken of, if it has one only. */
    function refer(span: Span, side: PartnerSide, subjects: SentenceSubjects): Subject[] {
      const spoken = subjectBefore(subjects, span.start, {
        opened: false,
        inherits: true,
        hosts: false,
        sends: false,
      })
      const names = spoken === null ? [] : partners.of(spoken.party.name, side)
      const mention = names.length === 1 ? partners.mentionOf(names[0]!, span.start) : null
      const party = mention === null ? null : partyOf(mention, context.body)
      if (party === null) return []
      const text = context.body.slice(span.start, span.end)
      return [
        {
          party: { ...party, text },
          mention,
          basis: 'coreference',
          span,
          sends: side === 'helper',
        },
      ]
    }
  }
}

function within(hits: readonly PhraseMatch[], span: Span): readonly PhraseMatch[] {
  const first = bisect(hits.length, (index) => hits[index]!.start < span.start)
  const after = bisect(hits.length, (index) => hits[index]!.end <= span.end)
  return hits.slice(first, after)
}

function placeMention(span: Span, { code, name }: Region): Mention {
  const value = { type: 'entity', entity: { id: code, name, candidates: [] } } as const
  const origin = { stage: 'facts', rule: null, entry: null }
  return { kind: 'region', span, value, member: null, origin }
}
