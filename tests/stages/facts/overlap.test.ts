import { describe, expect, it } from 'vitest'
import type { Pipeline } from '../../../src/pipeline/pipeline.js'
import { type LineFact, recogniseLine } from '../../../src/pipeline/recognise.js'
import { factsIn, measuresIn, relationsIn } from './line-facts.js'
import { pipelineWithRules, ruleText } from './own-rules.js'

function factsBy(pipeline: Pipeline, text: string): readonly LineFact[] {
  return recogniseLine(pipeline, { text, published: null, region: null }).facts
}

describe('rules that claim the same thing', () => {
  it('make one measure of one quantity', () => {
    const facts = factsIn(
      '2023年,湖南省人民医院门诊量达到85万人次,同比增长12.5%,派驻36名常驻专家,三四级手术占比70%。',
    )
    const quantities = facts.map(({ roles }) => roles['quantity']?.mention)
    expect(quantities).toHaveLength(4)
    expect(new Set(quantities).size).toBe(4)
  })

  it('make a measure of each quantity of a list', () => {
    expect(measuresIn('湖南省人民医院推进新技术35项、完成三级手术2000台、派驻专家12名。')).toEqual([
      '湖南省人民医院 三级手术 2000台',
      '湖南省人民医院 新技术 35项',
      '湖南省人民医院 派驻专家 12名',
    ])
  })

  it('make one relation of one pair', () => {
    expect(relationsIn('湖南省人民医院与宜昌市中心人民医院签约合作,建立合作关系。')).toEqual([
      '湖南省人民医院 cooperates-with 宜昌市中心人民医院',
    ])
  })

  it('never make an institution cooperate with itself', () => {
    expect(relationsIn('湖南省人民医院与湖南省人民医院合作。')).toEqual([])
  })
})

describe('the overlap policy of a pipeline', () => {
  const measure = 'record: { kind: measure }'
  const rules = `rules:
${ruleText('measure/short', '{metric: 手术} {quantity}', `${measure}\n    priority: 5`)}
${ruleText('measure/long', '(微创)? {metric: 手术} … {quantity} (左右)?', measure)}
${ruleText('measure/early', '完成 {metric: 微创} … {quantity}', `${measure}\n    priority: -5`)}`
  const text = '湖南省人民医院完成微创手术300台。'

  it.each([
    ['priority', 'measure/short'],
    ['longest', 'measure/early'],
    ['first', 'measure/early'],
  ] as const)('%s gives the quantity to %s', (policy, rule) => {
    const facts = factsBy(pipelineWithRules(rules, policy), text)
    expect(facts.map((fact) => fact.rule)).toEqual([rule])
  })
})

describe('several institutions in one role', () => {
  const list = '湖南省人民医院、宜昌市中心人民医院分别与南京鼓楼医院、上海市第六人民医院结对。'
  const pattern = '{subject: hospital+} 分别 与 {object: hospital+} 结对'
  const record = (pairs: boolean) =>
    `record: { kind: relation, relation: cooperates-with, pairs: ${pairs ? 'true' : 'false'} }`
  const pairsOf = (facts: readonly LineFact[]): readonly string[] =>
    facts.map(({ subject, object }) => `${subject.name} ${object?.name ?? ''}`).sort()

  it('stand each in a relation of its own', () => {
    expect(relationsIn('宜昌市中心人民医院与湖南省人民医院、遵义医科大学附属医院签约。')).toEqual([
      '宜昌市中心人民医院 cooperates-with 湖南省人民医院',
      '宜昌市中心人民医院 cooperates-with 遵义医科大学附属医院',
    ])
  })

  it('stand in pairs, the first with the first, where the rule says so', () => {
    const rules = `rules:\n${ruleText('relation/pairs', pattern, record(true))}`
    expect(pairsOf(factsBy(pipelineWithRules(rules), list))).toEqual([
      '宜昌市中心人民医院 上海市第六人民医院',
      '湖南省人民医院 南京鼓楼医院',
    ])
  })

  it('stand in pairs only where there are as many of one as of the other', () => {
    const rules = `rules:\n${ruleText('relation/pairs', pattern, record(true))}`
    const uneven = '湖南省人民医院、宜昌市中心人民医院分别与南京鼓楼医院结对。'
    expect(pairsOf(factsBy(pipelineWithRules(rules), uneven))).toEqual([
      '宜昌市中心人民医院 南京鼓楼医院',
      '湖南省人民医院 南京鼓楼医院',
    ])
  })

  it('stand each with each where the rule asks for no pairs', () => {
    const rules = `rules:\n${ruleText('relation/each', pattern, record(false))}`
    expect(factsBy(pipelineWithRules(rules), list)).toHaveLength(4)
  })
})

describe('a rule that inherits no subject', () => {
  it('finds nothing where its own sentence names none', () => {
    const rest = 'record: { kind: measure }\n    inherits: false'
    const rules = `rules:\n${ruleText('measure/own', '{metric: 手术} {quantity}', rest)}`
    const pipeline = pipelineWithRules(rules)
    expect(factsBy(pipeline, '湖南省人民医院环境优美。全年手术300台。')).toEqual([])
    expect(factsBy(pipeline, '湖南省人民医院环境优美,全年手术300台。')).toHaveLength(1)
  })
})
