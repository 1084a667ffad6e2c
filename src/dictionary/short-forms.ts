import type { GazetteerEntry } from './gazetteer.js'
import {
  fillTemplate,
  matchTemplate,
  nameSubject,
  type NameLexicon,
  type NameSubject,
  type NameTemplate,
} from './name-template.js'
import type { Region, RegionLevel } from './regions.js'

/**
 * Where a short form stands for its institution: `anywhere`; `region` where the article's region is
 * the one the full name names (市一院); `article` where a longer name of it stands before.
 */
export type FormScope = 'anywhere' | 'region' | 'article'

/** How people shorten full names. */
export interface ShortFormRule {
  readonly id: string
  readonly scope: FormScope
  readonly from: readonly NameTemplate[]
  readonly to: readonly NameTemplate[]
  /** What `{rest}` must not begin with; `{region}` for the name of any place. */
  readonly without: readonly string[]
  /** What `{rest}` must be; null for anything. */
  readonly only: ReadonlySet<string> | null
  /** The levels of places that it is for; null for any. */
  readonly levels: ReadonlySet<RegionLevel> | null
  /** True where later rules shorten what this one makes, too. */
  readonly chain: boolean
}

/** A name made by rule from a full one. */
export interface ShortForm {
  readonly text: string
  readonly rule: ShortFormRule
  /** The place that the full name names and the rule read; null if it read none. */
  readonly region: Region | null
}

/** The short forms of an entry's names, in the order of the rules, each text and scope once. */
export function shortFormsOf(
  entry: Pick<GazetteerEntry, 'name' | 'aliases' | 'region'>,
  rules: readonly ShortFormRule[],
  lexicon: NameLexicon,
): readonly ShortForm[] {
  const home = entry.region === null ? null : lexicon.regions.byCode(entry.region)
  const names = new Set([entry.name, ...entry.aliases])
  const subjects = [...names].map((name) => nameSubject(name, lexicon, home))
  const forms: ShortForm[] = []
  const byText = new Map<string, ShortForm[]>()
  for (const rule of rules)
    // What this rule makes is for later rules only.
    for (let at = 0, count = subjects.length; at < count; at++)
      for (const form of shorten(subjects[at]!, rule)) {
        if (names.has(form.text)) continue
        const alike = byText.get(form.text)
        if (alike === undefined) byText.set(form.text, [form])
        else if (alike.some((other) => isSame(form, other))) continue
        else alike.push(form)
        forms.push(form)
        if (!rule.chain) continue
        names.add(form.text)
        subjects.push(nameSubject(form.text, lexicon, home))
      }
  return forms
}

/** Whether two forms of one text stand for the institution in the same places. */
function isSame({ rule, region }: ShortForm, other: ShortForm): boolean {
  return rule.scope === other.rule.scope && region?.code === other.region?.code
}

/** What one rule makes of one name. */
export function shorten(subject: NameSubject, rule: ShortFormRule): readonly ShortForm[] {
  for (const template of rule.from) {
    const binding = matchTemplate(template, subject)
    if (binding === null) continue
    const { rest } = binding
    if (rest !== null && rule.without.some((word) => beginsWith(rest, word, subject.lexicon)))
      continue
    if (rule.only !== null && !rule.only.has(rest ?? '')) continue
    const region = binding.region?.region ?? null
    if (rule.levels !== null && (region === null || !rule.levels.has(region.level))) continue
    const forms: ShortForm[] = []
    for (const to of rule.to)
      for (const text of fillTemplate(to, binding, subject.lexicon))
        if (text !== subject.name && text.length > 1) forms.push({ text, rule, region })
    return forms
  }
  return []
}

function beginsWith(rest: string, word: string, { regions }: NameLexicon): boolean {
  if (word !== ANY_REGION) return rest.startsWith(word)
  return regions.namesAt(rest, 0).some(({ span }) => span.end > 1)
}

const ANY_REGION = '{region}'
