import { isNumeral } from './name-numerals.js'
import { shortNames, typedNames, typesOf, type RegionType } from './region-types.js'
import type { Region, Regions } from './regions.js'

/** What templates know of names: places, the words that stand for them, and bodies that own institutions. */
export interface NameLexicon {
  readonly regions: Regions
  readonly types: readonly RegionType[]
  /** Known bodies with their short names: 浙江大学 → 浙大; an empty list for a body without any. */
  readonly owners: ReadonlyMap<string, readonly string[]>
}

type Slot = 'region' | 'owner' | 'n' | 'rest'

type TemplatePart =
  | { readonly kind: 'words'; readonly options: readonly string[] }
  | { readonly kind: 'slot'; readonly slot: Slot; readonly form: string | null }

/**
 * The shape of a name. Slots: `{region}` a place with those it lies in before it, `{region:full}` the
 * same, written with its type (上海市, 黔东南州), `{owner}` a known body, `{n}` a numeral, `{rest}` any
 * words; beside them words, `(人民|中心)` one of several, `(人民)?` perhaps. To write a name, also
 * `{region:short}` 上海, `{region:type}` 市, `{owner:short}` 浙大.
 */
export interface NameTemplate {
  readonly source: string
  readonly parts: readonly TemplatePart[]
}

/** What the slots of a template stood for in a name. */
export interface NameBinding {
  readonly region: { readonly written: string; readonly region: Region } | null
  readonly owner: string | null
  readonly n: string | null
  readonly rest: string | null
}

/** Reads a template; a string is what is wrong with it. */
export function parseTemplate(source: string): NameTemplate | string {
  const parts: TemplatePart[] = []
  const token = /\{([^}]*)\}|\(([^)]*)\)(\??)|([^{}()?]+)|(.)/gu
  for (const [, slot, group, optional, words, stray] of source.matchAll(token)) {
    if (stray !== undefined) return `"${stray}" has nothing to belong to.`
    if (words !== undefined) parts.push({ kind: 'words', options: [words] })
    else if (group !== undefined)
      parts.push({
        kind: 'words',
        options: [...group.split('|'), ...(optional === '?' ? [''] : [])],
      })
    else if (slot !== undefined) {
      const part = SLOTS.get(slot)
      if (part === undefined)
        return `unknown slot {${slot}}; there are ${[...SLOTS.keys()].map((key) => `{${key}}`).join(' ')}.`
      parts.push({ kind: 'slot', ...part })
    }
  }
  const endless = manyReadings(parts)
  if (endless !== null) return endless
  return parts.length === 0 ? 'a template needs words or slots.' : { source, parts }
}

/** Why a name could be read as these parts in too many ways to try them all; null if it could not. */
function manyReadings(parts: readonly TemplatePart[]): string | null {
  let ways = 1
  let rests = 0
  for (const part of parts) {
    if (part.kind === 'words') ways *= part.options.length
    else if (part.slot === 'rest') rests++
  }
  if (rests > 1) return 'a name could be divided between two {rest} in too many ways; use one.'
  if (ways > MOST_WAYS)
    return `its choices make ${ways} names, at most ${MOST_WAYS} are allowed; split the template.`
  if (parts.length > MOST_PARTS)
    return `it has ${parts.length} parts, at most ${MOST_PARTS} are allowed.`
  return null
}

const MOST_WAYS = 64
const MOST_PARTS = 16

/** A name to read templates in; what was found out about it serves the next template, too. */
export interface NameSubject {
  readonly name: string
  readonly lexicon: NameLexicon
  /** A place counts only if it holds this one or lies in it; null where that is not known. */
  readonly home: Region | null
  readonly places: Map<number, Place | null>
  readonly owners: Map<number, readonly string[]>
}

export function nameSubject(name: string, lexicon: NameLexicon, home: Region | null): NameSubject {
  return { name, lexicon, home, places: new Map(), owners: new Map() }
}

/** Reads a name as `template`; the slots' longest reading first, null if it does not fit as a whole. */
export function matchTemplate(template: NameTemplate, subject: NameSubject): NameBinding | null {
  if (!mayMatch(template, subject)) return null
  const binding: Draft = { region: null, owner: null, n: null, rest: null }
  return matchFrom(template.parts, 0, subject, 0, binding) ? binding : null
}

/** False where the first or last part already rules the template out, as it does most of the time. */
function mayMatch({ parts }: NameTemplate, subject: NameSubject): boolean {
  const first = parts[0]
  const last = parts[parts.length - 1]
  if (last?.kind === 'words' && !last.options.some((option) => subject.name.endsWith(option)))
    return false
  if (first?.kind !== 'slot') return true
  if (first.slot === 'owner') return ownersAt(subject, 0).length > 0
  return first.slot !== 'region' || placeAt(subject, 0) !== null
}

/** The names a template writes from what its slots stand for, without repeats; empty if a slot has none. */
export function fillTemplate(
  template: NameTemplate,
  binding: NameBinding,
  lexicon: NameLexicon,
): readonly string[] {
  let names = ['']
  for (const part of template.parts) {
    const values = part.kind === 'words' ? part.options : slotValues(part, binding, lexicon)
    const longer: string[] = []
    for (const name of names) for (const value of values) longer.push(name + value)
    names = longer
  }
  return names.length > 1 ? [...new Set(names)] : names
}

const SLOTS = new Map<string, { slot: Slot; form: string | null }>([
  ['region', { slot: 'region', form: null }],
  ['region:full', { slot: 'region', form: 'full' }],
  ['region:short', { slot: 'region', form: 'short' }],
  ['region:type', { slot: 'region', form: 'type' }],
  ['owner', { slot: 'owner', form: null }],
  ['owner:short', { slot: 'owner', form: 'short' }],
  ['n', { slot: 'n', form: null }],
  ['rest', { slot: 'rest', form: null }],
])

type Draft = { -readonly [K in keyof NameBinding]: NameBinding[K] }

/** Whether the parts from `index` on are the name from `at` on; only then `binding` is filled in. */
function matchFrom(
  parts: readonly TemplatePart[],
  index: number,
  subject: NameSubject,
  at: number,
  binding: Draft,
): boolean {
  const part = parts[index]
  if (part === undefined) return at === subject.name.length
  const matchRest = (end: number): boolean => matchFrom(parts, index + 1, subject, end, binding)
  if (part.kind === 'words')
    return part.options.some(
      (option) => subject.name.startsWith(option, at) && matchRest(at + option.length),
    )
  const { name, lexicon } = subject
  switch (part.slot) {
    case 'region': {
      const place = placeAt(subject, at)
      if (place === null) return false
      const { end, last, region } = place
      if (part.form === 'full' && !typedNames(region, lexicon.types).includes(last)) return false
      if (!matchRest(end)) return false
      binding.region ??= { written: name.slice(at, end), region }
      return true
    }
    case 'owner': {
      const owner = ownersAt(subject, at).find((body) => matchRest(at + body.length))
      if (owner === undefined) return false
      binding.owner ??= owner
      return true
    }
    case 'n': {
      let end = at
      while (end < name.length && isNumeral(name.charCodeAt(end))) end++
      if (end === at || !matchRest(end)) return false
      binding.n ??= name.slice(at, end)
      return true
    }
    case 'rest': {
      let end = name.length
      if (index + 1 < parts.length) while (end > at && !matchRest(end)) end--
      if (end <= at) return false
      binding.rest ??= name.slice(at, end)
      return true
    }
  }
}

/** The known bodies at `at`, the longest first. */
function ownersAt(subject: NameSubject, at: number): readonly string[] {
  const known = subject.owners.get(at)
  if (known !== undefined) return known
  const { name, lexicon } = subject
  const found: string[] = []
  for (let end = name.length; end > at + 1; end--) {
    const owner = name.slice(at, end)
    if (lexicon.owners.has(owner)) found.push(owner)
  }
  subject.owners.set(at, found)
  return found
}

interface Place {
  readonly end: number
  readonly region: Region
  /** The name of the innermost place, as written. */
  readonly last: string
}

function placeAt(subject: NameSubject, at: number): Place | null {
  let place = subject.places.get(at)
  if (place === undefined) subject.places.set(at, (place = readPlaces(subject, at)))
  return place
}

/** The places at `at`, each lying in the one before it: 湖南省娄底市娄星区 is 娄星区. */
function readPlaces({ name, lexicon, home }: NameSubject, at: number): Place | null {
  const { regions } = lexicon
  const fits = (region: Region, outer: Region | undefined): boolean =>
    (home === null || regions.contains(region, home) || regions.contains(home, region)) &&
    (outer === undefined || (region !== outer && regions.contains(outer, region)))
  let place: Place | null = null
  for (let start = at; ;) {
    let next: Place | null = null
    for (const { span, regions: bearers } of regions.namesAt(name, start)) {
      if (span.end - start < SHORTEST_REGION) break
      const region = bearers.find((bearer) => fits(bearer, place?.region))
      if (region === undefined) continue
      next = { end: span.end, region, last: name.slice(start, span.end) }
      break
    }
    if (next === null) return place
    place = next
    start = next.end
  }
}

/** Names of one character (沪, 皖) are too often part of a word. */
const SHORTEST_REGION = 2

function slotValues(
  part: Extract<TemplatePart, { kind: 'slot' }>,
  binding: NameBinding,
  { types, owners }: NameLexicon,
): readonly string[] {
  switch (part.slot) {
    case 'region': {
      if (binding.region === null) return []
      const { written, region } = binding.region
      if (part.form === 'full') return typedNames(region, types)
      if (part.form === 'short') return shortNames(region, types)
      if (part.form === 'type') return typesOf(region, types).map(({ word }) => word)
      return [written]
    }
    case 'owner':
      if (binding.owner === null) return []
      return part.form === 'short' ? (owners.get(binding.owner) ?? []) : [binding.owner]
    case 'n':
      return binding.n === null ? [] : [binding.n]
    case 'rest':
      return binding.rest === null ? [] : [binding.rest]
  }
}
