import type { Region } from './regions.js'

/** A word that stands for a kind of division where the division itself is understood: 市, 省, 州. */
export interface RegionType {
  readonly word: string
  /** The endings of the official names it can stand for: 州 for 自治州. */
  readonly endings: readonly string[]
}

/** The types a region answers to, in the order of `types`: 黔东南苗族侗族自治州 → 州. */
export function typesOf(region: Region, types: readonly RegionType[]): readonly RegionType[] {
  return namesOf(region, types).own
}

/** The names that say what kind of division it is, official first: 黔东南苗族侗族自治州, 黔东南州. */
export function typedNames(region: Region, types: readonly RegionType[]): readonly string[] {
  return namesOf(region, types).typed
}

/** The names that do not: 黔东南, 上海. */
export function shortNames(region: Region, types: readonly RegionType[]): readonly string[] {
  return namesOf(region, types).short
}

interface TypedNames {
  readonly own: readonly RegionType[]
  readonly typed: readonly string[]
  readonly short: readonly string[]
}

/** Every name template asks for them again and again. */
const KNOWN = new WeakMap<readonly RegionType[], Map<Region, TypedNames>>()

function namesOf(region: Region, types: readonly RegionType[]): TypedNames {
  let known = KNOWN.get(types)
  if (known === undefined) KNOWN.set(types, (known = new Map<Region, TypedNames>()))
  let names = known.get(region)
  if (names === undefined) known.set(region, (names = sortNames(region, types)))
  return names
}

function sortNames({ name, aliases }: Region, types: readonly RegionType[]): TypedNames {
  const own = types.filter(({ endings }) => endings.some((ending) => name.endsWith(ending)))
  const isTyped = (alias: string): boolean => own.some(({ word }) => alias.endsWith(word))
  const typed = [name, ...aliases.filter(isTyped)]
  return { own, typed, short: aliases.filter((alias) => !typed.includes(alias)) }
}
