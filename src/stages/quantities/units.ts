import { z } from 'zod'
import { type Decimal, parseDecimal } from '../../core/decimal.js'
import { ConfigError, type ConfigProblem } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import { PhraseTrie } from '../../dictionary/phrase-trie.js'
import { parseYaml } from '../../dictionary/yaml.js'

const TRAITS = [
  'one',
  'measure',
  'signed',
  'rank',
  'noun',
  'time',
  'age',
  'tenths',
  'order',
  'part',
  'clock',
  'pair',
] as const
export type UnitTrait = (typeof TRAITS)[number]

/** What a number counts or measures. */
export interface Unit {
  /** `units/人次`. */
  readonly id: string
  /** The name that records give. */
  readonly name: string
  readonly kind: string
  readonly traits: ReadonlySet<UnitTrait>
  /** How many of `name` one of the unit as written is (角: 0.1 元); null for one. */
  readonly times: Decimal | null
  /** Behind an amount in the unit so named, how many of that one of these is: 0.1 斤 for 两. */
  readonly partOf: ReadonlyMap<string, Decimal>
  /** The name of the unit it is where a fraction or a part shows it (块: 元); null for none. */
  readonly money: string | null
  /** What may stand behind it besides punctuation (三里外); null for anything. */
  readonly followers: PhraseTrie | null
  /** What must stand before its number (翻两番); null for anything. */
  readonly leaders: PhraseTrie | null
}

/** A unit found in a text, and where it ends. */
export interface UnitMatch {
  readonly unit: Unit
  readonly end: number
}

const words = z.array(z.string().min(1)).default([])

const decimal = z.string().transform((text, context): Decimal => {
  const value = parseDecimal(text)
  if (value !== null) return value
  context.addIssue({ code: 'custom', message: 'expected a decimal in quotes, such as "0.1"' })
  return z.NEVER
})

const entrySchema = z.strictObject({
  unit: z.string().min(1),
  also: words,
  words,
  unless: words,
  but: words,
  followers: words,
  leaders: words,
  traits: z.array(z.enum(TRAITS)).default([]),
  times: decimal.nullable().default(null),
  partOf: z.record(z.string(), decimal).default({}),
  money: z.string().nullable().default(null),
})

/** The form of a file of units. */
export const unitsSchema = z.array(
  z.strictObject({
    kind: z.string(),
    traits: z.array(z.enum(TRAITS)).default([]),
    units: z.array(
      z.preprocess((entry) => (typeof entry === 'string' ? { unit: entry } : entry), entrySchema),
    ),
  }),
)

/** All units by their spellings. */
export class UnitLexicon {
  private readonly trie: PhraseTrie
  /** For each phrase of the trie its unit, or null for a longer word that is none. */
  private readonly units: readonly (Unit | null)[]
  private readonly lengths: readonly number[]
  private readonly byName: ReadonlyMap<string, Unit>

  constructor(spellings: readonly Spelling[]) {
    this.trie = new PhraseTrie(spellings.map(({ phrase }) => phrase))
    this.units = spellings.map(({ unit }) => unit)
    this.lengths = spellings.map(({ length }) => length)
    // Of several entries under one name (元, and 角 in 元) the name is the whole unit's.
    const named = spellings
      .flatMap(({ unit }) => (unit === null ? [] : [unit]))
      .sort((a, b) => Number(a.times === null) - Number(b.times === null))
    this.byName = new Map(named.map((unit) => [unit.name, unit]))
  }

  /** The longest unit spelled at `at`, or null. */
  match(text: string, at: number): UnitMatch | null {
    const phrase = this.trie.longest(text, at)
    const unit = phrase < 0 ? null : this.units[phrase]!
    if (unit === null) return null
    const end = at + this.lengths[phrase]!
    // km in “km/h” is a unit, in “kmart” it is none.
    return isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end)) ? null : { unit, end }
  }

  named(name: string): Unit | null {
    return this.byName.get(name) ?? null
  }
}

/** Where the unit of a number that ends at `end` starts: a space may stand between. */
export function unitStart(text: string, end: number): number {
  return text.charCodeAt(end) === 0x20 ? end + 1 : end
}

interface Spelling {
  readonly phrase: string
  /** How much of the phrase is the unit: less than all for an exception to an exception. */
  readonly length: number
  readonly unit: Unit | null
}

/** @throws {ConfigError} with every problem of every file */
export function loadUnits(files: readonly SourceFile[]): UnitLexicon {
  const spellings: Spelling[] = []
  const places = new Map<string, string>()
  const problems: ConfigProblem[] = []
  for (const file of files) {
    const yaml = parseYaml(file, unitsSchema)
    for (const [block, { kind, traits, units }] of yaml.value.entries())
      for (const [index, entry] of units.entries()) {
        const { line } = yaml.locate([block, 'units', index])
        const unit: Unit = {
          id: `units/${entry.unit}`,
          name: entry.unit,
          kind,
          traits: new Set([...traits, ...entry.traits]),
          times: entry.times,
          partOf: new Map(Object.entries(entry.partOf)),
          money: entry.money,
          followers: entry.followers.length === 0 ? null : new PhraseTrie(entry.followers),
          leaders: entry.leaders.length === 0 ? null : new PhraseTrie(entry.leaders, 'backward'),
        }
        const own = entry.words.length > 0 ? entry.words : [entry.unit, ...entry.also]
        for (const phrase of own) {
          const other = places.get(phrase)
          if (other !== undefined) {
            const message = `unit “${phrase}” is already defined at ${other}. Remove one of them.`
            problems.push(
              yaml.problem([block, 'units', index], 'dictionary-duplicate-entry', message, unit.id),
            )
          }
          places.set(phrase, `${file.path}:${line}`)
          spellings.push({ phrase, length: phrase.length, unit })
        }
        const [shortest] = [...own].sort((a, b) => a.length - b.length)
        for (const phrase of entry.unless) spellings.push({ phrase, length: 0, unit: null })
        for (const phrase of entry.but)
          spellings.push({ phrase, length: shortest?.length ?? 0, unit })
      }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  // A word that one unit excludes may be another unit (部 and 部门): units come first.
  spellings.sort((a, b) => Number(a.unit === null) - Number(b.unit === null))
  return new UnitLexicon(spellings)
}

function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
}
