import { z } from 'zod'
import { ConfigError, type ConfigProblem } from '../core/errors.js'
import { DROP_KINDS, type DropKind } from '../core/edit.js'
import type { SourceFile } from '../core/source-file.js'
import type { StageCheck } from '../core/stage.js'
import { Automaton } from '../dictionary/automaton.js'
import { parseYaml, type YamlFile } from '../dictionary/yaml.js'
import { foldPunctuation } from './folding.js'
import { compileLinePattern, type LinePattern, openingOf } from './line-pattern.js'
import { PatternError } from './pattern-syntax.js'

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/, 'expected an id such as boilerplate/previous-next'),
  kind: z.enum(DROP_KINDS),
  why: z.string().min(1),
  /** The pattern of the line, or several of which one must match. */
  line: z.union([z.string(), z.array(z.string()).min(1)]),
  /**
   * `below`: it heads a list, so that what follows it belongs to it too; `rest`: so does all that
   * stands behind it, however like an article it reads.
   */
  covers: z.enum(['line', 'below', 'rest']).default('line'),
  matches: z.array(z.string()).min(1, 'expected at least one example that matches'),
  rejects: z.array(z.string()).min(1, 'expected at least one example that does not match'),
})

/** The form of a file of line rules. */
export const lineRuleFileSchema = z.strictObject({ rules: z.array(ruleSchema) })

type RuleFile = YamlFile<z.infer<typeof lineRuleFileSchema>>

/** A rule that knows lines of a page by their words. */
export interface LineRule {
  readonly id: string
  readonly kind: DropKind
  readonly covers: 'line' | 'below' | 'rest'
  readonly patterns: readonly LinePattern[]
}

/** A line of a text: `text.slice(start, end)`, without its line break. */
export interface LineSpan {
  readonly start: number
  readonly end: number
}

/**
 * Reads rule files and compiles their patterns; earlier rules go before later ones.
 * @throws {ConfigError} with every problem of every file
 */
export function loadLineRules(files: readonly SourceFile[]): LineRule[] {
  const problems: ConfigProblem[] = []
  const seen = new Map<string, string>()
  const rules: LineRule[] = []
  for (const file of files) {
    const parsed = parseYaml(file, lineRuleFileSchema)
    for (const [index, rule] of parsed.value.rules.entries()) {
      const first = seen.get(rule.id)
      if (first !== undefined)
        problems.push(
          parsed.problem(
            ['rules', index, 'id'],
            'rule-duplicate-id',
            `already defined in ${first}. Rename or remove one of them.`,
            rule.id,
          ),
        )
      seen.set(rule.id, `${file.path}:${parsed.locate(['rules', index, 'id']).line}`)
      const patterns = compilePatterns(parsed, index, problems)
      rules.push({ id: rule.id, kind: rule.kind, covers: rule.covers, patterns })
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return rules
}

/**
 * Tries each rule of the files on its own examples.
 * @throws {ConfigError} if the files cannot be read as rules
 */
export function checkLineRules(files: readonly SourceFile[]): StageCheck {
  const byId = new Map(loadLineRules(files).map((rule) => [rule.id, rule]))
  const problems: ConfigProblem[] = []
  let examples = 0
  for (const file of files) {
    const parsed = parseYaml(file, lineRuleFileSchema)
    for (const [index, { id, matches, rejects }] of parsed.value.rules.entries()) {
      const rule = byId.get(id)
      if (rule === undefined) continue
      examples += matches.length + rejects.length
      const report = (list: 'matches' | 'rejects', at: number, message: string): void => {
        problems.push(parsed.problem(['rules', index, list, at], 'rule-example', message, id))
      }
      for (const [at, text] of matches.entries())
        if (!matchesLine(rule, text)) report('matches', at, `does not match its example "${text}".`)
      for (const [at, text] of rejects.entries())
        if (matchesLine(rule, text)) report('rejects', at, `matches "${text}", which it must not.`)
    }
  }
  return { problems, rules: byId.size, examples }
}

/**
 * Finds the rule of each line. Which patterns are worth trying on it, its first character tells, or,
 * for patterns of lines that begin with anything, one pass over the text for their words.
 */
export class LineMatcher {
  /** All patterns, those of earlier rules first; below they go by their numbers here. */
  private readonly patterns: readonly { readonly rule: LineRule; readonly pattern: LinePattern }[]
  private readonly automaton: Automaton
  /** For each phrase of the automaton the patterns that need it. */
  private readonly owners: readonly (readonly number[])[]
  /** The patterns for lines with a certain beginning, and those to be tried on every line. */
  private readonly byOpening: ReadonlyMap<string, readonly number[]>
  private readonly always: readonly number[]

  constructor(rules: readonly LineRule[]) {
    this.patterns = rules.flatMap((rule) => rule.patterns.map((pattern) => ({ rule, pattern })))
    const owners = new Map<string, number[]>()
    const byOpening = new Map<string, number[]>()
    const always: number[] = []
    for (const [index, { pattern }] of this.patterns.entries())
      if (pattern.openings !== null)
        for (const opening of pattern.openings) addTo(byOpening, opening, index)
      else if (pattern.literals !== null)
        for (const word of pattern.literals) addTo(owners, word, index)
      else always.push(index)
    this.automaton = new Automaton([...owners.keys()])
    this.owners = [...owners.values()]
    this.byOpening = byOpening
    this.always = always
  }

  /** For each line the first rule that matches it, or null. `lines` are in text order. */
  match(text: string, lines: readonly LineSpan[]): (LineRule | null)[] {
    const called = this.findCalled(text, lines)
    return lines.map(({ start, end }, index) => {
      const line = text.slice(start, end).trim()
      const opened = this.byOpening.get(openingOf(line))
      const tried = inOrder(called[index], opened, this.always)
      return tried.length === 0 ? null : this.firstMatch(foldPunctuation(line), tried)
    })
  }

  /** For each line the patterns that a word in it calls for. */
  private findCalled(text: string, lines: readonly LineSpan[]): (Set<number> | undefined)[] {
    const called = new Array<Set<number> | undefined>(lines.length)
    let line = 0
    this.automaton.scan(toLowerCase(text), (phrase, start) => {
      while (line < lines.length && lines[line]!.end <= start) line++
      if (line >= lines.length || lines[line]!.start > start) return
      const patterns = (called[line] ??= new Set())
      for (const pattern of this.owners[phrase]!) patterns.add(pattern)
    })
    return called
  }

  private firstMatch(line: string, tried: readonly number[]): LineRule | null {
    for (const index of tried) {
      const { rule, pattern } = this.patterns[index]!
      if (pattern.matches(line)) return rule
    }
    return null
  }
}

/** The numbers of up to three lists, ascending; most often there is but one list, or none. */
function inOrder(
  called: ReadonlySet<number> | undefined,
  opened: readonly number[] | undefined,
  always: readonly number[],
): readonly number[] {
  if (called === undefined && always.length === 0) return opened ?? always
  if (called === undefined && opened === undefined) return always
  return [...(called ?? []), ...(opened ?? []), ...always].sort((a, b) => a - b)
}

/** Lower case that keeps every offset: the one character that would become two is dotted İ. */
function toLowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replaceAll('\u0130', 'i').toLowerCase()
}

function compilePatterns(file: RuleFile, index: number, problems: ConfigProblem[]): LinePattern[] {
  const { id, line } = file.value.rules[index]!
  const sources = typeof line === 'string' ? [line] : line
  return sources.flatMap((source, at) => {
    try {
      return [compileLinePattern(source)]
    } catch (error) {
      if (!(error instanceof PatternError)) throw error
      const path = ['rules', index, 'line', ...(typeof line === 'string' ? [] : [at])]
      const message = `in the pattern, at character ${error.offset + 1}: ${error.message}`
      problems.push(file.problem(path, 'rule-pattern', message, id))
      return []
    }
  })
}

function matchesLine(rule: LineRule, text: string): boolean {
  const folded = foldPunctuation(text.trim())
  return rule.patterns.some((pattern) => pattern.matches(folded))
}

function addTo(owners: Map<string, number[]>, word: string, rule: number): void {
  const list = owners.get(word)
  if (list === undefined) owners.set(word, [rule])
  else if (!list.includes(rule)) list.push(rule)
}
