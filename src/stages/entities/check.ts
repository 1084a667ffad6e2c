import type { ConfigProblem } from '../../core/errors.js'
import type { StageCheck } from '../../core/stage.js'
import { nameSubject } from '../../dictionary/name-template.js'
import { shorten } from '../../dictionary/short-forms.js'
import { respell } from '../../dictionary/spellings.js'
import type { YamlPath } from '../../dictionary/yaml.js'
import { expandBy } from './canonical-name.js'
import { compileKinds, type CompiledKind, type EntitySetup } from './kinds.js'
import { recognizeEntities } from './recognize.js'
import type { EntityRules, TextExample } from './rules.js'

/**
 * Runs every example of the entity rules, each with the whole lexicon and as an article of its own.
 * @throws {ConfigError} where `compileKinds` does
 */
export function checkExamples(setup: EntitySetup): StageCheck {
  const kinds = compileKinds(setup)
  const reports = kinds.flatMap((kind) => [
    ...checkTexts(kind),
    ...checkNames(kind, 'shortForms', shortFormMakers(kind)),
    ...checkNames(kind, 'spellings', spellingMakers(kind)),
    ...checkNames(kind, 'expansions', expansionMakers(kind)),
  ])
  return {
    problems: reports.filter((report) => report !== null),
    rules: kinds.reduce((total, { file }) => total + countRules(file.value), 0),
    examples: reports.length,
  }
}

/** The rules that have an id of their own. */
function countRules(rules: EntityRules): number {
  const { suffixes, shortForms, spellings, expansions, introductions, exclusions } = rules
  const lists = [suffixes, shortForms, spellings, expansions, introductions, exclusions]
  const listed = lists.reduce((total, list) => total + list.length, 0)
  const single = [rules.coordination, rules.plaques].filter((rule) => rule !== undefined)
  return listed + single.length + 1
}

interface ShownRule {
  readonly id: string
  readonly matches: readonly (string | TextExample)[]
  readonly rejects: readonly (string | TextExample)[]
}

function checkTexts(kind: CompiledKind): (ConfigProblem | null)[] {
  const { suffixes, relative, coordination, introductions, plaques, exclusions } = kind.file.value
  const sections: readonly (readonly [YamlPath, ShownRule])[] = [
    ...suffixes.map((rule, index) => [['suffixes', index], rule] as const),
    [['relative'], relative],
    ...(coordination === undefined ? [] : [[['coordination'], coordination] as const]),
    ...introductions.map((rule, index) => [['introductions', index], rule] as const),
    ...(plaques === undefined ? [] : [[['plaques'], plaques] as const]),
    ...exclusions.map((rule, index) => [['exclusions', index], rule] as const),
  ]
  return sections.flatMap(([path, rule]) =>
    (['matches', 'rejects'] as const).flatMap((field) =>
      rule[field].map((example, index) =>
        checkText(kind, [...path, field, index], rule.id, example),
      ),
    ),
  )
}

function checkText(
  { file, lexicon }: CompiledKind,
  path: YamlPath,
  id: string,
  example: string | TextExample,
): ConfigProblem | null {
  const { text, given, gives } =
    typeof example === 'string' ? { text: example, given: undefined, gives: [] } : example
  const sentence = { index: 0, paragraph: 0, span: { start: 0, end: text.length } }
  const places = {
    region: given?.region ?? null,
    title: given?.title ?? null,
    publisher: given?.publisher ?? null,
  }
  const found = recognizeEntities(text, [sentence], places, lexicon).flatMap(({ span, value }) =>
    value.type === 'entity' ? [`${text.slice(span.start, span.end)} = ${value.entity.name}`] : [],
  )
  const wanted = gives.flatMap((names) =>
    Object.entries(names).map(([words, name]) => `${words} = ${name}`),
  )
  if (found.join('; ') === wanted.join('; ')) return null
  const message = `"${text}" should give ${list(wanted)}, but gives ${list(found)}.`
  return file.problem(path, 'example-failed', message, id)
}

/** What a rule makes of a name. */
type NameMaker = (name: string) => readonly string[]

function checkNames(
  { file }: CompiledKind,
  section: 'shortForms' | 'spellings' | 'expansions',
  makers: readonly NameMaker[],
): (ConfigProblem | null)[] {
  return file.value[section].flatMap(({ id, matches, rejects }, index) => [
    ...matches.map(({ name, gives }, at) => {
      const made = makers[index]?.(name) ?? []
      const missing = gives.filter((form) => !made.includes(form))
      if (missing.length === 0) return null
      const message = `${name} should give ${list(missing)}, but gives ${list(made)}.`
      return file.problem([section, index, 'matches', at], 'example-failed', message, id)
    }),
    ...rejects.map((name, at) => {
      const made = makers[index]?.(name) ?? []
      if (made.length === 0) return null
      const message = `${name} should give nothing, but gives ${list(made)}.`
      return file.problem([section, index, 'rejects', at], 'example-failed', message, id)
    }),
  ])
}

function shortFormMakers({ lexicon }: CompiledKind): readonly NameMaker[] {
  const { shortForms, templates } = lexicon
  return shortForms.map(
    (rule) => (name) => shorten(nameSubject(name, templates, null), rule).map(({ text }) => text),
  )
}

function spellingMakers({ lexicon }: CompiledKind): readonly NameMaker[] {
  return lexicon.rules.spellings.map((rule) => (name) => {
    const spelled = respell(name, rule)
    return spelled === null ? [] : [spelled]
  })
}

function expansionMakers({ lexicon }: CompiledKind): readonly NameMaker[] {
  return lexicon.expansions.map((rule) => (name) => {
    const full = expandBy(rule, nameSubject(name, lexicon.templates, null))
    return full === null || full === name ? [] : [full]
  })
}

function list(items: readonly string[]): string {
  return items.length === 0 ? 'nothing' : items.join('; ')
}
