import type { Fact, Party, Role } from '../../core/fact.js'
import type { Cues } from './cues.js'
import type { Partners } from './partners.js'
import { partyOf } from './sentence-subjects.js'

/**
 * Says of the institution what is said of its plaque (广东省人民医院赣州医院揭牌: of 赣州市立医院), the
 * relation between the two names left alone.
 */
export function nameBearers(
  facts: readonly Fact[],
  partners: Partners,
  body: string,
  cues: Cues,
): Fact[] {
  return facts.flatMap((fact): Fact[] => {
    if (fact.kind === 'relation' && cues.partners.sameAs.includes(fact.relation)) return [fact]
    const subject =
      bearerOf(fact.subject) ?? (fact.kind === 'event' ? helpedBeside(fact.roles.subject) : null)
    const named: Fact =
      subject === null
        ? fact
        : { ...fact, subject: subject.party, roles: { ...fact.roles, subject: subject.role } }
    if (named.kind !== 'relation') return [named]
    const object = bearerOf(named.object)
    const whole =
      object === null
        ? named
        : { ...named, object: object.party, roles: { ...named.roles, object: object.role } }
    return whole.subject.name === whole.object.name ? [] : [whole]
  })

  /** 甲医院与乙医院共建的中心获批: of 乙, whom 甲 helps. */
  function helpedBeside(role: Role | undefined): Bearer | null {
    const mention = role?.mention ?? null
    if (mention === null || mention.value.type !== 'entity') return null
    const helped = partners.helpedBy(mention.value.entity.name)
    const beside = partners.besides(mention, COMITATIVE)
    const party = beside === null ? null : partyOf(beside, body)
    if (party === null || !helped.includes(party.name)) return null
    return { party, role: { mention: beside, basis: 'stated' } }
  }

  function bearerOf({ name, text }: Party): Bearer | null {
    const mention = partners.bearerOf(name)
    const party = mention === null ? null : partyOf(mention, body)
    return party && { party: { ...party, text }, role: { mention, basis: 'coreference' } }
  }
}

interface Bearer {
  readonly party: Party
  readonly role: Role
}

const COMITATIVE = '与和同'
