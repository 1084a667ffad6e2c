import { z } from 'zod'
import type { Gold, GoldDate, GoldEntity, GoldFact, GoldQuantity } from './gold.js'

/** What a body of an annotation says, where it says something that is scored. */
export type WebBody =
  | { readonly article: Pick<Gold, 'title' | 'published' | 'source' | 'author'> }
  | { readonly entity: Words<GoldEntity> }
  | { readonly quantity: Words<GoldQuantity> }
  | { readonly date: Words<GoldDate> }
  | { readonly fact: GoldFact; readonly modality: string }
  | { readonly other: true }

type Words<T> = Omit<T, 'start' | 'end'>

const text = z.string().nullable().default(null)
const amount = {
  amount: z.union([z.string(), z.number()]).nullable().default(null),
  low: z.union([z.string(), z.number()]).nullable().default(null),
  high: z.union([z.string(), z.number()]).nullable().default(null),
  unit: z.string(),
  mod: z.string().default('exact'),
}

const party = z.object({ fullName: z.string() })

const articleBody = z
  .object({
    type: z.literal('schema:NewsArticle'),
    headline: text,
    datePublished: text,
    publisher: text,
    author: text,
  })
  .transform(({ headline, datePublished, publisher, author }): WebBody => {
    return { article: { title: headline, published: datePublished, source: publisher, author } }
  })

const entityBody = z
  .object({
    type: z.literal('yuanju:Entity'),
    kind: z.string(),
    words: z.string(),
    fullName: z.string(),
  })
  .transform(({ kind, words, fullName }): WebBody => {
    return { entity: { kind, text: words, canonical: fullName } }
  })

const quantityBody = z
  .object({ type: z.literal('schema:QuantitativeValue'), words: z.string(), ...amount })
  .transform(({ words, amount: value, low, high, unit, mod }): WebBody => {
    return { quantity: { text: words, value, low, high, unit, mod } }
  })

const dateBody = z
  .object({
    type: z.literal('yuanju:Date'),
    words: z.string(),
    timexType: z.string(),
    timex: z.string(),
    mod: text,
  })
  .transform(({ words, timexType, timex, mod }): WebBody => {
    return { date: { text: words, type: timexType, value: timex, mod } }
  })

const factBody = z
  .object({
    type: z.enum(['yuanju:measure', 'yuanju:relation', 'yuanju:event']),
    kind: z.enum(['measure', 'relation', 'event']),
    sentence: z.string().optional(),
    modality: z.string().default('actual'),
    subject: party,
    metric: z.string().optional(),
    quantity: z.object(amount).optional(),
    relation: z.string().optional(),
    event: z.string().optional(),
    object: party.optional(),
    time: z.object({ timex: z.string() }).optional(),
  })
  .transform(({ type: _, modality, subject, quantity, object, time, ...rest }): WebBody => {
    const { amount: value, ...bounds } = quantity ?? {}
    const fact = {
      ...rest,
      subject: subject.fullName,
      ...(quantity === undefined ? {} : { value, ...bounds }),
      object: object?.fullName,
      time: time?.timex ?? null,
    }
    return { fact, modality }
  })

const otherBody = z.unknown().transform((): WebBody => ({ other: true }))

/** A value alone is a list of one, as JSON-LD has it. */
function listOf<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z.union([z.array(item), item.transform((one) => [one])])
}

const selector = z.object({
  type: z.string(),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
})

const webTarget = z.union([
  z.string().transform(() => ({ selector: [] })),
  z.object({ selector: listOf(selector).default([]) }),
])

export type WebTarget = z.infer<typeof webTarget>

export const annotationPage = z.object({
  /** The kinds of records that it is complete in. */
  annotates: z.array(z.string()).optional(),
  wasGeneratedBy: z
    .object({ used: z.object({ format: z.string().optional() }).optional() })
    .optional(),
  items: z.array(
    z.object({
      body: listOf(
        z.union([articleBody, entityBody, quantityBody, dateBody, factBody, otherBody]),
      ).default([]),
      target: listOf(webTarget),
    }),
  ),
})
