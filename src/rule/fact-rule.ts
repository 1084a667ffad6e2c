import { z } from 'zod'
import type { ConfigProblem } from '../core/errors.js'
import { ConfigError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import type { PipelineNames } from '../core/stage.js'
import { parseYaml, type YamlFile, type YamlPath } from '../dictionary/yaml.js'
import { type CompiledPattern, compilePattern } from './compile-pattern.js'
import type { Alphabet } from './folding.js'
import { parsePattern, PatternError, type PatternNode } from './pattern-syntax.js'

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

const exampleSchema: z.ZodType<RuleExample> = z.union([
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

/** A part of a template: words as they are, or those that a role caught. */
export type TemplatePart =
  { readonly role: null; readonly text: string } | { readonly role: string }

function parseTemplate(template: string): TemplatePart[] {
  return template
    .split(/(\{[a-z-]+\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{') ? { role: part.slice(1, -1) } : { role: null, text: part },
    )
}

const recordSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('measure'),
    /** The metric's words: `{metric}` unless told; `{head}增长率` puts a captured slot in. */
    metric: z.string().default('{metric}').transform(parseTemplate),
    /** 甲、乙分别为x、y: of several subjects, or metrics, each has the amount in its place. */
    pairs: z.boolean().default(false),
    /** 从x到y: the first amount has a time of its own or none, the last that of the sentence. */
    change: z.boolean().default(false),
    /** Not said of who only sends people there: 甲医院派驻专家9名,乙病手术量增长一倍. */
    hosts: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('relation'),
    relation: z.string(),
    /** 甲、乙分别与丙、丁: the first with the first, the second with the second. */
    pairs: z.boolean().default(false),
    /** May hold between two names of one institution: 又名. */
    reflexive: z.boolean().default(false),
    /** Holds whenever: takes no time from the sentence. */
    timeless: z.boolean().default(false),
    /** Who plays the part that the pattern does not name: whom the context speaks of, or a known partner. */
    unnamed: z.enum(['context', 'partner']).default('context'),
    /** Said by no more than these words where the sentence has one of these between the same two. */
    unless: z.array(z.string()).default([]),
  }),
  z.strictObject({ kind: z.literal('event'), event: z.string() }),
  z.strictObject({
    kind: z.literal('attribution'),
    /** What the speaker said: the quotation at the match, or what is left of the sentence or paragraph. */
    covers: z.enum(['quotation', 'sentence', 'paragraph']),
  }),
])

export type RecordTemplate = z.infer<typeof recordSchema>

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/, 'expected an id such as measure/staff-sent'),
  why: z.string().min(1),
  pattern: z.union([z.string(), z.array(z.string()).min(1)]),
  record: recordSchema,
  /** Where two rules claim the same thing the higher priority wins, then the longer match. */
  priority: z.number().int().default(0),
  /** May take its subject from the sentences before when its own names none. */
  inherits: z.boolean().default(true),
  matches: z.array(exampleSchema).min(1, 'expected at least one example that matches'),
  rejects: z.array(exampleSchema).min(1, 'expected at least one example that does not match'),
})

const fileSchema = z.strictObject({
  phrases: z.record(z.string(), z.string()).default({}),
  rules: z.array(ruleSchema),
})

export interface FactRule {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly record: RecordTemplate
  readonly priority: number
  readonly inherits: boolean
  /** Alternative forms, tried in order; the first that matches a thing has it. */
  readonly patterns: readonly CompiledPattern[]
  readonly matches: readonly RuleExample[]
  readonly rejects: readonly RuleExample[]
}

/** What a slot of a pattern can ask for. A region or a person is no mention that leaves the stage. */
export function slotKinds({ entities }: PipelineNames): readonly string[] {
  return [...entities, 'quantity', 'date', 'region', 'person']
}

/**
 * Reads rule files and compiles their patterns. Phrases of all files are known to all.
 * @throws {ConfigError} with every problem of every file
 */
export function loadFactRules(
  files: readonly SourceFile[],
  names: PipelineNames,
  alphabet: Alphabet,
): FactRule[] {
  const problems: ConfigProblem[] = []
  const parsed: YamlFile<z.infer<typeof fileSchema>>[] = []
  for (const file of files)
    try {
      parsed.push(parseYaml(file, fileSchema))
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      problems.push(...error.problems)
    }
  const phrases = phrasesOf(parsed, problems)
  const kinds = slotKinds(names)
  const seen = new Map<string, string>()
  const rules: FactRule[] = []
  for (const file of parsed)
    for (const [index, rule] of file.value.rules.entries()) {
      const at: YamlPath = ['rules', index]
      const place = `${file.path}:${file.locate(at).line}`
      const other = seen.get(rule.id)
      if (other !== undefined) {
        const message = `this id is already used at ${other}; give one of them another.`
        problems.push(file.problem([...at, 'id'], 'rule-duplicate-id', message, rule.id))
      }
      seen.set(rule.id, place)
      problems.push(...unknownNames(file, at, rule, names))
      const sources = typeof rule.pattern === 'string' ? [rule.pattern] : rule.pattern
      const nodes: PatternNode[] = []
      for (const [part, source] of sources.entries())
        try {
          nodes.push(parsePattern(source, { kinds, phrases }))
        } catch (error) {
          if (!(error instanceof PatternError)) throw error
          const path =
            typeof rule.pattern === 'string' ? [...at, 'pattern'] : [...at, 'pattern', part]
          const shown = `${source.slice(0, error.offset)}⁂${source.slice(error.offset)}`
          const message = `pattern: ${error.message} (at ⁂ in: ${shown})`
          problems.push(file.problem(path, 'rule-pattern', message, rule.id))
        }
      rules.push({
        ...rule,
        file: file.path,
        line: file.locate(at).line,
        patterns: nodes.map((node) => compilePattern(node, alphabet)),
      })
    }
  if (problems.length > 0) throw new ConfigError(problems)
  return rules
}

/** The phrases of all files by name; one name cannot mean two things. */
function phrasesOf(
  files: readonly YamlFile<z.infer<typeof fileSchema>>[],
  problems: ConfigProblem[],
): Readonly<Record<string, string>> {
  const phrases: Record<string, string> = {}
  for (const file of files)
    for (const [name, phrase] of Object.entries(file.value.phrases)) {
      if (phrases[name] !== undefined) {
        const message = `another file already has a phrase $${name}; give one of them another name.`
        problems.push(file.problem(['phrases', name], 'rule-duplicate-phrase', message))
      }
      phrases[name] = phrase
    }
  return phrases
}

function unknownNames(
  file: YamlFile<z.infer<typeof fileSchema>>,
  at: YamlPath,
  { id, record }: z.infer<typeof ruleSchema>,
  names: PipelineNames,
): ConfigProblem[] {
  const check = (
    field: 'relation' | 'event' | 'unless',
    name: string,
    known: readonly string[],
  ): ConfigProblem[] =>
    known.includes(name)
      ? []
      : [
          file.problem(
            [...at, 'record', field],
            `rule-unknown-${field === 'event' ? 'event' : 'relation'}`,
            `the pipeline declares no ${field === 'event' ? 'event' : 'relation'} "${name}"; it declares: ${known.join(', ')}.`,
            id,
          ),
        ]
  switch (record.kind) {
    case 'relation':
      return [
        ...check('relation', record.relation, names.relations),
        ...record.unless.flatMap((name) => check('unless', name, names.relations)),
      ]
    case 'event':
      return check('event', record.event, names.events)
    case 'measure':
    case 'attribution':
      return []
  }
}
