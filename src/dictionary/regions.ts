import { z } from 'zod'
import { ConfigError, type ConfigProblem } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import type { Span } from '../core/span.js'
import { Automaton } from './automaton.js'
import { perFile } from './per-file.js'
import { listCell, parseTable, type Row } from './table.js'

export type RegionLevel = 'country' | 'province' | 'prefecture' | 'county'

/** An administrative division. */
export interface Region {
  /** Six digits: two for the province, two for the prefecture, two for the county; `000000` the country. */
  readonly code: string
  /** Official full name: 黔东南苗族侗族自治州. */
  readonly name: string
  /** Other names it goes by: 黔东南州, 黔东南. */
  readonly aliases: readonly string[]
  readonly level: RegionLevel
}

/** A region's name in a text. */
export interface RegionName {
  readonly span: Span
  /** Every region that bears the name, in the order of their codes; never empty. */
  readonly regions: readonly Region[]
}

/** A place in a text that stands for one region. */
export interface RegionMention {
  readonly span: Span
  readonly region: Region
}

/** The administrative divisions, to look up and to find in text. */
export interface Regions {
  readonly all: readonly Region[]
  byCode(code: string): Region | null
  /** The regions that bear `name`, official or alias, in the order of their codes; empty if none. */
  named(name: string): readonly Region[]
  /** The names that begin at `at`, the longest first. */
  namesAt(text: string, at: number): readonly RegionName[]
  /** The division it belongs to directly; null for the country. A municipality's district: the municipality. */
  parentOf(region: Region): Region | null
  /** The division itself, then what it belongs to, up to but without the country. */
  lineOf(region: Region): readonly Region[]
  /** True where `inner` is `outer` or lies in it. */
  contains(outer: Region, inner: Region): boolean
  /** Every name, leftmost longest, with all regions that bear it. */
  findNames(text: string): readonly RegionName[]
  /**
   * Every name that stands for one region, leftmost longest. A name that several bear (朝阳区) stands
   * for the one that lies in another place named in the text, nearest first; otherwise it is left out.
   */
  find(text: string): readonly RegionMention[]
}

/**
 * Reads region dictionaries: columns `code`, `name`, `aliases`.
 * @throws {ConfigError} with every problem of the files
 */
export function parseRegions(files: readonly SourceFile[]): Regions {
  const [file] = files
  return file !== undefined && files.length === 1 ? readRegions(file) : regionsOf(files)
}

const readRegions = perFile((file) => regionsOf([file]))

function regionsOf(files: readonly SourceFile[]): Regions {
  const rows = files.flatMap((file) => parseTable(file, regionRow))
  const problems = duplicateCodes(rows)
  if (problems.length > 0) throw new ConfigError(problems)
  return indexRegions(
    rows.map(({ value }) => ({ ...value, level: levelOf(value.code) })).sort(byCodeOrder),
  )
}

const regionRow = z.object({
  code: z.string().regex(/^\d{6}$/, 'expected a division code of six digits'),
  name: z.string().min(1, 'expected the official name'),
  aliases: listCell,
})

const COUNTRY = '000000'

/** How many digits of a division's code all that lies in it have in common. */
const CODE_DIGITS: Readonly<Record<RegionLevel, number>> = {
  country: 0,
  province: 2,
  prefecture: 4,
  county: 6,
}

function indexRegions(all: readonly Region[]): Regions {
  const codes = new Map(all.map((region) => [region.code, region]))
  const names = new Map<string, Region[]>()
  for (const region of all)
    for (const name of [region.name, ...region.aliases]) {
      const bearers = names.get(name)
      if (bearers === undefined) names.set(name, [region])
      else if (!bearers.includes(region)) bearers.push(region)
    }
  const phrases = [...names.keys()]
  const bearersOf = [...names.values()]
  const automaton = new Automaton(phrases)

  const byCode = (code: string): Region | null => codes.get(code) ?? null
  const parentOf = (region: Region): Region | null => {
    if (region.code === COUNTRY) return null
    const prefecture = `${region.code.slice(0, 4)}00`
    const province = `${region.code.slice(0, 2)}0000`
    for (const code of [prefecture, province]) {
      const parent = codes.get(code)
      if (parent !== undefined && parent !== region) return parent
    }
    return byCode(COUNTRY)
  }
  const lines = new Map<Region, readonly Region[]>()
  const lineOf = (region: Region): readonly Region[] => {
    const known = lines.get(region)
    if (known !== undefined) return known
    const line: Region[] = []
    for (let at: Region | null = region; at !== null && at.code !== COUNTRY; at = parentOf(at))
      line.push(at)
    lines.set(region, line)
    return line
  }
  const contains = (outer: Region, inner: Region): boolean => {
    const digits = CODE_DIGITS[outer.level]
    for (let at = 0; at < digits; at++)
      if (outer.code.charCodeAt(at) !== inner.code.charCodeAt(at)) return false
    return true
  }
  const namesAt = (text: string, at: number): readonly RegionName[] =>
    automaton.beginningAt(text, at).map((phrase) => ({
      span: { start: at, end: at + phrases[phrase]!.length },
      regions: bearersOf[phrase]!,
    }))
  const findNames = (text: string): readonly RegionName[] =>
    automaton.findLongest(text).map(({ phrase, start, end }) => ({
      span: { start, end },
      regions: bearersOf[phrase]!,
    }))
  const find = (text: string): readonly RegionMention[] => {
    const found = findNames(text)
    return found.flatMap(({ span, regions }, index) => {
      const region = regions.length === 1 ? regions[0]! : settle(found, index, contains)
      return region === null ? [] : [{ span, region }]
    })
  }
  const named = (name: string): readonly Region[] => names.get(name) ?? []
  return { all, byCode, named, namesAt, parentOf, lineOf, contains, findNames, find }
}

/** The one bearer of an ambiguous name that lies in the nearest other place that holds any bearer. */
function settle(
  found: readonly RegionName[],
  index: number,
  contains: Regions['contains'],
): Region | null {
  const { regions } = found[index]!
  for (let distance = 1; distance <= SETTLING_REACH; distance++)
    for (const other of [found[index - distance], found[index + distance]]) {
      if (other === undefined) continue
      const inside = regions.filter((region) =>
        other.regions.some(
          (outer) => outer !== region && outer.level !== 'country' && contains(outer, region),
        ),
      )
      if (inside.length === 1) return inside[0]!
    }
  return null
}

/** How many names to either side can settle an ambiguous one; keeps the search linear in the text. */
const SETTLING_REACH = 16

function levelOf(code: string): RegionLevel {
  if (code === COUNTRY) return 'country'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

function byCodeOrder(a: Region, b: Region): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}

function duplicateCodes(rows: readonly Row<{ code: string }>[]): ConfigProblem[] {
  const lines = new Map<string, number>()
  return rows.flatMap(({ value, file, line }) => {
    const first = lines.get(value.code)
    if (first === undefined) {
      lines.set(value.code, line)
      return []
    }
    const message = `code ${value.code} is already on line ${first}. Remove one of them.`
    return [{ code: 'dictionary-duplicate-id', file, line, column: 1, message }]
  })
}
