import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { Antecedents, Telling } from './antecedents.js'
import type { ClauseReader } from './clauses.js'
import type { DocumentContext } from './document-context.js'
import { partyOf, type Subject } from './sentence-subjects.js'

/** Finds those of a sentence who are pointed at, not named: 该院, 我院, 医院, or whom another helps. */
export class PointedSubjects {
  constructor(
    private readonly context: DocumentContext,
    private readonly antecedents: Antecedents,
  ) {}

  /** 该院 is the institution named last before its clause, 我院 the one spoken of. */
  references(sentence: Sentence, telling: Telling): Subject[] {
    const { antecedents } = this
    const { clauses } = telling
    let pointed: Mention | null = null
    return this.context.pointersIn(sentence).flatMap(({ span, kind }) => {
      if (clauses.isCovered(span)) return []
      if (kind === 'demonstrative') {
        pointed ??= antecedents.namedLast(span, telling)
        return this.refer(pointed, span, clauses)
      }
      if (kind === 'anaphor')
        return this.refer(clauses.named.lastBeforeClause(span.start), span, clauses)
      if (kind === 'former' || kind === 'latter')
        return this.refer(antecedents.ofPair(span, kind, telling), span, clauses)
      if (kind === 'personal')
        return this.refer(antecedents.topicBefore(span, telling), span, clauses)
      return kind === 'pronoun'
        ? this.refer(antecedents.speakers(span, telling), span, clauses)
        : []
    })
  }

  /** 医院 or 国家区域医疗中心, where it opens a clause, is the institution spoken of. */
  standIns(
    of: 'roleNoun' | 'designation',
    sentence: Sentence,
    telling: Telling,
    references: readonly Subject[],
  ): Subject[] {
    const { clauses } = telling
    let next = 0
    return this.context.pointersIn(sentence).flatMap(({ span, kind }) => {
      if (kind !== of || clauses.isCovered(span)) return []
      const stands =
        kind === 'roleNoun'
          ? clauses.startsAt(span.start) || clauses.isPivot(span)
          : clauses.isDesignation(span)
      if (!stands) return []
      while (next < references.length && references[next]!.span.end <= span.start) next++
      const pointed = references[next - 1]
      const helped = clauses.isPivot(span) ? this.antecedents.helped(span, telling) : null
      const mention = pointed?.mention ?? helped ?? this.antecedents.spokenOf(span, telling)
      return this.refer(mention, span, clauses)
    })
  }

  /** 协助建成…: what follows is done by who is helped, never by who helps. */
  helped(sentence: Sentence, telling: Telling, references: readonly Subject[]): Subject[] {
    const { clauses } = telling
    return this.context.pointersIn(sentence).flatMap(({ span, kind }) => {
      if (kind !== 'helping' || clauses.isCovered(span) || !clauses.helpsSomeone(span)) return []
      const count = bisect(references.length, (index) => references[index]!.span.end <= span.start)
      const pointed = references
        .slice(Math.max(0, count - MOST_LOOKED_AT), count)
        .findLast((reference) => clauses.isObject(reference.span))
      const mention = pointed?.mention ?? this.antecedents.helped(span, telling)
      const party = mention === null ? null : partyOf(mention, this.context.body)
      return party === null
        ? []
        : [{ party, mention, basis: 'coreference', span, sends: false, isHelped: true }]
    })
  }

  /** The subject that a pointing word stands for; none where it points at nothing known. */
  private refer(mention: Mention | null, span: Span, clauses: ClauseReader): Subject[] {
    const { body } = this.context
    const party = mention === null ? null : partyOf(mention, body)
    if (party === null) return []
    const text = body.slice(span.start, span.end)
    const sends = clauses.isSender(span)
    const isHelped = clauses.isPivot(span)
    return [{ party: { ...party, text }, mention, basis: 'coreference', span, sends, isHelped }]
  }
}

const MOST_LOOKED_AT = 5
