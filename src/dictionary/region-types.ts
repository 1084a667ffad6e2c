import type { Region } from './regions.js'

/** A word that stands for a kind of division where the division itself is understood: 市, 省, 州. */
export interface RegionType {
  readonly word: string
  /** The endings of the official names it can stand for: 州 for 自治州. */
  readonly endings: readonly string[]
}

/** The types a region answers to, in the order of `types`: 黔东南苗族侗族自治州 → 州. */
export function typesOf(region: Region, types: readonly RegionType[]): readonly RegionType[] {
  return types.filter(({ endings }) => endings.some((ending) => region.name.endsWith(ending)))
}

/** The names that say what kind of division it is, official first: 黔东南苗族侗族自治州, 黔东南州. */
export function typedNames(region: Region, types: readonly RegionType[]): readonly string[] {
  const own = typesOf(region, types)
  const isTyped = (name: string): boolean => own.some(({ word }) => name.endsWith(word))
  return [region.name, ...region.aliases.filter(isTyped)]
}

/** The names that do not: 黔东南, 上海. */
export function shortNames(region: Region, types: readonly RegionType[]): readonly string[] {
  const typed = typedNames(region, types)
  return region.aliases.filter((alias) => !typed.includes(alias))
}
