import type { Party, Relation, Role } from '../../core/fact.js'
import type { RuleMatch } from '../../rule/match-rules.js'
import type { Partners } from './partners.js'
import type { Filler, SentenceReading } from './roles.js'

/** The two parties of a relation. */
export interface Pair {
  readonly subject: Filler
  readonly object: Filler
}

/**
 * Who is meant by a match that names nobody: the parties of the tie told last before it in the sentence,
 * who helps as the subject (甲医院托管乙医院、丙医院,派驻专家9名). None where another is named between.
 */
export function pairsOfTie(match: RuleMatch, reading: SentenceReading): readonly Pair[] {
  const { sentence, body, mentions } = reading
  const partners = reading.partners?.partners
  if (partners === undefined) return []
  const { start } = match.span
  const ties = partners.tiesIn(sentence.index).filter((tie) => endOf(tie) <= start)
  const until = Math.max(...ties.map(endOf))
  const last = ties.find((tie) => endOf(tie) === until)
  if (last === undefined || PARTS.test(body.slice(until, start))) return []
  const names = [last.subject.name, last.object.name]
  const isOtherNamed = mentions.some(
    ({ value, span }) =>
      value.type === 'entity' &&
      !names.includes(value.entity.name) &&
      span.start >= until &&
      span.end <= start,
  )
  if (isOtherNamed) return []
  return ties
    .filter((tie) => tie.origin.rule === last.origin.rule && startOf(tie) === startOf(last))
    .flatMap((tie) => pairOf(tie, partners, reading) ?? [])
}

const PARTS = /[；;。]/

/** Who helps first: as the article knows it, else as they are named, unless the article is about the first. */
function pairOf(tie: Relation, partners: Partners, { subjects }: SentenceReading): Pair | null {
  const { subject, object, roles } = tie
  const forth = {
    subject: fillerOf(subject, roles.subject),
    object: fillerOf(object, roles.object),
  }
  const back = { subject: forth.object, object: forth.subject }
  const side = partners.sideOfObject(tie.relation)
  if (side !== 'either') return side === 'helped' ? forth : back
  if (partners.helpedBy(object.name).includes(subject.name)) return back
  const isKnown = partners.helpedBy(subject.name).includes(object.name)
  return isKnown || subjects.topic?.party.name !== subject.name ? forth : null
}

function fillerOf(party: Party, role: Role | undefined): Filler {
  const own = role ?? { mention: null, basis: 'inherited' }
  return { party, role: own, span: own.mention?.span ?? null, place: null, isPartner: true }
}

/** Where the evidence of a tie begins, alike for all members of a list. */
function startOf({ spans }: Relation): number {
  return spans[0]?.start ?? 0
}

function endOf({ roles }: Relation): number {
  return Math.max(roles.subject?.mention?.span.end ?? 0, roles.object?.mention?.span.end ?? 0)
}
