import { describe, expect, it } from 'vitest'
import { proveMentionRules, type ProvenRule } from '../../src/rule/mention-example.js'

const finds: ProvenRule = {
  id: 'quantities/number-unit',
  file: 'rules.yaml',
  line: 3,
  effect: 'finds',
  matches: [
    { text: '36名', given: {}, gives: [{ value: 36 }] },
    { text: '9家', given: {}, gives: [] },
  ],
  rejects: [{ text: '医院', given: {}, gives: [] }],
}

/** Finds digits, whatever stands behind them. */
function find({ text }: { readonly text: string }) {
  return [...text.matchAll(/\d+/g)].map(([digits]) => ({
    rules: ['quantities/number-unit'],
    fields: { value: Number(digits) },
  }))
}

describe('proveMentionRules', () => {
  it('counts rules and examples and has nothing to say where all come out', () => {
    expect(proveMentionRules([finds], find)).toEqual({ problems: [], rules: 1, examples: 3 })
  })

  it('names the rule, its place and what was found where an example fails', () => {
    const rule = { ...finds, rejects: [{ text: '5家', given: {}, gives: [] }] }
    const [problem] = proveMentionRules([rule], find).problems
    expect(problem).toMatchObject({ file: 'rules.yaml', line: 3, id: 'quantities/number-unit' })
    expect(problem?.message).toBe('should not match “5家”, found {"value":5}.')
  })

  it('asks of an exclusion that nothing is found', () => {
    const bars: ProvenRule = {
      ...finds,
      effect: 'bars',
      matches: [{ text: 'G36', given: {}, gives: [] }],
      rejects: [{ text: '36', given: {}, gives: [] }],
    }
    const { problems } = proveMentionRules([bars], find)
    expect(problems.map(({ message }) => message)).toEqual([
      'should match “G36”, found {"value":36}.',
    ])
  })
})
