import { z } from 'zod'
import type { ConfigProblem } from '../core/errors.js'
import type { StageCheck } from '../core/stage.js'

/** A text that proves a rule of a recogniser. */
export interface MentionExample {
  readonly text: string
  /** What the text stands in: the day of publication, the sentence before it. */
  readonly given: { readonly published?: string | undefined; readonly before?: string | undefined }
  /** The mentions expected, by the fields that matter: text, value, low, high, unit, mod, type … */
  readonly gives: readonly Readonly<Record<string, unknown>>[]
}

/** An example as written in a rule file: a text alone, or with what is given and expected. */
export const mentionExampleSchema = z.union([
  z.string().transform((text): MentionExample => ({ text, given: {}, gives: [] })),
  z.strictObject({
    text: z.string(),
    given: z
      .strictObject({ published: z.string().optional(), before: z.string().optional() })
      .default({}),
    gives: z
      .union([z.record(z.string(), z.unknown()), z.array(z.record(z.string(), z.unknown()))])
      .transform((gives) => (Array.isArray(gives) ? gives : [gives]))
      .default([]),
  }),
])

/** The parts that every rule of a recogniser has. */
export const provenRuleShape = {
  id: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/, 'expected an id such as quantities/rank'),
  why: z.string().min(1),
  matches: z.array(mentionExampleSchema).min(1, 'expected at least one example that matches'),
  rejects: z
    .array(mentionExampleSchema)
    .min(1, 'expected at least one example that does not match'),
}

/** A rule with its examples and its place in a file. */
export interface ProvenRule {
  readonly id: string
  readonly file: string
  readonly line: number
  /** `finds`: it makes or shapes a mention; `bars`: where it applies there is no mention. */
  readonly effect: 'finds' | 'bars'
  readonly matches: readonly MentionExample[]
  readonly rejects: readonly MentionExample[]
}

/** A mention found in an example, with the ids of the rules that had part in it. */
export interface ExampleMention {
  readonly rules: readonly string[]
  /** `text`, and the fields of its value. */
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * Runs the examples of rules through the recogniser they belong to. Where `gives` is told, a mention
 * with those fields must be there; where it is not, any that the rule had part in will do.
 */
export function proveMentionRules(
  rules: readonly ProvenRule[],
  find: (example: MentionExample) => readonly ExampleMention[],
): StageCheck {
  const problems: ConfigProblem[] = []
  for (const rule of rules) {
    const { id, file, line } = rule
    const report = (message: string): void => {
      problems.push({ code: 'rule-example-failed', file, line, column: null, id, message })
    }
    let isReached = rule.effect === 'bars'
    for (const example of rule.matches) {
      const found = find(example)
      isReached ||= found.some((mention) => mention.rules.includes(id))
      if (!applies(rule, example, found))
        report(`should match “${example.text}”, found ${describe(found)}.`)
    }
    if (!isReached) {
      const message = 'has no part in any of its examples: others find what they show.'
      const code = 'rule-unreached'
      problems.push({ code, severity: 'warning', file, line, column: null, id, message })
    }
    for (const example of rule.rejects) {
      const found = find(example)
      if (applies(rule, { ...example, gives: [] }, found))
        report(`should not match “${example.text}”, found ${describe(found)}.`)
      else if (!example.gives.every((gives) => found.some((mention) => agrees(mention, gives))))
        report(`expected other mentions in “${example.text}”, found ${describe(found)}.`)
    }
  }
  const examples = rules.reduce(
    (sum, { matches, rejects }) => sum + matches.length + rejects.length,
    0,
  )
  return { problems, rules: rules.length, examples }
}

function applies(
  rule: ProvenRule,
  example: MentionExample,
  found: readonly ExampleMention[],
): boolean {
  if (example.gives.length > 0)
    return example.gives.every((gives) => found.some((mention) => agrees(mention, gives)))
  if (rule.effect === 'bars') return found.length === 0
  return found.some((mention) => mention.rules.includes(rule.id))
}

function agrees(mention: ExampleMention, gives: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(gives).every(
    ([name, value]) => asText(mention.fields[name]) === asText(value),
  )
}

/** YAML reads 2024 as a number and 2024-03 as text; both are compared as they are written. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}

function describe(found: readonly ExampleMention[]): string {
  if (found.length === 0) return 'nothing'
  return found.map(({ fields }) => JSON.stringify(fields)).join(', ')
}
