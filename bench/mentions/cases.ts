import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Answer } from './answer.js'
import { answersOfDuckling } from './duckling-values.js'
import { answersOfResolution, isUnitAlone } from './recognizers-values.js'

/** One text of another project's tests, with what that project expects of it. */
export interface Case {
  readonly id: string
  readonly project: 'recognizers' | 'duckling'
  /** The model or dimension: Number, Currency, DateTimeModel, Time, Time (traditional). */
  readonly category: string
  readonly text: string
  /** The moment relative expressions count from, local time; null where none is given. */
  readonly reference: string | null
  readonly expected: readonly Answer[]
  /** A form that matters in news prose. */
  readonly news: boolean
  /** Marked as following a convention in which one may differ on purpose. */
  readonly disputed: boolean
  /** One of Recognizers' own, of a whole model: there it is to give all that the case expects. */
  readonly home: boolean
}

const recognizersCase = z.object({
  id: z.string(),
  model: z.string(),
  text: z.string(),
  reference: z.string().nullable(),
  expected: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      text: z.string(),
      type: z.string(),
      resolution: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  news: z.boolean(),
  goldNote: z.array(z.string()).default([]),
})

const ducklingCase = z.object({
  id: z.string(),
  dimension: z.string(),
  text: z.string(),
  reference: z.string(),
  value: z.record(z.string(), z.unknown()),
  script: z.string(),
  news: z.boolean(),
})

/** Reads cases in either format, told apart by their fields; each text once a category. */
export function readCases(path: string): Case[] {
  const cases = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => toCase(JSON.parse(line)))
  return oncePerText(cases)
}

function toCase(line: unknown): Case {
  const recognizers = recognizersCase.safeParse(line)
  if (!recognizers.success) return ofDuckling(ducklingCase.parse(line))
  const { id, model, text, reference, expected, news, goldNote } = recognizers.data
  return {
    id,
    project: 'recognizers',
    category: model === 'DateTimeModel' ? model : model.replace(/Model$/, ''),
    text,
    reference,
    expected: expected.flatMap(({ start, end, type, resolution }) => {
      if (resolution !== null && isUnitAlone(resolution)) return []
      const values = resolution === null ? [] : answersOfResolution(type, resolution)
      return [{ extents: [{ start, end }], values }]
    }),
    news,
    disputed: goldNote.length > 0,
    home: model === 'DateTimeModel',
  }
}

function ofDuckling(line: z.infer<typeof ducklingCase>): Case {
  const { id, dimension, text, reference, value, script, news } = line
  const moment = reference.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)
  const values = answersOfDuckling(value, moment)
  const simplified = dimension !== 'Time' || script === 'hans'
  return {
    id,
    project: 'duckling',
    category: simplified ? dimension : `${dimension} (traditional)`,
    text,
    reference: moment,
    expected: [{ extents: [{ start: 0, end: text.length }], values }],
    news,
    disputed: false,
    home: false,
  }
}

/**
 * Date texts recur from extractor to parser to the whole model: the fullest version of each is kept,
 * and its category says where it came from.
 */
function oncePerText(cases: readonly Case[]): Case[] {
  const fullest = new Map<string, Case>()
  for (const one of cases) {
    const family = /Extractor$|Parser$|^DateTimeModel$/.test(one.category) ? 'date' : one.category
    const key = `${one.project} ${family} ${one.text}`
    const other = fullest.get(key)
    if (other === undefined || fullness(one) > fullness(other)) fullest.set(key, one)
  }
  return [...fullest.values()]
}

function fullness({ category }: Case): number {
  if (category === 'DateTimeModel') return 2
  return category.endsWith('Parser') ? 1 : 0
}
