import { z } from 'zod'
import type { ConfigProblem } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml } from '../../dictionary/yaml.js'
import type { QuantityLexicon } from './lexicon.js'
import { scanQuantities } from './scan.js'

/**
 * Warns of spellings that no amount can be read with, because another entry or rule always takes
 * their characters.
 */
export function findDeadUnits(
  lexicon: QuantityLexicon,
  files: readonly SourceFile[],
): readonly ConfigProblem[] {
  return files.flatMap((file) => {
    const yaml = parseYaml(file, unitsSchema)
    return yaml.value.flatMap(({ traits, units }, block) =>
      units.flatMap((entry, index) => {
        const { unit, also = [], words, traits: own = [] } = toEntry(entry)
        // Lengths of time are read by the dates stage.
        if ([...traits, ...own].includes(TIME)) return []
        return (words ?? [unit, ...also])
          .filter((spelling) => !isReadable(lexicon, spelling))
          .map((spelling) => {
            const message = `no amount is ever read with “${spelling}”: 3${spelling} gives none.`
            const path = [block, 'units', index]
            const problem = yaml.problem(path, 'dictionary-dead', message, `units/${unit}`)
            return { ...problem, severity: 'warning' as const }
          })
      }),
    )
  })
}

const TIME = 'time'

const entrySchema = z.object({
  unit: z.string(),
  also: z.array(z.string()).optional(),
  words: z.array(z.string()).optional(),
  traits: z.array(z.string()).optional(),
})
const unitsSchema = z.array(
  z.object({
    traits: z.array(z.string()).default([]),
    units: z.array(z.union([z.string(), entrySchema])),
  }),
)

function toEntry(entry: string | z.infer<typeof entrySchema>): z.infer<typeof entrySchema> {
  return typeof entry === 'string' ? { unit: entry } : entry
}

/** What may stand around a unit and its amount for it to be read: 第3楼, 五块六毛, 翻了3番. */
const FRAMES = [
  '共3@',
  '第3@',
  '3.5@',
  '5元3@',
  '5斤3@',
  '5块3@5',
  '5丈3@',
  '翻了3@',
  '三@',
  '人民币3@',
  '零下3@',
]

function isReadable(lexicon: QuantityLexicon, spelling: string): boolean {
  return FRAMES.some((frame) => {
    const text = frame.replace('@', spelling)
    const start = text.indexOf(spelling)
    return scanQuantities(lexicon, text).some(
      (found) => found.start < start && found.end >= start + spelling.length,
    )
  })
}
