import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AlignedText } from '../../../src/core/aligned-text.js'
import { sliceSpan } from '../../../src/core/span.js'
import { quantitiesStage } from '../../../src/stages/quantities/stage.js'
import { splitSentences } from '../../../src/stages/segment/split-sentences.js'

const FIXTURE = 'fixtures/quantities/report-of-a-year'

function read(path: string): { path: string; text: string } {
  return { path, text: readFileSync(path, 'utf8') }
}

const run = quantitiesStage.prepare({
  options: {},
  rules: [read('pipelines/hospital-news/rules/quantities.yaml')],
  dictionaries: { units: [read('dictionaries/units.yaml')] },
  pipeline: { entities: [], relations: [], events: [] },
  services: {
    segmenter: {
      identity: 'none',
      cut: (text) => [text],
      tag: () => [],
      tagAll: () => [],
      frequency: () => 0,
    },
  },
})

function mentionsIn(text: string) {
  const body = { text: AlignedText.of(text), flags: [] }
  return run({ body, sentences: splitSentences(text) })
}

describe('the quantities stage', () => {
  const { text } = read(`${FIXTURE}/input.txt`)

  it('finds the quantities of a report and nothing else', () => {
    const lines = mentionsIn(text).map(({ span, value, origin }) => {
      if (value.type !== 'quantity') throw new Error('not a quantity')
      const { value: exact, low, high, unit, mod } = value.quantity
      const amount = exact ?? `${low}..${high}`
      return [sliceSpan(text, span), amount, unit, mod, origin.rule, origin.entry].join('\t')
    })
    expect(lines.join('\n') + '\n').toBe(read(`${FIXTURE}/expected.tsv`).text)
  })

  it('finds the same in a sentence whatever comes after it', () => {
    const alone = mentionsIn('接诊近3万人次。')
    expect(mentionsIn('接诊近3万人次。以上是第2期多学科。').slice(0, 1)).toEqual(alone)
    expect(mentionsIn('接诊近3万人次。\n左右为难').slice(0, 1)).toEqual(alone)
  })
})
