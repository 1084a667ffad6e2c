import { z } from 'zod'
import type { Span } from '../core/span.js'
import { parseJson } from './annotation-problem.js'

/** What a careful reader wrote down of one document. A list that is missing is not scored. */
export interface Gold {
  /** null: looked for and not there. Missing: not scored. */
  readonly published?: string | null | undefined
  readonly title?: string | null | undefined
  readonly source?: string | null | undefined
  readonly author?: string | null | undefined
  readonly body?: readonly Span[] | undefined
  readonly junk?: readonly GoldJunk[] | undefined
  readonly entities?: readonly GoldEntity[] | undefined
  readonly quantities?: readonly GoldQuantity[] | undefined
  readonly dates?: readonly GoldDate[] | undefined
  readonly facts?: readonly GoldFact[] | undefined
  /**
   * Facts that people found wrong. Where the list is there, `facts` are those they found right, and what
   * stands in neither is not scored.
   */
  readonly rejected?: readonly GoldFact[] | undefined
}

export interface GoldJunk extends Span {
  readonly kind: string
}

export interface GoldEntity extends Span {
  readonly kind: string
  readonly text: string
  readonly canonical: string
}

type GoldNumber = number | string | null

export interface GoldQuantity extends Span {
  readonly text: string
  readonly value: GoldNumber
  readonly low: GoldNumber
  readonly high: GoldNumber
  readonly unit: string
  readonly mod: string
}

export interface GoldDate extends Span {
  readonly text: string
  readonly type: string
  readonly value: string
  readonly mod: string | null
}

export interface GoldFact {
  readonly kind: 'measure' | 'relation' | 'event'
  readonly subject: string
  readonly metric?: string | null | undefined
  readonly value?: GoldNumber | undefined
  readonly low?: GoldNumber | undefined
  readonly high?: GoldNumber | undefined
  readonly unit?: string | null | undefined
  readonly mod?: string | null | undefined
  readonly relation?: string | null | undefined
  readonly object?: string | null | undefined
  readonly event?: string | null | undefined
  readonly time?: string | null | undefined
  readonly sentence?: string | undefined
  /** The hull of its words in the source, where it is this place that was judged. */
  readonly place?: Span | undefined
}

/**
 * Reads an annotation; `hospitals` and `entities` become one list.
 * @throws {ConfigError} if it is not as the contract says; `file` is what the message shows
 */
export function parseGold(text: string, file: string): Gold {
  return parseJson(text, goldFile, file)
}

const number = z.union([z.number(), z.string()]).nullable()
const text = z.string().nullable().optional()
const span = { start: z.number().int(), end: z.number().int() }
const entity = z.object({ ...span, text: z.string(), canonical: z.string() })

const fact = z
  .object({
    kind: z.enum(['measure', 'relation', 'event']),
    subject: z.string(),
    metric: text,
    value: number.optional(),
    low: number.optional(),
    high: number.optional(),
    unit: text,
    mod: text,
    relation: text,
    object: text,
    event: text,
    time: text,
    sentence: z.string().optional(),
    start: z.number().int().optional(),
    end: z.number().int().optional(),
  })
  .transform(({ start, end, ...rest }): GoldFact => {
    return start === undefined || end === undefined ? rest : { ...rest, place: { start, end } }
  })

/** What the format's own list `hospitals` holds; other kinds stand in `entities`, each with its kind. */
const HOSPITALS_KIND = 'hospital'

const goldFile = z
  .object({
    published: text,
    title: text,
    source: text,
    author: text,
    body: z.array(z.tuple([z.number(), z.number()])).optional(),
    junk: z.array(z.tuple([z.number(), z.number(), z.string()])).optional(),
    hospitals: z.array(entity).optional(),
    entities: z.array(entity.extend({ kind: z.string() })).optional(),
    quantities: z
      .array(
        z.object({
          ...span,
          text: z.string(),
          value: number.default(null),
          low: number.default(null),
          high: number.default(null),
          unit: z.string(),
          mod: z.string().default('exact'),
        }),
      )
      .optional(),
    dates: z
      .array(
        z.object({
          ...span,
          text: z.string(),
          type: z.string(),
          value: z.string(),
          mod: z.string().nullable().default(null),
        }),
      )
      .optional(),
    facts: z.array(fact).optional(),
    rejected: z.array(fact).optional(),
  })
  .transform(({ hospitals, entities, body, junk, ...rest }): Gold => {
    const all = [
      ...(hospitals ?? []).map((mention) => ({ ...mention, kind: HOSPITALS_KIND })),
      ...(entities ?? []),
    ]
    return {
      ...rest,
      body: body?.map(([start, end]) => ({ start, end })),
      junk: junk?.map(([start, end, kind]) => ({ start, end, kind })),
      entities: hospitals === undefined && entities === undefined ? undefined : all,
    }
  })
