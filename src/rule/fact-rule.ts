import { z } from 'zod'
import type { ConfigProblem } from '../core/errors.js'
import { ConfigError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import type { PipelineNames } from '../core/stage.js'
import { parseYaml, type YamlFile, type YamlPath } from '../dictionary/yaml.js'
import { type CompiledPattern, compilePattern } from './compile-pattern.js'
import type { Alphabet } from './folding.js'
import { type Form, formReader, framesSchema, writtenFormSchema } from './frames.js'
import { type PatternNode, rolesIn } from './pattern-node.js'
import { parsePattern, PatternError, type PatternNames } from './pattern-syntax.js'
import { joinPhrases } from './phrases.js'
import { exampleSchema, type RuleExample } from './rule-example.js'

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
    /**
     * Who plays the part that the pattern does not name: whom the context speaks of, a known partner, or
     * (of both parts) who is told to be tied earlier in the sentence.
     */
    unnamed: z.enum(['context', 'partner', 'tie']).default('context'),
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
  pattern: z.union([
    writtenFormSchema.transform((form) => [form]),
    z.array(writtenFormSchema).min(1),
  ]),
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
  frames: framesSchema,
  rules: z.array(ruleSchema).default([]),
})

/** A rule as its file has it, templates read. */
export type WrittenRule = z.infer<typeof ruleSchema>

/**
 * Reads a rule file, its patterns as they stand.
 * @throws {ConfigError} with every problem of the file's form
 */
export function parseFactRules(file: SourceFile): YamlFile<z.infer<typeof fileSchema>> {
  return parseYaml(file, fileSchema)
}

export interface FactRule {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly record: RecordTemplate
  readonly priority: number
  readonly inherits: boolean
  /** Alternative forms, tried in order; the first that matches a thing has it. */
  readonly patterns: readonly CompiledPattern[]
  /** Where each of the patterns is written, line and column from 1; one of a frame, in the frame. */
  readonly places: readonly Omit<Form, 'source'>[]
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
      parsed.push(parseFactRules(file))
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      problems.push(...error.problems)
    }
  const kinds = slotKinds(names)
  const phrases = joinPhrases(parsed, kinds, (problem) => problems.push(problem))
  const readForms = formReader(parsed, (problem) => problems.push(problem))
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
      const report = (message: string, { file: path, line, column } = placeOf(file, at)): void => {
        problems.push({ code: 'rule-pattern', file: path, line, column, id: rule.id, message })
      }
      const forms = readForms(rule.pattern, report, (form) =>
        placeOf(file, [...at, 'pattern', form]),
      )
      rules.push({
        ...rule,
        file: file.path,
        line: file.locate(at).line,
        patterns: forms.flatMap(({ source, ...place }) => {
          const node = readForm(source, { kinds, phrases }, (message) => {
            report(message, place)
          })
          const missing = node === null ? null : missingRoles(rule.record, node)
          if (missing !== null) report(`pattern: ${missing}`, place)
          return node === null ? [] : [compilePattern(node, alphabet)]
        }),
        places: forms.map(({ source: _source, ...place }) => place),
      })
    }
  if (problems.length > 0) throw new ConfigError(problems)
  return rules
}

function placeOf(file: YamlFile<unknown>, path: YamlPath): Omit<Form, 'source'> {
  return { file: file.path, ...file.locate(path) }
}

function readForm(
  source: string,
  names: PatternNames,
  report: (message: string) => void,
): PatternNode | null {
  try {
    return parsePattern(source, names)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    const { message, offset } = error
    const around = `${source.slice(Math.max(0, offset - SHOWN), offset)}⁂${source.slice(offset, offset + SHOWN)}`
    report(`pattern: ${message} (at ⁂ in: ${around})`)
    return null
  }
}

/** What a form lacks of the roles that its record is made of; null if nothing. */
function missingRoles(record: RecordTemplate, form: PatternNode): string | null {
  const roles = rolesIn(form)
  const known = [...roles].map((role) => `{${role}}`).join(' ') || 'no roles'
  switch (record.kind) {
    case 'measure': {
      // Words of its own are a metric even where a form leaves a role out: {exam}排名.
      const isNamed = record.metric.some((part) => part.role === null && part.text !== '')
      const asked = isNamed ? [] : record.metric.flatMap(({ role }) => role ?? [])
      const needed = ['quantity', ...asked]
      const missing = needed.filter((role) => !roles.has(role)).map((role) => `{${role}}`)
      if (missing.length === 0) return null
      return `the record needs ${missing.join(' and ')}, the form has ${known}.`
    }
    case 'relation':
      if (roles.has('subject') || roles.has('object') || record.unnamed === 'tie') return null
      return `a relation needs {subject} or {object}, the form has ${known}.`
    case 'event':
    case 'attribution':
      return null
  }
}

/** Characters of a pattern shown on either side of a mistake. */
const SHOWN = 200

function unknownNames(
  file: YamlFile<z.infer<typeof fileSchema>>,
  at: YamlPath,
  { id, record }: WrittenRule,
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
