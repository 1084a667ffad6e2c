import { canonicalJson, sha256 } from '../../core/fingerprint.js'
import type { StageFiles } from '../../core/stage.js'
import type { StageUnits, Unit } from '../../core/unit.js'
import type { GazetteerEntry } from '../../dictionary/gazetteer.js'
import { shortFormsOf } from '../../dictionary/short-forms.js'
import { respell } from '../../dictionary/spellings.js'
import { wordUnits } from '../../rule/word-units.js'
import { type CompiledKind, compileKinds } from './kinds.js'

/**
 * Gazetteer entries, owners, endings and words one by one; rules that make names of names, and
 * regions, as a whole.
 */
export function entityUnits(setup: StageFiles): StageUnits {
  const kinds = compileKinds(setup)
  return {
    units: kinds.flatMap((kind) => [...entryUnits(kind), ...ownerUnits(kind), ...ruleUnits(kind)]),
    rest: [
      kinds.map(({ file: { value } }) => [
        value.kind,
        value.gazetteer,
        value.owners,
        value.regionTypes,
        withoutExamples(value.relative),
        value.shortForms.map(withoutExamples),
        value.spellings.map(withoutExamples),
        value.expansions.map(withoutExamples),
        value.coordination === undefined ? null : withoutExamples(value.coordination),
      ]),
      kinds[0]?.lexicon.regions.all.map(({ code, name, aliases, level }) => [
        code,
        name,
        aliases,
        level,
      ]) ?? [],
    ],
  }
}

function withoutExamples(rule: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(rule).filter(([key]) => !['why', 'matches', 'rejects'].includes(key)),
  )
}

function entryUnits(kind: CompiledKind): readonly Unit[] {
  return kind.gazetteer.entries.map((entry): Unit => {
    const { id, name, aliases, region, parent, path, line } = entry
    return {
      id: path,
      file: kind.gazetteer.file,
      line,
      meaning: sha256(canonicalJson([id, name, aliases, region, parent])),
      // Made when they are asked for: most entries are what they were.
      get literals() {
        return [...formsOf(entry, kind), ...familyNames(entry, kind)]
      },
      frame: 'body',
    }
  })
}

/** Every form by which the text can call the institution. */
function formsOf(entry: GazetteerEntry, { lexicon }: CompiledKind): readonly string[] {
  const { shortForms, templates, rules } = lexicon
  const forms = new Set([entry.name, ...entry.aliases])
  for (const { text } of shortFormsOf(entry, shortForms, templates)) forms.add(text)
  for (const form of [...forms])
    for (const rule of rules.spellings) {
      const spelled = respell(form, rule)
      if (spelled !== null) forms.add(spelled)
    }
  return [...forms]
}

/** 中山大学附属: how many institutions a body has decides whether its name is that of one. */
function familyNames({ parent }: GazetteerEntry, { lexicon }: CompiledKind): readonly string[] {
  return parent === null ? [] : lexicon.rules.words.belonging.map((word) => parent + word)
}

/** The bodies that institutions belong to: their names are read wherever they stand. */
function ownerUnits(kind: CompiledKind): readonly Unit[] {
  const { entries, file, name } = kind.gazetteer
  const parents = new Set(entries.flatMap(({ parent }) => parent ?? []))
  return [...parents].sort().map((parent): Unit => ({
    id: `${name}/parent/${parent}`,
    file,
    line: null,
    meaning: '',
    get literals() {
      const bearers = entries.filter((entry) =>
        [entry.name, ...entry.aliases].some((own) => own.includes(parent)),
      )
      return [parent, ...bearers.flatMap((entry) => formsOf(entry, kind))]
    },
    frame: 'body',
  }))
}

/** Words count where they stand; so do endings, and what introduces names. */
function ruleUnits({ file: { path, value, locate } }: CompiledKind): readonly Unit[] {
  const unit = (
    section: 'suffixes' | 'exclusions' | 'introductions',
    index: number,
    rule: { readonly id: string },
    literals: readonly string[] | null,
  ): Unit => ({
    id: rule.id,
    file: path,
    line: locate([section, index]).line,
    meaning: sha256(canonicalJson(withoutExamples(rule))),
    literals: literals?.some((literal) => literal === '') === true ? null : literals,
    frame: 'body',
  })
  const { plaques } = value
  return [
    ...value.suffixes.map((rule, index) =>
      unit('suffixes', index, rule, rule.endings.map(longestFixed)),
    ),
    ...value.exclusions.map((rule, index) => unit('exclusions', index, rule, rule.before)),
    ...value.introductions.map((rule, index) =>
      unit('introductions', index, rule, rule.cues.length === 0 ? null : rule.cues),
    ),
    ...(plaques === undefined
      ? []
      : [
          {
            id: plaques.id,
            file: path,
            line: locate(['plaques']).line,
            meaning: sha256(canonicalJson(withoutExamples(plaques))),
            literals: plaques.cues,
            frame: 'body' as const,
          },
        ]),
    ...wordUnits({
      id: `${value.kind}/words`,
      file: path,
      line: locate(['words']).line,
      frame: 'body',
      value: value.words,
    }),
  ]
}

/** What of an ending stands there whatever the numeral in it. */
function longestFixed(ending: string): string {
  return ending.split('{n}').reduce((best, part) => (part.length > best.length ? part : best), '')
}
