import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../../src/core/errors.js'
import { spanContains } from '../../../src/core/span.js'
import { checkExamples } from '../../../src/stages/entities/check.js'
import { compileKinds, type EntitySetup } from '../../../src/stages/entities/kinds.js'
import { splitSentences } from '../../../src/stages/segment/split-sentences.js'
import { fileAt, hospitalSetup, lexiconOf, namesIn, recognize } from './entity-setup.js'

const lexicon = lexiconOf(hospitalSetup)

const universitySetup: EntitySetup = {
  ...hospitalSetup,
  rules: [fileAt('fixtures/entities/second-domain/universities.yaml')],
  dictionaries: {
    ...hospitalSetup.dictionaries,
    gazetteer: [fileAt('fixtures/entities/second-domain/universities.tsv')],
  },
  pipeline: { entities: ['university'], relations: [], events: [] },
}

describe('the rule files', () => {
  it.each([
    ['hospitals', hospitalSetup],
    ['universities', universitySetup],
  ] as const)('%s: every example comes out as written', (_name, setup) => {
    const { examples, problems } = checkExamples(setup)
    expect(problems).toEqual([])
    expect(examples).toBeGreaterThan(0)
  })
  it('serve another domain without code of its own', () => {
    const universities = lexiconOf(universitySetup)
    expect(namesIn(universities, '中科大与安徽大学、阜阳理工学院签约。')).toEqual([
      '中科大 = 中国科学技术大学',
      '安徽大学 = 安徽大学',
      '阜阳理工学院 = 阜阳理工学院',
    ])
  })
  it('report a kind that the pipeline does not declare, at its line', () => {
    const pipeline = { entities: ['school'], relations: [], events: [] }
    expect(() => compileKinds({ ...hospitalSetup, pipeline })).toThrow(
      /hospitals\.yaml:\d+:\d+: .*declares no entity kind "hospital"/,
    )
  })
  it('report a template that cannot be read', () => {
    const [file] = hospitalSetup.rules
    const text = file?.text.replace('{rest}中医医院', '{places}中医医院') ?? ''
    const rules = [{ path: 'hospitals.yaml', text }]
    expect(() => compileKinds({ ...hospitalSetup, rules })).toThrow(ConfigError)
    expect(() => compileKinds({ ...hospitalSetup, rules })).toThrow(/unknown slot {places}/)
  })
  it('report an example that does not come out', () => {
    const [file] = hospitalSetup.rules
    const text = file?.text.replace('gives: [上海十院,', 'gives: [上海拾院,') ?? ''
    const { problems } = checkExamples({
      ...hospitalSetup,
      rules: [{ path: 'hospitals.yaml', text }],
    })
    expect(problems.map(({ code, id }) => [code, id])).toEqual([
      ['example-failed', 'hospitals/numbered-peoples'],
    ])
  })
})

describe('mentions of any text', () => {
  const pieces = fc.constantFrom(
    ...['安徽省儿童医院', '市一', '、', '二院', '医院', '(', ')', '。', '\n', '第', '人民医院'],
    ...['北京', '保定', '附属', '大学', '以下简称', '“', '”', '卫生院', '镇', '的', 'x', '三'],
  )
  it('stand in text order, inside sentences, and share a span only in a coordination', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const sentences = splitSentences(text)
        const mentions = recognize(lexicon, text, { title: '蚌埠市' })
        for (const [index, { span, member }] of mentions.entries()) {
          expect(sentences.some((sentence) => spanContains(sentence.span, span))).toBe(true)
          const next = mentions[index + 1]
          if (next === undefined) continue
          if (next.span.start === span.start) {
            expect(next.span).toEqual(span)
            expect([member, next.member]).not.toContain(null)
          } else expect(next.span.start).toBeGreaterThanOrEqual(span.end)
        }
      }),
      { numRuns: 300 },
    )
  })
  it.each([
    ['plaques', '北京儿童医院漠河医院加挂北京儿童医院漠河医院'],
    ['brackets', '树兰(杭州)医院)医院(漠河'],
    ['separators', '市人民医院、中医院和县、市'],
  ])('made of %s are found in time linear in the text', (_name, piece) => {
    const text = piece.repeat(10_000)
    expect(recognize(lexicon, text, { title: '蚌埠市' }).length).toBeGreaterThan(0)
  })
  it('are found in time linear in the text', () => {
    const text = '安徽省儿童医院与市一院签约,项目医院派出专家,某医院'.repeat(20_000)
    expect(recognize(lexicon, text, { title: '蚌埠市' })).toHaveLength(40_000)
  })
})
