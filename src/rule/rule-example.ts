import { z } from 'zod'

/** A sentence a rule must, or must not, find a fact in. */
export interface RuleExample {
  readonly text: string
  /** What the sentence stands in: the day of publication, the place, sentences before it. */
  readonly given: ExampleContext
  /** The facts expected, by the fields that matter: subject, metric, value, unit, time, object … */
  readonly gives: readonly Expectation[]
}

const decimal = z.union([z.number(), z.string()]).nullable()
const expectationSchema = z
  .strictObject({
    kind: z.string(),
    subject: z.string(),
    metric: z.string(),
    value: decimal,
    low: decimal,
    high: decimal,
    unit: z.string(),
    mod: z.string(),
    relation: z.string(),
    object: z.string(),
    event: z.string(),
    time: z.string().nullable(),
    modality: z.string(),
    speaker: z.string().nullable(),
    role: z.string().nullable(),
    organization: z.string().nullable(),
  })
  .partial()

/** The fields of a fact that an example asks for. */
export type Expectation = z.infer<typeof expectationSchema>

export interface ExampleContext {
  readonly published?: string | undefined
  readonly region?: string | undefined
  readonly before?: string | undefined
}

/** The form of an example: a sentence, or one with what it is given and gives. */
export const exampleSchema: z.ZodType<RuleExample> = z.union([
  z.string().transform((text) => ({ text, given: {}, gives: [] })),
  z.strictObject({
    text: z.string(),
    given: z
      .strictObject({
        published: z.string().optional(),
        region: z.string().optional(),
        before: z.string().optional(),
      })
      .default({}),
    gives: z
      .union([expectationSchema, z.array(expectationSchema)])
      .transform((gives) => (Array.isArray(gives) ? gives : [gives]))
      .default([]),
  }),
])
