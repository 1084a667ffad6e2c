import { hullOf, type Span } from '../core/span.js'
import type { FactRecord, MentionRecord } from '../pipeline/records.js'
import type { AnnotatedArticle, AnnotatedKind } from './annotated-article.js'

/** An article as an annotation for `eval`: `NAME.gold.json`. Plans and targets are not annotated. */
export function toGold(
  { name, article, sentences, mentions, facts }: AnnotatedArticle,
  kinds: readonly AnnotatedKind[],
): object {
  const { title, published, publisher, author, spans } = article
  const sentenceText = new Map(sentences.map(({ id, text }) => [id, text]))
  const body = spans.map(({ start, end }) => [start, end])
  return {
    doc: name,
    ...(kinds.includes('article') ? { title, published, source: publisher, author, body } : {}),
    ...(kinds.includes('mention') ? goldMentions(mentions) : {}),
    ...(kinds.includes('fact')
      ? {
          facts: facts
            .filter(({ modality }) => modality === 'actual')
            .map((fact) => goldFact(fact, sentenceText.get(fact.sentence) ?? '')),
        }
      : {}),
  }
}

/** A fact as an annotation has it. */
export function goldFact(fact: FactRecord, sentence: string): object {
  const { kind, subject, metric, quantity, relation, object, event, time } = fact
  return {
    kind,
    subject: subject.name,
    ...(metric === undefined ? {} : { metric: metric.text }),
    ...(quantity === undefined ? {} : quantity),
    ...(relation === undefined ? {} : { relation }),
    ...(object === undefined ? {} : { object: object.name }),
    ...(event === undefined ? {} : { event }),
    time: time?.value ?? null,
    sentence,
  }
}

function goldMentions(mentions: readonly MentionRecord[]): object {
  const placed = mentions.map((mention) => ({ ...mention, hull: hullOf(mention.spans) }))
  const at = ({ hull, text }: { hull: Span; text: string }): object => ({ ...hull, text })
  return {
    entities: placed.flatMap(({ entity, kind, ...rest }) =>
      entity === undefined ? [] : [{ kind, ...at(rest), canonical: entity.name }],
    ),
    quantities: placed.flatMap(({ quantity, ...rest }) =>
      quantity === undefined ? [] : [{ ...at(rest), ...quantity }],
    ),
    dates: placed.flatMap(({ date, ...rest }) =>
      date === undefined
        ? []
        : [{ ...at(rest), type: date.type, value: date.value, mod: date.mod }],
    ),
  }
}
