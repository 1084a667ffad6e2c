import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/core/errors.js'
import { proveQuantityRules } from '../../../src/stages/quantities/prove.js'

const read = (path: string): { path: string; text: string } => ({
  path,
  text: readFileSync(path, 'utf8'),
})

describe('the quantity rules of hospital-news', () => {
  it('do what their own examples say', () => {
    const { problems } = proveQuantityRules(
      [read('pipelines/hospital-news/rules/quantities.yaml')],
      [read('dictionaries/units.yaml')],
    )
    const errors = problems.filter(({ severity }) => severity === undefined)
    expect(errors.map(formatProblem)).toEqual([])
  })
})
