import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/core/errors.js'
import { proveDateRules } from '../../../src/stages/dates/prove.js'

const PATH = 'pipelines/hospital-news/rules/dates.yaml'

describe('the date rules of hospital-news', () => {
  it('do what their own examples say', () => {
    const { problems } = proveDateRules([{ path: PATH, text: readFileSync(PATH, 'utf8') }])
    const errors = problems.filter(({ severity }) => severity === undefined)
    expect(errors.map(formatProblem)).toEqual([])
  })
})
