import { configs } from 'opencc-js/preset/t2cn'
import { z } from 'zod'
import { lazily } from '../core/lazily.js'

/** The library whose dictionaries decide conversions; the version is pinned and tested. */
export const OPENCC_LIBRARY = 'opencc-js 1.4.2'

/**
 * The tables from a traditional orthography to mainland simplified, by OpenCC's names: OpenCC's own
 * standard, Taiwan's and Hong Kong's. The `…p` tables are left out: they replace words.
 */
export const CONVERSION_TABLES = ['t2s', 'tw2s', 'hk2s'] as const

export type TableName = (typeof CONVERSION_TABLES)[number]

/** What is written, and what is put in its place. */
export type Replacements = ReadonlyMap<string, string>

/** How OpenCC converts: cut at the phrases of `segmentation`, then each piece through every step. */
export interface ConversionTable {
  readonly name: TableName
  /** Null where a text is one piece. */
  readonly segmentation: Replacements | null
  /** In order; of the entries that begin at a character the longest is taken. */
  readonly steps: readonly Replacements[]
}

export function readConversionTable(name: TableName): ConversionTable {
  return TABLES[name]()
}

/** CJK compatibility ideographs and the characters they are copies of: a step before every table. */
export function readCompatibilityForms(): Replacements {
  return readGroup(readConfig('t2s').normalizationChain.flat())
}

/**
 * Traditional characters, regional forms (衞) included, and their simplified forms, without regard
 * to context; no others.
 */
export function readSimplifiedForms(): Replacements {
  return simplifiedForms()
}

function deriveSimplifiedForms(): Replacements {
  const forms = new Map(charactersOf(readConversionTable('t2s')))
  for (const name of ['tw2s', 'hk2s'] as const)
    for (const [from, to] of charactersOf(readConversionTable(name))) {
      const simplified = forms.get(to)
      if (simplified !== undefined && simplified !== from && !forms.has(from))
        forms.set(from, simplified)
    }
  return forms
}

/** Those of its first step; a second one is the same for all tables. */
function charactersOf(table: ConversionTable): [string, string][] {
  return [...(table.steps[0] ?? [])].filter(([from, to]) => [...from].length === 1 && from !== to)
}

/** `'後 后|裡 里'`: the entries joined by bars, each two words joined by a space. */
const dictionary = z.string().regex(/^[^ |]+ [^ |]+(\|[^ |]+ [^ |]+)*$/)

/** Not part of the library's documented surface, so it is checked before it is believed. */
const config = z.object({
  normalizationChain: z.array(z.array(dictionary)),
  segmentation: z.array(dictionary).optional(),
  conversionChain: z.array(z.array(dictionary)),
})

function readConfig(name: TableName): z.infer<typeof config> {
  return config.parse(configs[name])
}

/** Where two dictionaries of a group have the same entry, the first decides. */
function readGroup(dictionaries: readonly string[]): Replacements {
  const entries = new Map<string, string>()
  for (const text of dictionaries)
    for (const entry of text.split('|')) {
      const [from = '', to = ''] = entry.split(' ')
      if (!entries.has(from)) entries.set(from, to)
    }
  return entries
}

function readTable(name: TableName): ConversionTable {
  const { segmentation, conversionChain } = readConfig(name)
  return {
    name,
    segmentation: segmentation === undefined ? null : readGroup(segmentation),
    steps: conversionChain.map(readGroup),
  }
}

/** Several stages need them; reading them takes some milliseconds. */
const TABLES: Readonly<Record<TableName, () => ConversionTable>> = {
  t2s: lazily(() => readTable('t2s')),
  tw2s: lazily(() => readTable('tw2s')),
  hk2s: lazily(() => readTable('hk2s')),
}

const simplifiedForms = lazily(deriveSimplifiedForms)
