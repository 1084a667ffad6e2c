import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import { sliceSpan, type Span } from '../../core/span.js'
import type { Region } from '../../dictionary/regions.js'
import { Antecedents, type Speaking, type Telling } from './antecedents.js'
import type { Cards } from './cards.js'
import { type ClauseCues, ClauseReader } from './clauses.js'
import type { DocumentContext } from './document-context.js'
import { hiddenBehindParts } from './parts.js'
import { isLevel, type Pointer } from './pointers.js'
import { partyOf, type SentenceSubjects, type Several, type Subject } from './sentence-subjects.js'

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
  /** True where the last line leads in the next: it ends in —— or ：, or in ； inside a list. */
  private goesOn = false

  constructor(
    private readonly cues: ClauseCues,
    private readonly context: DocumentContext,
    private readonly told: Told,
  ) {
    this.antecedents = new Antecedents(context, told, cues.words.narrators)
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
    const references = this.references(sentence, telling)
    const standIns = this.standIns('roleNoun', sentence, telling, references)
    const helped = this.helped(sentence, telling, references)
    const institutions = [
      ...this.named(mentions, clauses),
      ...references.filter(({ span }) => !clauses.isObject(span)),
      ...standIns,
      ...this.standIns('designation', sentence, telling, references),
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
    const parts = this.listTopics(sentence, mentions, institutions)
    const several = this.several(sentence, mentions, [...references, ...helped], clauses)
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
    return this.brought(this.context.institutionIn(place.region))
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

  /** 该院 is the institution named last before its clause, 我院 the one spoken of. */
  private references(sentence: Sentence, telling: Telling): Subject[] {
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
        return this.refer(clauses.namedBeforeClause(span.start), span, clauses)
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
  private standIns(
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
  private helped(sentence: Sentence, telling: Telling, references: readonly Subject[]): Subject[] {
    const { clauses } = telling
    return this.context.pointersIn(sentence).flatMap(({ span, kind }) => {
      if (kind !== 'helping' || clauses.isCovered(span) || !clauses.helpsSomeone(span)) return []
      const pointed = references.findLast(
        (reference) => reference.span.end <= span.start && clauses.isObject(reference.span),
      )
      const mention = pointed?.mention ?? this.antecedents.helped(span, telling)
      const party = mention === null ? null : partyOf(mention, this.context.body)
      return party === null
        ? []
        : [{ party, mention, basis: 'coreference', span, sends: false, isHelped: true }]
    })
  }

  /**
   * At the head of each item of a list that stands on one line, the one that the list is about: whom
   * the article is about, if it is named there, else the first that sends nobody.
   */
  private listTopics(
    { span }: Sentence,
    mentions: readonly Mention[],
    institutions: readonly Subject[],
  ): Subject[] {
    const { body, focus } = this.context
    const items = [...sliceSpan(body, span).matchAll(ITEM_MARK)]
    if (items.length < LEAST_ITEMS) return []
    const first = institutions.find(({ sends, mention }) => !sends && mention !== null)?.mention
    const own = focus && institutions.filter(({ party }) => party.name === nameOf(focus))
    const isNamed = focus !== null && mentions.some((mention) => nameOf(mention) === nameOf(focus))
    const isHost = isNamed && own?.some(({ sends }) => sends) !== true
    const mention = isHost ? focus : (first ?? focus)
    const party = mention === null ? null : partyOf(mention, body)
    if (party === null) return []
    return items.slice(1).map(({ index, 0: mark }): Subject => {
      const start = span.start + index + mark.length - 1
      return { party, mention, basis: 'inherited', span: { start, end: start }, sends: false }
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

  /** 两院, 市一、二、三院, the last of 甲、乙, and 我院 where nobody knows which: they hide the subject before. */
  private several(
    sentence: Sentence,
    mentions: readonly Mention[],
    references: readonly Subject[],
    clauses: ClauseReader,
  ): Several[] {
    const known = new Set(references.map(({ span }) => span.start))
    const places = this.context.regionsIn(sentence).filter((place) => clauses.reports(place.span))
    const reported = ({ start }: Span): boolean =>
      places.some(({ span }) => span.start <= start && start - span.end < MAX_BODY_NAME)
    const spans = [
      ...mentions.flatMap(({ member, span, value }) =>
        member === 0 ||
        (value.type === 'entity' &&
          (clauses.isListed(span) || clauses.isJoint(span) || clauses.isBranch(span)))
          ? [span]
          : [],
      ),
      ...this.context
        .pointersIn(sentence)
        .flatMap(({ span, kind }) =>
          kind === 'several' ||
          (kind === 'branch' && clauses.isNamedByPlace(span)) ||
          (kind === 'helping' && !known.has(span.start) && clauses.helpsSomeone(span)) ||
          (kind === 'authority' &&
            !clauses.isCovered(span) &&
            !reported(span) &&
            clauses.opensAsActor(span)) ||
          (HIDING.includes(kind) && !known.has(span.start) && !clauses.isCovered(span))
            ? [span]
            : [],
        ),
    ]
    return spans.flatMap((span) =>
      clauses.isObject(span) && !clauses.isJoint(span) ? [] : [{ party: null, span }],
    )
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

/** Those that stand for someone, and hide others where it is not known for whom. */
const HIDING: readonly Pointer['kind'][] = [
  'pronoun',
  'personal',
  'anaphor',
  'former',
  'latter',
  'stranger',
]
/** What a dash between two items, or a note behind one, has been made into. */
const ITEM_MARK = /；{3,}/g
const LEAST_ITEMS = 2
const MAX_BODY_NAME = 8
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

function nameOf({ value }: Mention): string {
  return value.type === 'entity' ? value.entity.name : ''
}

function isOne(subject: Subject | Several): subject is Subject {
  return subject.party !== null
}

function byStart(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start
}
