import { bisect } from '../../core/bisect.js'
import type { Party, RoleBasis } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import type { Span } from '../../core/span.js'

/** Someone or some place that a sentence can speak of. */
export interface Subject {
  readonly party: Party
  /** The mention it is, or for 该院 and the like the mention it stands for; null for a place. */
  readonly mention: Mention | null
  readonly basis: RoleBasis
  /** Where the sentence says so. */
  readonly span: Span
  /** True for who sends people elsewhere: what grows there is not said of it. */
  readonly sends: boolean
  /** True for who is helped by another that the sentence speaks of: who sends people is the other. */
  readonly isHelped?: boolean
}

/** Two or more at once, as 两院: what is said of them is said of none. */
export interface Several {
  readonly party: null
  readonly span: Span
}

/** The subjects of one sentence, in text order, and the one that the paragraph brings along. */
export interface SentenceSubjects {
  readonly found: readonly (Subject | Several)[]
  /** Those by whom something is done: 由甲医院派驻. */
  readonly agents: readonly Subject[]
  /** 该院, 我院 and the like, whatever part they play. */
  readonly references: readonly Subject[]
  /** 医院 where it opens a clause, so that it can play the part of a name. */
  readonly standIns: readonly Subject[]
  readonly inherited: Subject | null
  /** The institution spoken of before that sends nobody. */
  readonly host: Subject | null
  /** Whom the article is about before others. */
  readonly focus: Subject | null
  /** Whom the whole article is about, without a name; null where that is not clear. */
  readonly topic: Subject | null
  /** Where the first other name stands: from there on the article's topic is not understood. */
  readonly topicUntil: number
}

/** The party that an entity mention is; null for a mention of another sort. */
export function partyOf(mention: Mention, body: string): Party | null {
  if (mention.value.type !== 'entity') return null
  const { id, name } = mention.value.entity
  return { kind: mention.kind, id, name, text: body.slice(mention.span.start, mention.span.end) }
}

export interface SubjectDemand {
  /** Words stand at the place, so that the subject may be the one they open with. */
  readonly opened: boolean
  /** It may be the one that the paragraph brings along. */
  readonly inherits: boolean
  /** It is not who only sends people, if there is another. */
  readonly hosts: boolean
  /** It is who sends people, not who is helped. */
  readonly sends: boolean
}

/**
 * The subject named last before `at`; or, where words stand there, the one they open with; else, if
 * allowed, the one that the paragraph brings along.
 */
export function subjectBefore(
  { found, agents, inherited, host, focus }: SentenceSubjects,
  at: number,
  { opened, inherits, hosts, sends }: SubjectDemand,
): Subject | null {
  const first = bisect(found.length, (index) => found[index]!.span.start < at)
  const opening = opened ? found[first] : undefined
  if (opening?.span.start === at) return opening.party === null ? null : opening
  const agent = sends
    ? agents[bisect(agents.length, (index) => agents[index]!.span.end <= at) - 1]
    : undefined
  let sender: Subject | null = null
  for (let index = first - 1; index >= 0; index--) {
    const subject = found[index]!
    if (subject.span.end > at) continue
    if (agent !== undefined && agent.span.start >= subject.span.start) return agent
    if (subject.party === null) return null
    if (sends && subject.isHelped === true && hasOther(found, index)) continue
    if (!hosts || !subject.sends) return subject
    sender ??= subject
  }
  if (agent !== undefined) return agent
  // Of one that sends people to where it is not told, or to the one that the article is about, nothing is known.
  const atHome = (other: Subject): Subject | null => {
    if (host !== null) return carry(host)
    return focus === null || focus.party.name === other.party.name ? other : null
  }
  if (sender !== null) return inherits ? atHome(sender) : sender
  const brought = hosts && inherited?.sends === true ? atHome(inherited) : inherited
  // A place is spoken of only where the sentence names it.
  return !inherits || brought?.mention == null ? null : carry(brought)
}

/** True where one stands before that is not helped itself. */
function hasOther(found: readonly (Subject | Several)[], index: number): boolean {
  return found
    .slice(Math.max(0, index - MOST_LOOKED_AT), index)
    .some((subject) => subject.party !== null && subject.isHelped !== true)
}

/** Where the last subject inside the words starts, so that they are said of that one; else where the words do. */
export function lastInside({ found }: SentenceSubjects, { start, end }: Span): number {
  for (
    let index = bisect(found.length, (at) => found[at]!.span.start < end) - 1;
    index >= 0;
    index--
  ) {
    const { span } = found[index]!
    if (span.start < start) break
    if (span.end < end) return span.start
  }
  return start
}

/**
 * True where two or more at once are spoken of, or, where who sends people is not meant, such a one, so
 * that nobody else is understood.
 */
export function isHidden({ found }: SentenceSubjects, at: number, hosts: boolean): boolean {
  const before = bisect(found.length, (index) => found[index]!.span.start < at)
  const opening = found[before]
  if (opening?.span.start === at && opening.party === null) return true
  const last = found[before - 1]
  return last !== undefined && (last.party === null || (hosts && last.sends))
}

/** Whom the article is about, where nothing said before `at` leads away from that. */
export function topicAt({ topic, topicUntil }: SentenceSubjects, at: number): Subject | null {
  return at <= topicUntil ? topic : null
}

function carry(subject: Subject): Subject {
  return { ...subject, basis: subject.mention === null ? 'region' : 'inherited' }
}

const MOST_LOOKED_AT = 20
