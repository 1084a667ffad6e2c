import type { FactRecord, MentionRecord, QuantityValue } from '../pipeline/records.js'
import { ownIri } from './web-context.js'

/** The bodies of an annotation: its kind as a tag, its value in words, and for programs. */
export function mentionBodies(mention: MentionRecord): readonly object[] {
  const { kind, text, entity, quantity, date } = mention
  if (entity !== undefined) {
    const value = {
      type: 'yuanju:Entity',
      kind,
      words: text,
      fullName: entity.name,
      ...(entity.id === null ? {} : { entry: ownIri(`entry:${entity.id}`) }),
    }
    return [tag(kind), says('identifying', entity.name), value]
  }
  if (quantity !== undefined)
    return [
      tag(kind),
      says('describing', quantityText(quantity)),
      { ...quantityValue(quantity), words: text },
    ]
  if (date === undefined) return [tag(kind)]
  const { type, value, mod, start, end } = date
  const node = {
    type: 'yuanju:Date',
    words: text,
    timexType: type,
    timex: value,
    ...given({ mod, from: start, until: end }),
  }
  return [tag(kind), says('describing', mod === null ? value : `${value} ${mod}`), node]
}

export function factBodies(fact: FactRecord, sentence: string): readonly object[] {
  const { kind, subject, metric, quantity, relation, object, event, time, modality } = fact
  const { attribution } = fact
  const said = metric?.text ?? relation ?? event ?? ''
  const amount = quantity === undefined ? [] : [quantityText(quantity)]
  const when = time === null ? [] : [time.value]
  const words = [subject.name, said, ...amount, object?.name ?? [], ...when].flat()
  const value = {
    type: `yuanju:${kind}`,
    kind,
    sentence,
    modality,
    subject: partyNode(subject, fact.roles.subject),
    ...given({ metric: metric?.text, relation, event }),
    ...(quantity === undefined
      ? {}
      : { quantity: { ...quantityValue(quantity), ...playedBy(fact.roles.quantity) } }),
    ...(object === undefined ? {} : { object: partyNode(object, fact.roles.object) }),
    ...(time === null
      ? {}
      : {
          time: {
            type: 'yuanju:Date',
            timex: time.value,
            ...given({ mod: time.mod, from: time.start, until: time.end }),
            ...playedBy(fact.roles.time),
          },
        }),
    ...(attribution === null
      ? {}
      : given({
          speaker: attribution.speaker,
          speakerRole: attribution.role,
          organization: attribution.organization,
        })),
  }
  return [tag(kind), says('describing', words.join(' · ')), value]
}

/** `1413300 人次 at-least` */
function quantityText({ value, low, high, unit, mod }: QuantityValue): string {
  const amount = value === null ? `${low ?? '…'}–${high ?? '…'}` : String(value)
  return `${amount} ${unit}${mod === 'exact' ? '' : ` ${mod}`}`
}

/** Decimals as text: a JSON number would be read as a double. */
function quantityValue({ value, low, high, unit, mod }: QuantityValue): object {
  const decimal = (number: number | string | null): string | null =>
    number === null ? null : String(number)
  return {
    type: 'schema:QuantitativeValue',
    ...given({ amount: decimal(value), low: decimal(low), high: decimal(high) }),
    unit,
    mod,
  }
}

function partyNode(
  { kind, id, name, text }: FactRecord['subject'],
  role: FactRecord['roles']['subject'],
): object {
  return {
    type: 'yuanju:Party',
    kind,
    words: text,
    fullName: name,
    ...(id === null ? {} : { entry: ownIri(`entry:${id}`) }),
    ...playedBy(role),
  }
}

function playedBy(role: FactRecord['roles']['subject']): object {
  if (role === undefined) return {}
  const { mention, basis } = role
  return { basis, ...(mention === null ? {} : { mention: ownIri(mention) }) }
}

function tag(value: string): object {
  return { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value }
}

function says(purpose: 'identifying' | 'describing', value: string): object {
  return { type: 'TextualBody', purpose, format: 'text/plain', language: 'zh-Hans', value }
}

/** In JSON-LD what is null is not said. */
function given(properties: Readonly<Record<string, string | null | undefined>>): object {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value != null))
}
