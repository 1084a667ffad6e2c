import { ConfigError, type ConfigProblem } from '../../core/errors.js'
import { parseTemplate, type NameTemplate } from '../../dictionary/name-template.js'
import type { ShortFormRule } from '../../dictionary/short-forms.js'
import type { YamlPath } from '../../dictionary/yaml.js'
import { ruleProblems } from './rule-problems.js'
import type { EntityRuleFile } from './rules.js'

/** How an unlisted institution's short name grows into its full one. */
export interface Expansion {
  readonly id: string
  readonly from: readonly NameTemplate[]
  readonly to: NameTemplate
  /** What `{rest}` must be; null for anything. */
  readonly only: ReadonlySet<string> | null
}

/** The rules that turn names into other names, with their templates read. */
export interface NameRules {
  readonly shortForms: readonly ShortFormRule[]
  readonly expansions: readonly Expansion[]
}

/** @throws {ConfigError} with every template that cannot be read */
export function compileNameRules(file: EntityRuleFile): NameRules {
  const problems: ConfigProblem[] = []
  const read = (path: YamlPath, source: string): readonly NameTemplate[] => {
    const template = parseTemplate(source)
    if (typeof template !== 'string') return [template]
    problems.push(file.problem(path, 'template-invalid', `"${source}": ${template}`))
    return []
  }
  const readAll = (path: YamlPath, sources: readonly string[]): readonly NameTemplate[] =>
    sources.flatMap((source, index) => read([...path, index], source))
  const shortForms = file.value.shortForms.map((rule, index) => ({
    id: rule.id,
    scope: rule.scope,
    without: rule.without,
    only: rule.only === undefined ? null : new Set(rule.only),
    levels: rule.levels === undefined ? null : new Set(rule.levels),
    chain: rule.chain,
    from: readAll(['shortForms', index, 'from'], rule.from),
    to: readAll(['shortForms', index, 'to'], rule.to),
  }))
  const expansions = file.value.expansions.flatMap(({ id, from, to, only }, index) =>
    read(['expansions', index, 'to'], to).map((template) => ({
      id,
      from: readAll(['expansions', index, 'from'], from),
      to: template,
      only: only === undefined ? null : new Set(only),
    })),
  )
  problems.push(...ruleProblems(file), ...unboundSlots(file, shortForms), ...endlessChain(file))
  if (problems.length > 0) throw new ConfigError(problems)
  return { shortForms, expansions }
}

/** A slot that no template reads is never filled, so what it stands in is never written. */
function unboundSlots(file: EntityRuleFile, rules: readonly ShortFormRule[]): ConfigProblem[] {
  const slotsOf = ({ parts }: NameTemplate): readonly string[] =>
    parts.flatMap((part) => (part.kind === 'slot' ? [part.slot] : []))
  return rules.flatMap(({ id, from, to, scope }, index) => {
    const read = new Set(from.flatMap(slotsOf))
    const problem = (key: string, message: string): ConfigProblem =>
      file.problem(['shortForms', index, key], 'template-unbound', message, id)
    const unread = to.flatMap(slotsOf).filter((slot) => !read.has(slot))
    return [
      ...[...new Set(unread)].map((slot) =>
        problem('to', `no template under "from" reads {${slot}}.`),
      ),
      ...(scope === 'region' && !read.has('region')
        ? [problem('scope', 'a form of a region needs a {region} under "from".')]
        : []),
    ]
  })
}

/** Each rule that chains shortens all that those before it made, so their forms multiply. */
function endlessChain(file: EntityRuleFile): ConfigProblem[] {
  let forms = 1
  return file.value.shortForms.flatMap(({ id, chain, to }, index) => {
    if (!chain || forms > MOST_CHAINED) return []
    forms *= 1 + to.length
    if (forms <= MOST_CHAINED) return []
    const message = `with this one, the rules that chain make ${forms} forms of a name, at most ${MOST_CHAINED} are allowed.`
    return [file.problem(['shortForms', index, 'chain'], 'chain-too-long', message, id)]
  })
}

const MOST_CHAINED = 500
