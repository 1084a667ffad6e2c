import type { Segmenter } from '../../core/segmenter.js'
import { Automaton } from '../../dictionary/automaton.js'
import type { Gazetteer, GazetteerEntry } from '../../dictionary/gazetteer.js'
import { type GuardedWord, GuardedWords } from '../../dictionary/guarded-words.js'
import { ORDINALS } from '../../dictionary/name-numerals.js'
import { PhraseTrie } from '../../dictionary/phrase-trie.js'
import type { NameLexicon } from '../../dictionary/name-template.js'
import type { Region, Regions } from '../../dictionary/regions.js'
import { shortFormsOf, type FormScope, type ShortFormRule } from '../../dictionary/short-forms.js'
import { respell } from '../../dictionary/spellings.js'
import type { Before, EntityRuleFile, EntityRules } from './rules.js'
import { compileNameRules, type Expansion } from './name-rules.js'

/** One reading of a name: the institution, and by which rule it goes by that name. */
export interface NameReading {
  readonly entry: GazetteerEntry
  /** The short form rule; null for a name that stands in the gazetteer. */
  readonly rule: string | null
  readonly scope: FormScope
  /** The place in the full name that a short form was made with; null otherwise. */
  readonly region: Region | null
}

/** An ending of names, `{n}` written out. */
export interface Suffix {
  readonly rule: string
  readonly text: string
  readonly after: ReadonlySet<Before>
  readonly placeAlone: 'any' | 'county' | 'none'
  /** How the places end that a full name begins with though the text may leave them out; empty for none. */
  readonly counties: readonly string[]
  /** Where the numeral stands in `text`; null for an ending without one. */
  readonly numeral: { readonly start: number; readonly end: number } | null
}

export type WordKind = 'describing' | 'place' | 'belonging' | 'owner' | 'generic'

/** What the automaton's phrases are; a phrase may be several things at once. */
export interface Phrase {
  readonly text: string
  names: NameReading[] | null
  regions: readonly Region[] | null
  suffix: Suffix | null
}

/** Words that, behind a name, make another body of it or show that it is none. */
export interface Exclusion {
  readonly before: PhraseTrie
  /** The endings of the names it concerns; null for all. */
  readonly endings: PhraseTrie | null
}

/** The places that a base and a type name together. */
export interface PlaceBase {
  readonly type: string
  readonly regions: readonly Region[]
}

/** A kind's names, endings and words, compiled. */
export interface Lexicon {
  readonly kind: string
  readonly rules: EntityRules
  readonly regions: Regions
  readonly segmenter: Segmenter
  readonly automaton: Automaton
  /** By the automaton's phrase number. */
  readonly phrases: readonly Phrase[]
  /** The readings of a name that holds everywhere, or after a longer one. */
  readonly names: ReadonlyMap<string, readonly NameReading[]>
  /** Readings of region-relative forms, by form and the region's code. */
  readonly relative: ReadonlyMap<string, ReadonlyMap<string, readonly NameReading[]>>
  /** How many institutions each body has. */
  readonly families: ReadonlyMap<string, number>
  readonly words: ReadonlyMap<string, WordKind>
  /** The same words, to be found by their ends. */
  readonly wordEnds: GuardedWords<WordKind>
  /** Endings of owners (大学), and words that stand before those (医科), by their ends. */
  readonly ownerEndings: GuardedWords<string>
  readonly ownerWords: GuardedWords<string>
  /** What makes another body of a name that stands directly before it: 管理局. */
  readonly exclusions: readonly Exclusion[]
  /** Places by their name without its type, with the type: 富阳 → 区. */
  readonly placeBases: ReadonlyMap<string, readonly PlaceBase[]>
  readonly templates: NameLexicon
  readonly shortForms: readonly ShortFormRule[]
  /** What must stand behind the forms of a short form rule, by its id; those of others stand anywhere. */
  readonly followers: ReadonlyMap<string, PhraseTrie>
  readonly expansions: readonly Expansion[]
}

/** @throws {ConfigError} for a template that cannot be read, all at once */
export function compileLexicon(
  file: EntityRuleFile,
  gazetteer: Gazetteer,
  regions: Regions,
  segmenter: Segmenter,
): Lexicon {
  const rules = file.value
  const templates: NameLexicon = {
    regions,
    types: rules.regionTypes,
    owners: ownersOf(rules, gazetteer),
  }
  const { shortForms, expansions } = compileNameRules(file)
  const names = new Map<string, NameReading[]>()
  const relative = new Map<string, Map<string, NameReading[]>>()
  // A name that the gazetteer states outweighs those that rules make of others, so it comes first.
  for (const entry of gazetteer.entries)
    for (const name of [entry.name, ...entry.aliases])
      addReading(names, name, { entry, rule: null, scope: 'anywhere', region: null })
  for (const entry of gazetteer.entries)
    for (const { text, rule, region } of shortFormsOf(entry, shortForms, templates)) {
      const reading = { entry, rule: rule.id, scope: rule.scope, region }
      if (rule.scope !== 'region') addReading(names, text, reading)
      else if (region !== null) {
        const byRegion = relative.get(text) ?? new Map<string, NameReading[]>()
        relative.set(text, byRegion)
        addReading(byRegion, region.code, reading)
      }
    }
  addSpellings(names, rules)
  const phrases = phrasesOf(rules, regions, names)
  const words = wordsOf(rules, templates.owners)
  return {
    kind: rules.kind,
    rules,
    regions,
    segmenter,
    automaton: new Automaton(phrases.map(({ text }) => text)),
    phrases,
    names,
    relative,
    families: countFamilies(gazetteer),
    words,
    wordEnds: byEnd([...words].map(([word, means]) => ({ word, means }))),
    ownerEndings: byEnd(rules.words.ownerEndings.map((word) => ({ word, means: word }))),
    ownerWords: byEnd(rules.words.ownerWords.map((word) => ({ word, means: word }))),
    exclusions: rules.exclusions.map(({ before, endings }) => ({
      before: new PhraseTrie(before),
      endings: endings === undefined ? null : new PhraseTrie(endings, 'backward'),
    })),
    placeBases: placeBasesOf(rules, regions),
    templates,
    shortForms,
    followers: followersOf(rules),
    expansions,
  }
}

function followersOf({ shortForms }: EntityRules): Map<string, PhraseTrie> {
  return new Map(
    shortForms.flatMap(({ id, followedBy }) =>
      followedBy === undefined ? [] : [[id, new PhraseTrie(followedBy)] as const],
    ),
  )
}

function countFamilies({ entries }: Gazetteer): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { parent } of entries)
    if (parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + 1)
  return counts
}

/** The owners known by name: those of the rules, those of the gazetteer, and the short names of both. */
function ownersOf(rules: EntityRules, gazetteer: Gazetteer): Map<string, readonly string[]> {
  const owners = new Map<string, readonly string[]>()
  for (const { parent } of gazetteer.entries) if (parent !== null) owners.set(parent, [])
  for (const [owner, short] of Object.entries(rules.owners)) owners.set(owner, short)
  return owners
}

/** The readings of one entry follow each other, so only the last can be the same once more. */
function addReading(names: Map<string, NameReading[]>, name: string, reading: NameReading): void {
  const readings = names.get(name)
  if (readings === undefined) names.set(name, [reading])
  else if (readings[readings.length - 1]!.entry === reading.entry) return
  else if (reading.rule === null || readings[0]!.rule !== null) readings.push(reading)
}

/** A name that stands for an institution as it is keeps standing for that one only. */
function addSpellings(names: Map<string, NameReading[]>, { spellings }: EntityRules): void {
  for (const [name, readings] of [...names])
    for (const rule of spellings) {
      const spelled = respell(name, rule)
      if (spelled === null || names.has(spelled)) continue
      names.set(
        spelled,
        readings.map((reading) => ({ ...reading, rule: rule.id })),
      )
    }
}

function phrasesOf(
  rules: EntityRules,
  regions: Regions,
  names: ReadonlyMap<string, NameReading[]>,
): Phrase[] {
  const phrases = new Map<string, Phrase>()
  const phraseOf = (text: string): Phrase => {
    const known = phrases.get(text)
    if (known !== undefined) return known
    const phrase: Phrase = { text, names: null, regions: null, suffix: null }
    phrases.set(text, phrase)
    return phrase
  }
  for (const [name, readings] of names) phraseOf(name).names = readings
  for (const region of regions.all)
    for (const name of [region.name, ...region.aliases])
      phraseOf(name).regions = regions.named(name)
  for (const suffix of suffixesOf(rules)) phraseOf(suffix.text).suffix ??= suffix
  return [...phrases.values()]
}

function suffixesOf(rules: EntityRules): Suffix[] {
  return rules.suffixes.flatMap(({ id, endings, after, placeAlone, counties }) =>
    endings.flatMap((ending): Suffix[] => {
      const common = { rule: id, after: new Set(after), placeAlone, counties }
      const start = ending.indexOf(NUMERAL_SLOT)
      if (start === -1) return [{ ...common, text: ending, numeral: null }]
      return ORDINALS.map((ordinal) => ({
        ...common,
        text: ending.replace(NUMERAL_SLOT, ordinal),
        numeral: { start, end: start + ordinal.length },
      }))
    }),
  )
}

const NUMERAL_SLOT = '{n}'

function wordsOf(
  { words }: EntityRules,
  owners: ReadonlyMap<string, readonly string[]>,
): Map<string, WordKind> {
  const kinds = new Map<string, WordKind>()
  const add = (kind: WordKind, list: Iterable<string>): void => {
    for (const word of list) if (!kinds.has(word)) kinds.set(word, kind)
  }
  add('describing', words.describing)
  add('belonging', words.belonging)
  add('place', words.places)
  add('owner', words.owners)
  // 山中医 would take 中医 away from 龙山中医医院.
  const isApart = (name: string): boolean =>
    !words.describing.some((word) => word.length > 1 && name.endsWith(word))
  for (const [owner, short] of owners) add('owner', [owner, ...short.filter(isApart)])
  add('generic', words.generic)
  return kinds
}

function byEnd<T>(words: readonly GuardedWord<T>[]): GuardedWords<T> {
  return new GuardedWords(words, 'backward')
}

/** The types of each base in the order of the rules. */
function placeBasesOf(
  { regionTypes }: EntityRules,
  regions: Regions,
): Map<string, readonly PlaceBase[]> {
  const bases = new Map<string, PlaceBase[]>()
  const names = new Set(regions.all.flatMap(({ name, aliases }) => [name, ...aliases]))
  for (const { word } of regionTypes)
    for (const name of names) {
      if (!name.endsWith(word)) continue
      const base = name.slice(0, -word.length)
      const place = { type: word, regions: regions.named(name) }
      const known = bases.get(base)
      if (known === undefined) bases.set(base, [place])
      else known.push(place)
    }
  return bases
}
