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
    .map((tie) => pairOf(tie, partners))
}

const PARTS = /[；;。]/

/** Who helps first: as the relation or the article tells, else as they are named. */
function pairOf(tie: Relation, partners: Partners): Pair {
  const { relation, subject, object, roles } = tie
  const one = fillerOf(subject, roles.subject)
  const other = fillerOf(object, roles.object)
  const side = partners.sideOfObject(relation)
  const isHelped =
    side === 'helper' ||
    (side === 'either' && partners.helpedBy(object.name).includes(subject.name))
  return isHelped ? { subject: other, object: one } : { subject: one, object: other }
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
