import { describe, expect, it } from 'vitest'
import { loadPipeline } from '../../../src/pipeline/load.js'
import { recogniseLine } from '../../../src/pipeline/recognise.js'
import { parseFactRules } from '../../../src/rule/fact-rule.js'
import { factRuleUnits } from '../../../src/rule/fact-rule-units.js'
import { loadCues } from '../../../src/stages/facts/cues.js'
import { metricLiterals } from '../../../src/stages/facts/metric-literals.js'
import { literalFinder } from '../../../src/store/find-literals.js'

const pipeline = loadPipeline()
const setup =
  pipeline.plan.find(({ stage }) => stage.name === 'facts')?.setup ?? expect.fail('no facts stage')
const rules = factRuleUnits(setup.rules, setup.pipeline)
const { metric: cues } = loadCues(setup.dictionaries['cues'] ?? [])

function isTouched(text: string, name: string): boolean {
  const literals = metricLiterals([name], cues, rules, 'end')
  return literals === null || [...literalFinder(literals)(text)].length > 0
}

/** Every example of the package's rules, and some that put metrics together in odd ways. */
const TEXTS = [
  ...setup.rules
    .flatMap((file) => parseFactRules(file).value.rules)
    .flatMap(({ matches }) => matches.map(({ text }) => text)),
  '湖南省人民医院门（急）诊量达到85万人次。',
  '湖南省人民医院门诊同比量增长12%，手术达到台次增长3%。',
  '湖南省人民医院完成新技术立项117项、验收66项。',
]

describe('the literals of a metric’s name', () => {
  it('stand in every text that a metric ends with the name of', () => {
    const missed = TEXTS.flatMap((text) => {
      const line = recogniseLine(pipeline, { text, published: '2024-05-01', region: null })
      return line.facts.flatMap(({ metric, rule }) => {
        const words = metric?.text ?? ''
        const bare = words.replace(/[()（）]/g, '')
        const names = Array.from(words, (_, at) => at).flatMap((at) => [
          words.slice(at),
          bare.slice(at),
        ])
        return names
          .filter((name) => name.length > 1 && !isTouched(line.text, name))
          .map((name) => `${rule}: ${name} in ${line.text}`)
      })
    })
    expect(missed).toEqual([])
  })

  it('stand in hardly a text that does not hold the name', () => {
    const strange = [
      '门诊患者较上年多，医护人员与志愿者同比增加，年均服务群众3000人次。',
      '派出医生12名，完成改造项目，其中国家级项目3个。',
      '甲医院、乙医院和丙医院分别增长3%、5%和7%，达到新高。',
    ]
    for (const name of ['床位', '手术量', '重点专科', '远程会诊'])
      expect(strange.filter((text) => isTouched(text, name))).toEqual([])
  })

  it('are looked for in one line where they stand apart', () => {
    expect(isTouched('接诊患者300例，其中手\n术量很大。', '手术量')).toBe(false)
    expect(isTouched('术量300例，其中危手占多数。', '手术量')).toBe(true)
  })
})
