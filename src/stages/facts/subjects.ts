import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { Region } from '../../dictionary/regions.js'
import { Antecedents, type Speaking } from './antecedents.js'
import type { Cards } from './cards.js'
import { type ClauseCues, ClauseReader } from './clauses.js'
import type { DocumentContext } from './document-context.js'
import { hiddenBehindParts, topicsOfItems } from './parts.js'
import { PointedSubjects } from './pointed-subjects.js'
import { isLevel } from './pointers.js'
import { partyOf, type SentenceSubjects, type Several, type Subject } from './sentence-subjects.js'
import { severalIn } from './several.js'

/** What of the article tells who speaks, and who helps. */
export interface Told extends Speaking {
  readonly cards: Pick<Cards, 'isHelper'>
}

/** Finds, sentence by sentence in text order, whom what is said there can be said of. */
export class SubjectFinder {
  /** Whom the paragraph speaks of. */
  private previous: Subject | null = null
  /** Whom it speaks of as of one who sends nobody. */
  private host: Subject | null = null
  private paragraph = -1
  private readonly antecedents: Antecedents
  private readonly pointed: PointedSubjects
  /** True where the last line leads in the next: it ends in —— or ：, or in ； inside a list. */
  private goesOn = false

  constructor(
    private readonly cues: ClauseCues,
    private readonly context: DocumentContext,
    private readonly told: Told,
  ) {
    this.antecedents = new Antecedents(context, told, cues.words.narrators)
    this.pointed = new PointedSubjects(context, this.antecedents)
  }

  /** Whom the article is about: who tells it, or is named by far most often; null where that is not clear. */
  private get topic(): Subject | null {
    const { own, topic } = this.context
    return this.brought(own?.mention ?? this.antecedents.teller ?? topic)
  }

  /** One that is understood where the sentence does not name it. */
  private brought(mention: Mention | null): Subject | null {
    const party = mention && partyOf(mention, this.context.body)
    return party && { party, mention, basis: 'inherited', span: mention.span, sends: false }
  }

  /** The subjects of the next sentence; `mentions` are those in it. */
  read(sentence: Sentence, mentions: readonly Mention[]): SentenceSubjects {
    const isNew = sentence.paragraph !== this.paragraph && !this.goesOn
    const opensParagraph = isNew && !isLabel(this.context.body, sentence, mentions)
    if (opensParagraph) this.previous = this.host = null
    const there = this.hostOfPlace(sentence)
    if (there?.mention != null) this.antecedents.remember([there.mention], [])
    this.host = there ?? this.host
    this.paragraph = sentence.paragraph
    this.goesOn = GOES_ON.includes(this.context.body[sentence.span.end - 1] ?? '')
    const { previous: inherited, host } = this
    const clauses = new ClauseReader(this.cues, this.context.body, sentence, mentions)
    const telling = { clauses, previous: inherited, host, opensParagraph }
    const references = this.pointed.references(sentence, telling)
    const standIns = this.pointed.standIns('roleNoun', sentence, telling, references)
    const helped = this.pointed.helped(sentence, telling, references)
    const institutions = [
      ...this.named(mentions, clauses),
      ...references.filter(({ span }) => !clauses.isObject(span)),
      ...standIns,
      ...this.pointed.standIns('designation', sentence, telling, references),
      ...helped,
    ]
    let until = sentence.span.end
    for (const { span } of institutions) until = Math.min(until, span.start)
    const places = this.places(sentence, clauses, until)
    const named = [...institutions, ...places.filter(isOne)].sort(byStart)
    const topic = named.find(
      ({ mention }) => mention === null || !this.told.cards.isHelper(mention),
    )
    this.previous = topic ?? inherited ?? named[0] ?? null
    this.host = named.findLast(({ sends, mention }) => !sends && mention !== null) ?? host
    this.antecedents.remember(mentions, references)
    const agents = this.agents(mentions, references, clauses)
    const parts = topicsOfItems(this.context, sentence, mentions, institutions)
    const several = severalIn(this.context, { sentence, mentions, clauses }, [
      ...references,
      ...helped,
    ])
    const known = [...institutions, ...places, ...several, ...parts].sort(byStart)
    const hidden =
      parts.length > 0 ? [] : hiddenBehindParts(this.context.body, sentence, mentions, known)
    const found = hidden.length === 0 ? known : [...known, ...hidden].sort(byStart)
    const topicUntil = this.topicUntil(sentence, mentions)
    return {
      found,
      agents,
      references,
      standIns,
      inherited,
      host,
      focus: this.brought(this.context.focus),
      topic: this.topic,
      topicUntil,
    }
  }

  /** 在阳山,…: a sentence that opens with a place speaks of the one institution there. */
  private hostOfPlace(sentence: Sentence): Subject | null {
    const { body } = this.context
    const [place] = this.context.regionsIn(sentence)
    const { start } = sentence.span
    if (place === undefined || body[start] !== '在' || place.span.start !== start + 1) return null
    if (!CLAUSE_ENDS.includes(body[place.span.end] ?? '')) return null
    return this.brought(this.context.institutionIn(place.region, start))
  }

  /** Where the first other name of a sentence stands: an institution's, a place's or another body's. */
  private topicUntil(sentence: Sentence, mentions: readonly Mention[]): number {
    const others = [
      mentions.find(({ value }) => value.type === 'entity'),
      this.context.regionsIn(sentence)[0],
      this.context.pointersIn(sentence).find(({ kind }) => kind === 'authority'),
    ]
    return Math.min(...others.map((other) => other?.span.start ?? Infinity))
  }

  private named(mentions: readonly Mention[], clauses: ClauseReader): Subject[] {
    return mentions.flatMap((mention) => {
      const party = partyOf(mention, this.context.body)
      if (party === null || mention.member !== null || clauses.isObject(mention.span)) return []
      if (clauses.isListed(mention.span) || clauses.headsBranch(mention.span)) return []
      const sends = clauses.isSender(mention.span) || this.told.cards.isHelper(mention)
      const isHelped = clauses.isPivot(mention.span)
      return [{ party, mention, basis: 'stated' as const, span: mention.span, sends, isHelped }]
    })
  }

  private agents(
    mentions: readonly Mention[],
    references: readonly Subject[],
    clauses: ClauseReader,
  ): Subject[] {
    const named = mentions.flatMap((mention): Subject[] => {
      const party = partyOf(mention, this.context.body)
      if (party === null || !clauses.isAgent(mention.span)) return []
      return [{ party, mention, basis: 'stated', span: mention.span, sends: true }]
    })
    return [...named, ...references.filter(({ span }) => clauses.isAgent(span))].sort(byStart)
  }

  /**
   * Places that open a clause. Once an institution is named, the sentence is about that, but for a
   * part of it that a place opens, and a place that clearly does something.
   */
  private places(sentence: Sentence, clauses: ClauseReader, until: number): (Subject | Several)[] {
    const { body } = this.context
    const opens = (span: Span): boolean =>
      !clauses.isCovered(span) &&
      clauses.startsAt(span.start) &&
      (span.start < until || clauses.opensPart(span) || clauses.acts(span))
    const named = this.context
      .regionsIn(sentence)
      .flatMap(({ span, region }) =>
        (opens(span) && !clauses.isPartOfName(span)) ||
        (span.start < until && clauses.reports(span))
          ? [placeSubject(region, span, body)]
          : [],
      )
    const pointed = this.context.pointersIn(sentence).flatMap((pointer): (Subject | Several)[] => {
      const { span, kind } = pointer
      if (!isLevel(kind)) return []
      const place = this.context.placeAt(span, kind, sentence)
      if (place !== null && opens(span)) return [placeSubject(place, span, body)]
      const hides = place === null && clauses.startsAt(span.start) && !clauses.isCovered(span)
      return hides ? [{ party: null, span }] : []
    })
    return [...named, ...pointed]
  }
}

/** 运行时间：, on a line of its own, goes on with what stands above it. */
function isLabel(body: string, { span }: Sentence, mentions: readonly Mention[]): boolean {
  if (mentions.length > 0 || span.end - span.start > LONGEST_LABEL) return false
  return '：:'.includes(body[span.end - 1] ?? '')
}

const LONGEST_LABEL = 9

const CLAUSE_ENDS = '，,'
const GOES_ON = '—：:；;'

function placeSubject(region: Region, span: Span, body: string): Subject {
  const text = body.slice(span.start, span.end)
  return {
    party: { kind: 'region', id: region.code, name: region.name, text },
    mention: null,
    basis: 'region',
    span,
    sends: false,
  }
}

function isOne(subject: Subject | Several): subject is Subject {
  return subject.party !== null
}

function byStart(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start
}
