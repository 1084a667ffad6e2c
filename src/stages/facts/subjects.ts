import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { Region } from '../../dictionary/regions.js'
import type { Attributions } from './attributions.js'
import { type ClauseCues, ClauseReader } from './clauses.js'
import type { DocumentContext } from './document-context.js'
import { isLevel, type Pointer } from './pointers.js'
import { partyOf, type SentenceSubjects, type Several, type Subject } from './sentence-subjects.js'

/** Finds, sentence by sentence in text order, whom what is said there can be said of. */
export class SubjectFinder {
  /** Whom the paragraph speaks of. */
  private previous: Subject | null = null
  /** Whom it speaks of as of one who sends nobody. */
  private host: Subject | null = null
  /** The institutions named, or pointed at, lately, the last first: 该院 is one of them. */
  private recent: readonly Mention[] = []
  private paragraph = -1
  private opensParagraph = true
  /** Named beside 我院 (甲医院副院长、我院院长), so that they are others. */
  private readonly notOwn = new Set<string>()
  /** Whom the article is about; null where that is not clear. */
  private readonly topic: Subject | null
  /** True where the last line leads in the next: it ends in —— or ：, or in ； inside a list. */
  private goesOn = false

  constructor(
    private readonly cues: ClauseCues,
    private readonly context: DocumentContext,
    private readonly attributions: Attributions,
    /** True for a role in which one speaks for an institution. */
    private readonly isOffice: (role: string | null) => boolean,
  ) {
    const mention = context.own?.mention ?? context.topic
    const party = mention && partyOf(mention, context.body)
    this.topic = party && {
      party,
      mention,
      basis: 'inherited',
      span: mention.span,
      sends: false,
    }
  }

  /** The subjects of the next sentence; `mentions` are those in it. */
  read(sentence: Sentence, mentions: readonly Mention[]): SentenceSubjects {
    this.opensParagraph = sentence.paragraph !== this.paragraph && !this.goesOn
    if (this.opensParagraph) this.previous = this.host = null
    this.paragraph = sentence.paragraph
    this.goesOn = GOES_ON.includes(this.context.body[sentence.span.end - 1] ?? '')
    const { previous: inherited, host } = this
    const clauses = new ClauseReader(this.cues, this.context.body, sentence, mentions)
    const references = this.references(sentence, clauses)
    const institutions = [
      ...this.named(mentions, clauses),
      ...references.filter(({ span }) => !clauses.isObject(span)),
      ...this.roleNouns(sentence, clauses, references),
    ]
    let until = sentence.span.end
    for (const { span } of institutions) until = Math.min(until, span.start)
    const places = this.places(sentence, clauses, until)
    const named = [...institutions, ...places.filter(isOne)].sort(byStart)
    this.previous = named[0] ?? inherited
    this.host = named.findLast(({ sends, mention }) => !sends && mention !== null) ?? host
    this.remember(mentions, references)
    const several = this.several(sentence, mentions, references, clauses)
    const found = [...institutions, ...places, ...several].sort(byStart)
    const others = [
      mentions.find(isEntity),
      this.context.regionsIn(sentence)[0],
      this.context.pointersIn(sentence).find(({ kind }) => kind === 'authority'),
    ]
    const topicUntil = Math.min(...others.map((other) => other?.span.start ?? Infinity))
    return { found, references, inherited, host, topic: this.topic, topicUntil }
  }

  private remember(mentions: readonly Mention[], references: readonly Subject[]): void {
    const pointed = references.at(-1)?.mention ?? null
    const recent: Mention[] = pointed === null ? [] : [pointed]
    const add = (mention: Mention): void => {
      if (recent.length < REMEMBERED && !recent.some((other) => nameOf(other) === nameOf(mention)))
        recent.push(mention)
    }
    for (let index = mentions.length - 1; index >= 0; index--)
      if (isEntity(mentions[index]!)) add(mentions[index]!)
    this.recent.forEach(add)
    this.recent = recent
  }

  private named(mentions: readonly Mention[], clauses: ClauseReader): Subject[] {
    return mentions.flatMap((mention) => {
      const party = partyOf(mention, this.context.body)
      if (party === null || mention.member !== null || clauses.isObject(mention.span)) return []
      if (clauses.isListed(mention.span)) return []
      const sends = clauses.isSender(mention.span)
      return [{ party, mention, basis: 'stated' as const, span: mention.span, sends }]
    })
  }

  /** 该院 is the institution named last before its clause, 我院 the one spoken of. */
  private references(sentence: Sentence, clauses: ClauseReader): Subject[] {
    let pointed: Mention | null = null
    return this.context.pointersIn(sentence).flatMap(({ span, kind }) => {
      if (clauses.isCovered(span)) return []
      if (kind === 'demonstrative') {
        pointed ??= this.namedLast(span, clauses)
        return this.refer(pointed, span, clauses)
      }
      if (kind === 'anaphor')
        return this.refer(clauses.namedBeforeClause(span.start), span, clauses)
      return kind === 'pronoun' ? this.refer(this.speaker(span, clauses), span, clauses) : []
    })
  }

  /** 医院 or 国家区域医疗中心, where it opens a clause, is the institution spoken of. */
  private roleNouns(
    sentence: Sentence,
    clauses: ClauseReader,
    references: readonly Subject[],
  ): Subject[] {
    let next = 0
    return this.context.pointersIn(sentence).flatMap(({ span, kind }) => {
      const stands =
        (kind === 'roleNoun' && (clauses.startsAt(span.start) || clauses.isPivot(span))) ||
        (kind === 'designation' && clauses.isDesignation(span))
      if (!stands || clauses.isCovered(span)) return []
      while (next < references.length && references[next]!.span.end <= span.start) next++
      const pointed = references[next - 1]
      return this.refer(pointed?.mention ?? this.spokenOf(span, clauses), span, clauses)
    })
  }

  /** Never one of its own clause: in 甲医院与该院签约 it is another. */
  private namedLast(span: Span, clauses: ClauseReader): Mention | null {
    const others = clauses.entitiesOfClause(span.start).map(nameOf)
    const { focus } = this.context
    const candidates = [
      // 甲医院托管乙医院,并在该院挂牌: not with the one that does it.
      clauses.isObject(span) ? clauses.namedBeforeClause(span.start) : null,
      clauses.subjectBeforeClause(span.start),
      // A new paragraph returns to what the article is about.
      ...(this.opensParagraph ? [focus, ...this.recent] : [...this.recent, focus]),
    ].filter((mention) => mention !== null && !others.includes(nameOf(mention)))
    return this.mostAtHome(candidates, clauses)
  }

  /** The first that lies in the article's province and sends nobody; else one of which either is true. */
  private mostAtHome(
    candidates: readonly (Mention | null)[],
    clauses: ClauseReader,
  ): Mention | null {
    const named = candidates.filter((mention) => mention !== null)
    const topic = this.previous?.mention ?? null
    // A paragraph about another place speaks of the institutions there.
    const isElsewhere = topic !== null && this.context.isAway(topic)
    const near = named.filter((mention) => isElsewhere || !this.context.isAway(mention))
    const isHost = ({ span }: Mention): boolean => !clauses.isSender(span)
    return near.find(isHost) ?? near[0] ?? named.find(isHost) ?? named[0] ?? null
  }

  /** The one named before that is at home there; not who only sends people, if there is another. */
  private spokenOf(span: Span, clauses: ClauseReader): Mention | null {
    const named = clauses.subjectBefore(span.start)
    if (named !== null && !clauses.isSender(named.span)) return named
    const home = this.host?.mention ?? this.context.focus ?? this.recentHost(clauses)
    return home ?? named ?? this.previous?.mention ?? null
  }

  private recentHost(clauses: ClauseReader): Mention | null {
    return this.recent.find(({ span }) => !clauses.isSender(span)) ?? null
  }

  /** 我院 is the speaker's; else who publishes, if it is an institution; never one of its own clause. */
  private speaker(span: Span, clauses: ClauseReader): Mention | null {
    const { own, focus } = this.context
    const said = this.attributions.institutionAt(span.start)
    if (said !== null) return said
    // 患者家属说,“我们去了北京”: they speak for no institution.
    const attribution = this.attributions.at(span.start)
    if (attribution?.organization === null && !this.isOffice(attribution.role)) return null
    if (own !== null) return own.mention
    for (const other of clauses.entitiesBeside(span)) this.notOwn.add(nameOf(other))
    const near = [clauses.subjectBeforeClause(span.start), this.host?.mention ?? null]
    // 院长说,“我们…”: an office without a name belongs to whom the article is about.
    const candidates =
      attribution === null ? [...near, focus, ...this.recent] : [focus, ...near, ...this.recent]
    return this.mostAtHome(
      candidates.filter((mention) => mention && !this.notOwn.has(nameOf(mention))),
      clauses,
    )
  }

  /** The subject that a pointing word stands for; none where it points at nothing known. */
  private refer(mention: Mention | null, span: Span, clauses: ClauseReader): Subject[] {
    const { body } = this.context
    const party = mention === null ? null : partyOf(mention, body)
    if (party === null) return []
    const text = body.slice(span.start, span.end)
    const sends = clauses.isSender(span)
    return [{ party: { ...party, text }, mention, basis: 'coreference', span, sends }]
  }

  /** 两院, 市一、二、三院, the last of 甲、乙, and 我院 where nobody knows which: they hide the subject before. */
  private several(
    sentence: Sentence,
    mentions: readonly Mention[],
    references: readonly Subject[],
    clauses: ClauseReader,
  ): Several[] {
    const known = new Set(references.map(({ span }) => span.start))
    const spans = [
      ...mentions.flatMap(({ member, span, value }) =>
        member === 0 || (value.type === 'entity' && clauses.isListed(span)) ? [span] : [],
      ),
      ...this.context
        .pointersIn(sentence)
        .flatMap(({ span, kind }) =>
          kind === 'several' ||
          (kind === 'authority' && !clauses.isCovered(span) && clauses.opensAsActor(span)) ||
          (HIDING.includes(kind) && !known.has(span.start) && !clauses.isCovered(span))
            ? [span]
            : [],
        ),
    ]
    return spans.flatMap((span) => (clauses.isObject(span) ? [] : [{ party: null, span }]))
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
        opens(span) && !clauses.isPartOfName(span) ? [placeSubject(region, span, body)] : [],
      )
    const pointed = this.context.pointersIn(sentence).flatMap((pointer) => {
      const { span, kind } = pointer
      if (!isLevel(kind) || !opens(span)) return []
      const place = this.context.placeAt(span, kind, sentence)
      return [place === null ? { party: null, span } : placeSubject(place, span, body)]
    })
    return [...named, ...pointed]
  }
}

function isOne(subject: Subject | Several): subject is Subject {
  return subject.party !== null
}

/** Those that stand for someone, and hide others where it is not known for whom. */
const HIDING: readonly Pointer['kind'][] = ['pronoun', 'anaphor', 'stranger']
const REMEMBERED = 4
const GOES_ON = '—：:；;'

function nameOf({ value }: Mention): string {
  return value.type === 'entity' ? value.entity.name : ''
}

function isEntity({ value }: Mention): boolean {
  return value.type === 'entity'
}

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

function byStart(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start
}
