import * as suite from '@microsoft/recognizers-text-suite'
import { z } from 'zod'
import type { Answer } from './answer.js'
import { answersOfResolution, isUnitAlone } from './recognizers-values.js'

type Recognize = (text: string, reference: Date) => unknown

const zh = suite.Culture.Chinese
const number: Recognize = (text) => suite.recognizeNumber(text, zh)
const dimension: Recognize = (text) => suite.recognizeDimension(text, zh)
const currency: Recognize = (text) => suite.recognizeCurrency(text, zh)
const temperature: Recognize = (text) => suite.recognizeTemperature(text, zh)
const date: Recognize = (text, reference) => suite.recognizeDateTime(text, zh, undefined, reference)

/** Which of its models answers for a category; the date models answer for the rest. */
const MODELS: Readonly<Record<string, Recognize>> = {
  Number: number,
  Numeral: number,
  Ordinal: (text) => suite.recognizeOrdinal(text, zh),
  Percent: (text) => suite.recognizePercentage(text, zh),
  Age: (text) => suite.recognizeAge(text, zh),
  Currency: currency,
  AmountOfMoney: currency,
  Dimension: dimension,
  Distance: dimension,
  Quantity: dimension,
  Volume: dimension,
  Temperature: temperature,
}

const results = z.array(
  z.object({
    start: z.number(),
    end: z.number(),
    typeName: z.string(),
    resolution: z.record(z.string(), z.unknown()).nullish(),
  }),
)

/**
 * What @microsoft/recognizers-text-suite finds for a category; its ends are inclusive. Null where the
 * package has no model for it: number ranges are in its specifications only.
 */
export function askRecognizers(
  category: string,
  text: string,
  reference: string | null,
): Answer[] | null {
  if (category.startsWith('NumberRange')) return null
  const recognize = MODELS[category] ?? date
  const moment = reference === null ? new Date() : new Date(reference)
  return results
    .parse(recognize(text, moment))
    .filter(({ resolution }) => !isUnitAlone(resolution ?? {}))
    .map(({ start, end, typeName, resolution }) => ({
      extents: [{ start, end: end + 1 }],
      values: answersOfResolution(typeName, resolution ?? {}),
    }))
}

/** All its models on one text, for the clock. */
export function runRecognizers(text: string): void {
  const reference = new Date('2024-06-01T00:00:00')
  for (const recognize of new Set([...Object.values(MODELS), date])) recognize(text, reference)
}
