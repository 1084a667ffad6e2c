import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { sameNumber } from './answer.js'

const nameSchema = z.object({
  ours: z.string(),
  theirs: z.array(z.string()),
  of: z.string().optional(),
  times: z.number().default(1),
})
type Name = z.infer<typeof nameSchema>

const groups = z
  .record(z.string(), z.array(nameSchema))
  .parse(parse(readFileSync('bench/mentions/unit-names.yaml', 'utf8')))
const names = new Map<string, Name>()
for (const name of Object.values(groups).flat())
  for (const spelling of [name.ours, ...name.theirs]) names.set(spelling, name)
const categories = new Map(
  Object.entries(groups).flatMap(([group, list]) => list.map(({ ours }) => [ours, group] as const)),
)

/** A value with a unit, whether the unit is named as they do or as we do: `15 元`. */
export function writeMeasure(value: number | string, unit: string): string {
  return `${scaled(value, unit)} ${baseOf(unit)}`
}

/** A range of such values, null for an open side. */
export function writeBounds(
  low: number | string | null,
  high: number | string | null,
  unit: string,
): string {
  const write = (value: number | string | null): string =>
    value === null ? '..' : scaled(value, unit)
  return `range ${write(low)} ${write(high)} ${baseOf(unit)}`
}

/** What the peers count one of our units under: `currency`, `dimension` …; null where they have no name for it. */
export function categoryOf(ours: string): string | null {
  return categories.get(ours) ?? null
}

function scaled(value: number | string, unit: string): string {
  return sameNumber(Number(value) * (names.get(unit)?.times ?? 1))
}

function baseOf(unit: string): string {
  const name = names.get(unit)
  return name?.of ?? name?.ours ?? unit
}
