import { z } from 'zod'
import type { SourceFile } from '../core/source-file.js'
import { parseYaml } from '../dictionary/yaml.js'
import type { Scores } from './report.js'
import { f1Of, precisionOf, recallOf, type Score } from './score.js'

/** The figures that an evaluation must not fall below, by measure; a share that is left out is free. */
export type Floors = Readonly<Record<string, Floor>>
export type Floor = Readonly<Partial<Record<Share, number>>>

const SHARES = ['precision', 'recall', 'f1'] as const
export type Share = (typeof SHARES)[number]

/** A share that is below its floor; `present` is null where the measure is not scored any more. */
export interface Shortfall {
  readonly measure: string
  readonly share: Share
  readonly floor: number
  readonly present: number | null
}

/** All measures by name, in the order of printing. */
export function measuresOf(scores: Scores): Readonly<Record<string, Score>> {
  const { body, metadata, mentions, facts } = scores
  return { 'body characters': body, ...metadata, ...mentions, ...facts }
}

/** What of an evaluation is below the floors, in their order. */
export function findShortfalls(floors: Floors, scores: Scores): readonly Shortfall[] {
  const present = presentFloors(scores)
  return Object.entries(floors).flatMap(([measure, floor]) =>
    SHARES.flatMap((share) => {
      const least = floor[share]
      const figure = present[measure]?.[share] ?? null
      if (least === undefined || (figure !== null && figure >= least)) return []
      return [{ measure, share, floor: least, present: figure }]
    }),
  )
}

/** The figures of an evaluation as floors: in thousandths, rounded down, so that they hold. */
export function presentFloors(scores: Scores): Floors {
  const floors: Record<string, Floor> = {}
  for (const [measure, score] of Object.entries(measuresOf(scores))) {
    const shares = { precision: precisionOf(score), recall: recallOf(score), f1: f1Of(score) }
    const floor: Partial<Record<Share, number>> = {}
    for (const share of SHARES) {
      const figure = shares[share]
      if (figure !== null) floor[share] = Math.floor(figure * 1000) / 1000
    }
    if (Object.keys(floor).length > 0) floors[measure] = floor
  }
  return floors
}

/**
 * Reads a floors file (YAML, of which JSON is a part).
 * @throws {ConfigError} with every problem of its form
 */
export function parseFloors(file: SourceFile): Floors {
  return parseYaml(file, floorsSchema).value.floors
}

/** A floors file, one line a measure. `parseFloors(formatFloors(floors))` gives them back. */
export function formatFloors(floors: Floors): string {
  const lines = Object.entries(floors).map(([measure, floor]) => {
    const shares = SHARES.flatMap((share) =>
      floor[share] === undefined ? [] : [`${share}: ${floor[share]}`],
    )
    return `  ${measure}: { ${shares.join(', ')} }`
  })
  return `${HEAD}floors:\n${lines.join('\n')}\n`
}

const HEAD = `# What yuanju eval must not fall below. Raised by --update-floors; lowered only with
# --allow-regression, and then with a line in the changelog that says why.
`

const share = z.number().min(0).max(1).optional()

const floorsSchema = z.strictObject({
  floors: z.record(
    z.string(),
    z
      .strictObject({ precision: share, recall: share, f1: share })
      .transform((floor): Floor => withoutUndefined(floor)),
  ),
})

function withoutUndefined(floor: { readonly [S in Share]?: number | undefined }): Floor {
  const kept: Partial<Record<Share, number>> = {}
  for (const share of SHARES) if (floor[share] !== undefined) kept[share] = floor[share]
  return kept
}
