import type { Party, RoleBasis } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { Region } from '../../dictionary/regions.js'
import type { DocumentContext } from './document-context.js'
import type { FactOptions } from './options.js'

/** Someone or some place that a sentence can speak of. */
export interface Subject {
  readonly party: Party
  /** The mention it is, or for 该院 and the like the mention it stands for; null for a place. */
  readonly mention: Mention | null
  readonly basis: RoleBasis
  /** Where the sentence says so. */
  readonly span: Span
}

/** The party that an entity mention is. */
export function partyOf(mention: Mention, body: string): Party | null {
  if (mention.value.type !== 'entity') return null
  const { id, name } = mention.value.entity
  return { kind: mention.kind, id, name, text: body.slice(mention.span.start, mention.span.end) }
}

/** Finds, sentence by sentence in text order, whom what is said there can be said of. */
export class SubjectFinder {
  private previous: Subject | null = null
  private paragraph = -1

  constructor(
    private readonly options: FactOptions['subject'],
    private readonly context: DocumentContext,
  ) {}

  /** The subjects of the next sentence, in text order; `mentions` are those in it. */
  read(sentence: Sentence, mentions: readonly Mention[]): SentenceSubjects {
    if (sentence.paragraph !== this.paragraph) this.previous = null
    this.paragraph = sentence.paragraph
    const inherited = this.previous
    const found = [
      ...this.named(sentence, mentions),
      ...this.places(sentence, mentions),
      ...this.pointed(sentence, mentions, inherited),
    ].sort((a, b) => a.span.start - b.span.start)
    this.previous = found[0] ?? inherited
    return new SentenceSubjects(found, inherited)
  }

  private named(sentence: Sentence, mentions: readonly Mention[]): Subject[] {
    return mentions.flatMap((mention) => {
      const party = partyOf(mention, this.context.body)
      if (party === null || this.isObject(mention.span.start, sentence)) return []
      return [{ party, mention, basis: 'stated' as const, span: mention.span }]
    })
  }

  private places(sentence: Sentence, mentions: readonly Mention[]): Subject[] {
    const { body } = this.context
    return this.context.regionsIn(sentence).flatMap(({ span, region }) => {
      const insideName = mentions.some(
        (mention) => mention.span.start <= span.start && span.end <= mention.span.end,
      )
      const partOfName = this.options.notAfterRegion.some((word) => body.startsWith(word, span.end))
      const starts = this.startsClause(span.start, sentence, mentions)
      return insideName || partOfName || !starts ? [] : [placeSubject(region, span, body)]
    })
  }

  private pointed(
    sentence: Sentence,
    mentions: readonly Mention[],
    inherited: Subject | null,
  ): Subject[] {
    const { body, focus } = this.context
    const antecedent = inherited?.mention ?? focus
    return this.context.pointersIn(sentence).flatMap(({ span, kind }) => {
      const hidden = mentions.some(
        (mention) => mention.span.start < span.end && span.start < mention.span.end,
      )
      if (hidden || this.isObject(span.start, sentence)) return []
      if (kind !== 'pronoun' && !this.startsClause(span.start, sentence, mentions)) return []
      if (kind === 'pronoun' || kind === 'roleNoun') {
        const near = mentions.findLast(
          (mention) => mention.span.end <= span.start && partyOf(mention, body),
        )
        const mention = near ?? antecedent
        const party = mention === null ? null : partyOf(mention, body)
        if (party === null) return []
        const text = body.slice(span.start, span.end)
        return [{ party: { ...party, text }, mention, basis: 'coreference' as const, span }]
      }
      const place = this.context.placeOf(kind)
      return place === null ? [] : [placeSubject(place, span, body)]
    })
  }

  private isObject(at: number, sentence: Sentence): boolean {
    const before = this.context.body.slice(Math.max(sentence.span.start, at - MAX_MARKER), at)
    return this.options.objectMarkers.some((marker) => before.endsWith(marker))
  }

  private startsClause(at: number, sentence: Sentence, mentions: readonly Mention[]): boolean {
    if (at === sentence.span.start) return true
    const before = this.context.body.slice(Math.max(sentence.span.start, at - MAX_MARKER), at)
    if (/[，,；;：:。“”"（(、—\s]$/.test(before)) return true
    if (this.options.leadIns.some((word) => before.endsWith(word))) return true
    return mentions.some((mention) => mention.kind === 'date' && mention.span.end === at)
  }
}

const MAX_MARKER = 6

/** The subjects of one sentence, and the one that the paragraph brings along. */
export class SentenceSubjects {
  constructor(
    private readonly found: readonly Subject[],
    private readonly inherited: Subject | null,
  ) {}

  /** The nearest one named before `at`; else, if `inherits`, the one spoken of before the sentence. */
  before(at: number, inherits: boolean): Subject | null {
    const stated = this.found.findLast((subject) => subject.span.end <= at)
    if (stated !== undefined) return stated
    if (!inherits || this.inherited === null) return null
    return { ...this.inherited, basis: this.inherited.mention === null ? 'region' : 'inherited' }
  }
}

function placeSubject(region: Region, span: Span, body: string): Subject {
  const text = body.slice(span.start, span.end)
  return {
    party: { kind: 'region', id: region.code, name: region.name, text },
    mention: null,
    basis: 'region',
    span,
  }
}
