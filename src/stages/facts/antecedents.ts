import type { Mention } from '../../core/mention.js'
import type { Span } from '../../core/span.js'
import type { Attributions } from './attributions.js'
import type { ClauseReader } from './clauses.js'
import type { DocumentContext } from './document-context.js'
import type { Subject } from './sentence-subjects.js'

/** What of the paragraph so far decides whom a word of the sentence at hand points at. */
export interface Telling {
  readonly clauses: ClauseReader
  /** Whom the paragraph speaks of, and of as of one who sends nobody. */
  readonly previous: Subject | null
  readonly host: Subject | null
  /** True in the first sentence of a paragraph. */
  readonly opensParagraph: boolean
}

/** Who says what, and in what role one speaks for an institution. */
export interface Speaking {
  readonly attributions: Attributions
  readonly isOffice: (role: string | null) => boolean
}

/** Tells, sentence by sentence in text order, whom 该院, 医院, 它 and 我院 stand for; null for nobody known. */
export class Antecedents {
  /** The institutions named, or pointed at, lately, the last first: 该院 is one of them. */
  private recent: readonly Mention[] = []
  /** The two of the last sentence that has named any; empty where it has named another number. */
  private pair: readonly Mention[] = []
  /** Named beside 我院 (甲医院副院长、我院院长), so that they are others. */
  private readonly notOwn = new Set<string>()
  /** The institution that tells the article itself as 我院; null as long as none is known to. */
  private narrator: Mention | null = null

  /** `narrators` are the words by which an institution tells the article itself. */
  constructor(
    private readonly context: DocumentContext,
    private readonly speaking: Speaking,
    private readonly narrators: readonly string[],
  ) {}

  /** The institution known so far to tell the article itself. */
  get teller(): Mention | null {
    return this.narrator
  }

  /** 前者 and 后者: of the two that this sentence, or the last that names any, has named; 后者 alone the last. */
  ofPair(span: Span, which: 'former' | 'latter', { clauses }: Telling): Mention | null {
    const before = distinct(clauses.named.before(span.start))
    if (before.length === 0) return this.pair[which === 'former' ? 0 : 1] ?? null
    if (which === 'latter') return before.at(-1) ?? null
    return before.length === 2 ? (before[0] ?? null) : null
  }

  /** Takes in what a sentence has named and pointed at. */
  remember(mentions: readonly Mention[], references: readonly Subject[]): void {
    const named = distinct(mentions.filter(({ value }) => value.type === 'entity'))
    if (named.length > 0) this.pair = named.length === 2 ? named : []
    const pointed = references.at(-1)?.mention ?? null
    const recent: Mention[] = pointed === null ? [] : [pointed]
    const add = (mention: Mention): void => {
      if (recent.length < REMEMBERED && !recent.some((other) => nameOf(other) === nameOf(mention)))
        recent.push(mention)
    }
    for (let index = mentions.length - 1; index >= 0; index--)
      if (mentions[index]!.value.type === 'entity') add(mentions[index]!)
    this.recent.forEach(add)
    this.recent = recent
  }

  /** 该院, never one of its own clause: in 甲医院与该院签约 it is another. */
  namedLast(span: Span, telling: Telling): Mention | null {
    const { clauses, opensParagraph } = telling
    const others = clauses.named.inClause(span.start).map(nameOf)
    const { focus: topic } = this.context
    // What is named only later is not pointed at, unless nothing else is.
    const focus = topic !== null && topic.span.start < span.start ? topic : null
    const candidates = [
      // 甲医院托管乙医院,并在该院挂牌: not with the one that does it.
      clauses.isObject(span) ? clauses.named.lastBeforeClause(span.start) : null,
      clauses.subjectBeforeClause(span.start),
      // A new paragraph returns to what the article is about.
      ...(opensParagraph ? [focus, ...this.recent] : [...this.recent, focus]),
    ]
    const isOther = (mention: Mention | null): boolean =>
      mention !== null && !others.includes(nameOf(mention))
    return this.mostAtHome(candidates.filter(isOther), telling) ?? (isOther(topic) ? topic : null)
  }

  /** 医院: the one named before that is at home there; not who only sends people, if there is another. */
  spokenOf(span: Span, { clauses, previous, host }: Telling): Mention | null {
    const named = clauses.subjectBefore(span.start)
    if (named !== null && !clauses.isSender(named.span)) return named
    const recent = this.recent.find((mention) => !clauses.isSender(mention.span))
    if (named !== null) {
      const beside = clauses.hostBefore(span.start)
      if (beside !== null) return beside
    }
    const home = host?.mention ?? this.context.focus ?? recent
    return home ?? named ?? previous?.mention ?? null
  }

  /** 协助建成…: whom one of the sentence helps, who is named beside it, or spoken of before; null for nobody else. */
  helped(span: Span, { clauses, host, previous }: Telling): Mention | null {
    const helper = clauses.subjectBefore(span.start) ?? previous?.mention ?? null
    const isOther = (mention: Mention | null): mention is Mention =>
      mention !== null && (helper === null || nameOf(mention) !== nameOf(helper))
    const candidates = [
      clauses.objectBefore(span.start),
      host?.mention ?? null,
      previous?.mention ?? null,
      this.context.focus,
    ]
    return candidates.find(isOther) ?? null
  }

  /** 它: whom an earlier clause speaks of; else whom the sentence before does. */
  topicBefore(span: Span, { clauses, previous, host }: Telling): Mention | null {
    const others = clauses.named.inClause(span.start).map(nameOf)
    const candidates = [
      clauses.subjectBeforeClause(span.start),
      host?.mention ?? null,
      previous?.mention ?? null,
      this.context.focus,
    ]
    return candidates.find((mention) => mention && !others.includes(nameOf(mention))) ?? null
  }

  /** 我院: the speaker's; else who publishes, if it is an institution; never one of its own clause. */
  speakers(span: Span, telling: Telling): Mention | null {
    const { own, focus, body } = this.context
    const { clauses, host } = telling
    const { attributions, isOffice } = this.speaking
    const said = attributions.institutionAt(span.start)
    if (said !== null) return said
    // 患者家属说,“我们去了北京”: they speak for no institution.
    const attribution = attributions.at(span.start)
    if (attribution?.organization === null && !isOffice(attribution.role)) return null
    if (own !== null) return own.mention
    if (this.narrator !== null) return this.narrator
    for (const other of clauses.named.beside(span)) this.notOwn.add(nameOf(other))
    const near = [clauses.subjectBeforeClause(span.start), host?.mention ?? null]
    // 院长说,“我们…”: an office without a name belongs to whom the article is about.
    const candidates =
      attribution === null ? [...near, focus, ...this.recent] : [focus, ...near, ...this.recent]
    const found = this.mostAtHome(
      candidates.filter((mention) => mention && !this.notOwn.has(nameOf(mention))),
      telling,
    )
    // Outside quotations it is the page that says 我院, and means the same one from there on.
    const word = body.slice(span.start, span.end)
    if (this.narrators.includes(word) && !clauses.isQuoted(span)) this.narrator = found
    return found
  }

  /** The first that lies in the article's province and sends nobody; else one of which either is true. */
  private mostAtHome(
    candidates: readonly (Mention | null)[],
    { clauses, previous }: Telling,
  ): Mention | null {
    const named = candidates.filter((mention) => mention !== null)
    const topic = previous?.mention ?? null
    // A paragraph about another place speaks of the institutions there.
    const isElsewhere = topic !== null && this.context.isAway(topic)
    const near = named.filter((mention) => isElsewhere || !this.context.isAway(mention))
    const isHost = ({ span }: Mention): boolean => !clauses.isSender(span)
    return near.find(isHost) ?? near[0] ?? named.find(isHost) ?? named[0] ?? null
  }
}

const REMEMBERED = 4
/** The most that are told apart in a sentence: of more, nobody says 前者. */
const MOST_IN_PAIR = 6

function distinct(mentions: readonly Mention[]): readonly Mention[] {
  const named: Mention[] = []
  for (const mention of mentions) {
    if (named.length > MOST_IN_PAIR) break
    if (!named.some((other) => nameOf(other) === nameOf(mention))) named.push(mention)
  }
  return named
}

function nameOf({ value }: Mention): string {
  return value.type === 'entity' ? value.entity.name : ''
}
