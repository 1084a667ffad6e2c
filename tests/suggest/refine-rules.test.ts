import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/core/errors.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import type { Pipeline, PlannedStage } from '../../src/pipeline/pipeline.js'
import { processDocument } from '../../src/pipeline/process-document.js'
import type { FactRecord } from '../../src/pipeline/records.js'
import type { JudgedFact } from '../../src/store/judged-facts.js'
import { acceptRefinements } from '../../src/suggest/accept-refinement.js'
import { refineRules } from '../../src/suggest/refine-rules.js'
import { editRule, type RuleInFile } from '../../src/suggest/rule-edits.js'
import { parseFactRules } from '../../src/rule/fact-rule.js'
import { copyPipeline } from '../e2e/copy-pipeline.js'
import { tempFolder } from '../temp-folder.js'

/** Too wide: it takes what is planned and what is thrown away for what was handed out. */
const RULE = `
  # What was handed out.
  - id: measure/handed-out
    why: 发放手册300册
    pattern: # both orders
      - '(分发|发放|清理) {metric: 手册|传单} {quantity: 册|张}' # the usual one
      - '{metric: 手册|传单} (共|已)? 清出 {quantity: 册|张}'
    record: { kind: measure }
    priority: 900
    matches:
      - 湖南省人民医院发放手册300册。
    rejects:
      - 湖南省人民医院的手册很厚。 # nothing is counted
`
const PAGE = `湖南省人民医院的一天
2025-03-01

湖南省人民医院发放手册500册。
湖南省人民医院清理传单20张。
湖南省人民医院传单清出8张。
`

function withRule(): { pipeline: Pipeline; planned: PlannedStage; file: string; path: string } {
  const path = copyPipeline(tempFolder())
  const file = join(dirname(path), 'rules/measures.yaml')
  writeFileSync(file, readFileSync(file, 'utf8') + RULE)
  const pipeline = loadPipeline(path)
  const planned = pipeline.plan.find(({ stage }) => stage.name === 'facts')
  return { pipeline, planned: planned ?? expect.fail('no facts stage'), file, path }
}

function factsOf(pipeline: Pipeline): readonly FactRecord[] {
  const result = processDocument(pipeline, Buffer.from(PAGE))
  return result.ok ? result.records.facts : expect.fail(result.failure.message)
}

const judged = (fact: FactRecord): JudgedFact => ({
  fact,
  verdict: fact.quantity?.value === 500 ? 'accepted' : 'rejected',
  reviews: [],
})

describe('refineRules', () => {
  it('ranks narrower forms by what they do to judged facts, and writes the one accepted', () => {
    const { pipeline, planned, file, path } = withRule()
    const facts = factsOf(pipeline).filter(({ rule }) => rule === 'measure/handed-out')
    expect(facts.map(({ quantity }) => quantity?.value)).toEqual([500, 20, 8])
    const bytes = (): Uint8Array => Buffer.from(PAGE)
    const refinements = refineRules({ pipeline, judged: facts.map(judged), bytes })
    const dropped = refinements.find(({ change }) => change === 'without this form')
    expect(dropped).toMatchObject({ form: 2, removed: 1, wrong: 2, kept: 1, right: 1 })
    const word = refinements.find(({ change }) => change === 'without 清理') ?? expect.fail('none')
    expect(word.sentences).toEqual(['湖南省人民医院清理传单20张。'])
    // What the rule's own example needs cannot go.
    expect(refinements.map(({ change }) => change)).not.toContain('without 手册')
    for (const one of refinements) expect(one.removed).toBeGreaterThan(0)

    const before = readFileSync(file, 'utf8')
    const [accepted] = acceptRefinements(pipeline, planned, [word])
    const text = accepted?.text ?? expect.fail('nothing is written')
    expect(text).toContain(
      "      - '(分发|发放) {metric: 手册|传单} {quantity: 册|张}' # the usual one",
    )
    expect(text).toContain('      - 湖南省人民医院清理传单20张。\n')
    const gone = before.split('\n').filter((line) => !text.split('\n').includes(line))
    expect(gone).toHaveLength(1)
    writeFileSync(file, text)
    const left = factsOf(loadPipeline(path)).filter(({ rule }) => rule === 'measure/handed-out')
    expect(left.map(({ quantity }) => quantity?.value)).toEqual([500, 8])

    expect(() => acceptRefinements(pipeline, planned, [word, dropped ?? word])).toThrow(UsageError)
  }, 120_000)
})

describe('editRule', () => {
  const source = { path: 'rules.yaml', text: `rules:\n${RULE}` }
  const rule = parseFactRules(source).value.rules[0] ?? expect.fail('no rule')
  const written: RuleInFile = { source, index: 0, rule }

  it('takes a form out with its line', () => {
    const text = editRule(written, { kind: 'drop-form', form: 1 })
    expect(text).toBe(source.text.replace(/.*清出.*\n/, ''))
  })

  it('asks for a subject of its own above the examples', () => {
    const text = editRule(written, { kind: 'own-subject' }) ?? ''
    expect(text).toContain('    priority: 900\n    inherits: false\n    matches:\n')
    expect(
      editRule({ ...written, source: { ...source, text } }, { kind: 'own-subject' }),
    ).toBeNull()
  })

  it('quotes a pattern that holds a quotation mark', () => {
    const text = editRule(written, { kind: 'pattern', form: 0, pattern: "{quantity: 册} '" }) ?? ''
    expect(parseFactRules({ ...source, text }).value.rules[0]?.pattern[0]).toBe("{quantity: 册} '")
  })
})
