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
    const subject = bearerOf(fact.subject)
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

  function bearerOf({ name, text }: Party): { readonly party: Party; readonly role: Role } | null {
    const mention = partners.bearerOf(name)
    const party = mention === null ? null : partyOf(mention, body)
    return party && { party: { ...party, text }, role: { mention, basis: 'coreference' } }
  }
}
