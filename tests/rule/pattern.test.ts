import { describe, expect, it } from 'vitest'
import type { TaggedWord } from '../../src/core/segmenter.js'
import { sliceSpan } from '../../src/core/span.js'
import { compilePattern } from '../../src/rule/compile-pattern.js'
import { Alphabet, foldPassages, foldPunctuation, plainStretches } from '../../src/rule/folding.js'
import { parsePattern, PatternError } from '../../src/rule/pattern-syntax.js'
import { readMarked } from './marked-text.js'

const kinds = ['hospital', 'quantity', 'date']
const phrases = { sends: '(派驻|选派)', people: '名|人' }

/** Takes every two characters for a noun, so that a test decides where words end. */
function pairsAsNouns(text: string): TaggedWord[] {
  return (text.match(/.{1,2}/gsu) ?? []).map((word) => ({ word, tag: 'n' }))
}

/** The words each role of `pattern` catches in a marked text, or null if it does not match. */
function match(pattern: string, marked: string): Record<string, string> | null {
  const alphabet = new Alphabet(kinds)
  const compiled = compilePattern(parsePattern(pattern, { kinds, phrases }), alphabet)
  const { text, sentence, mentions } = readMarked(marked)
  const passage = { span: sentence.span, mentions }
  const stretches = plainStretches(passage).map((span) => sliceSpan(text, span))
  const words = compiled.needsWords ? stretches.map(pairsAsNouns) : null
  const folded = foldPassages(foldPunctuation(text), [passage], alphabet, words)
  compiled.expression.lastIndex = 0
  const found = compiled.expression.exec(folded.text)
  if (found === null) return null
  const caught: Record<string, string> = {}
  for (const [index, role] of compiled.roles.entries()) {
    const range = found.indices?.[index + 1]
    if (range !== undefined)
      caught[role] = text.slice(folded.offsetOf(range[0]), folded.offsetOf(range[1]))
  }
  return caught
}

describe('a pattern', () => {
  it('matches mentions, words and literals, and tells what each role caught', () => {
    expect(
      match(
        '{subject: hospital} … (累计)? 派(出|驻) {metric: 专家|医生} {quantity: 人|名}',
        '截至目前,[hospital|湖北省人民医院]累计派驻专家[quantity|36名]。',
      ),
    ).toEqual({ subject: '湖北省人民医院', metric: '专家', quantity: '36名' })
  })

  it('asks a quantity for its unit, or against one', () => {
    expect(match('{quantity: 人|名}', '[quantity|36例]')).toBeNull()
    expect(match('{quantity: !人|名}', '[quantity|36例]')).toEqual({ quantity: '36例' })
    expect(match('{quantity: !人|名}', '[quantity|36名]')).toBeNull()
    expect(match('{quantity: $people}', '[quantity|36名]')).toEqual({ quantity: '36名' })
    expect(match('{quantity: rank}', '[quantity|第16位]')).toEqual({ quantity: '第16位' })
  })

  it('has gaps that stay in the clause, and gaps that stay in the sentence', () => {
    const marked = '[hospital|甲医院]很大,有专家[quantity|36名]'
    expect(match('{subject: hospital} … {quantity}', marked)).toBeNull()
    expect(match('{subject: hospital} …… {quantity}', marked)).not.toBeNull()
  })

  it('steps over a date in a clause, but not over another institution or number', () => {
    expect(
      match('{subject: hospital} … {quantity}', '[hospital|甲医院][date|去年]派驻[quantity|9名]'),
    ).not.toBeNull()
    expect(match('派 … {quantity: 名}', '派[quantity|3批]专家[quantity|9名]')).toBeNull()
    expect(match('派 …… {quantity: 名}', '派[quantity|3批]专家[quantity|9名]')).toEqual({
      quantity: '9名',
    })
  })

  it('takes several mentions in a row for one role', () => {
    const marked =
      '[hospital|甲医院]、[hospital|乙医院]和[hospital|丙医院]分别与[hospital|丁医院]共建'
    expect(match('{subject: hospital+} 分别与 {object: hospital} 共建', marked)).toEqual({
      subject: '甲医院、乙医院和丙医院',
      object: '丁医院',
    })
  })

  it('never matches inside a mention', () => {
    expect(match('医院', '[hospital|甲医院]')).toBeNull()
    expect(match('名', '[quantity|36名]')).toBeNull()
  })

  it('reads half-width and full-width punctuation alike', () => {
    expect(
      match('{subject: hospital} （ {object: hospital} ）', '[hospital|甲医院]([hospital|乙医院])'),
    ).not.toBeNull()
    expect(
      match(
        '{subject: hospital} ( {object: hospital} )'.replace(/[()]/g, '\\$&'),
        '[hospital|甲医院]（[hospital|乙医院]）',
      ),
    ).not.toBeNull()
  })

  it('matches words by part of speech, from one word boundary to another', () => {
    expect(match('{metric: <n>+} {quantity}', '开展手术[quantity|36台]')).toEqual({
      metric: '开展手术',
      quantity: '36台',
    })
    expect(match('派驻 {metric: <n>}', '派驻专家。')).toEqual({ metric: '专家' })
    expect(match('{metric: <v>} {quantity}', '手术[quantity|36台]')).toBeNull()
  })

  it('knows start and end of the sentence', () => {
    expect(match('^ {time} ， ', '[date|去年],')).toEqual({ time: '去年' })
    expect(match('^ {time}', '他[date|去年]')).toBeNull()
    expect(match('{quantity} ¶', '[quantity|3名]专家')).toBeNull()
  })

  it('can ask that words do not stand beside it', () => {
    const behind = '{quantity: 名} !(以上|左右)'
    expect(match(behind, '派驻[quantity|36名]。')).toEqual({ quantity: '36名' })
    expect(match(behind, '派驻[quantity|36名]左右。')).toBeNull()
    const before = '!(计划) 派驻 {quantity: 名}'
    expect(match(before, '已派驻[quantity|36名]。')).toEqual({ quantity: '36名' })
    expect(match(before, '计划派驻[quantity|36名]。')).toBeNull()
    expect(() => match('派驻 !(<n>)', '派驻')).toThrow(/words alone/)
    expect(match('好!', '好!')).toEqual({})
  })

  it('knows the words without which it cannot match', () => {
    const required = (pattern: string) =>
      compilePattern(parsePattern(pattern, { kinds, phrases }), new Alphabet(kinds)).required
    expect(required('{subject: hospital} $sends {quantity}')).toEqual([['派驻', '选派']])
    expect(required('(派|驻) (托管|代管)? … 医院')).toEqual([['医院'], ['派', '驻']])
    expect(required('{subject: hospital} {quantity}')).toEqual([])
    expect(required('(托管|{quantity})')).toEqual([])
  })

  it.each([
    ['{metric: <n>+} … (达|至)? {quantity}', false],
    ['{metric: <n>+} {quantity} , 增长', true],
    ['{metric: <n>+} …… {quantity}', true],
    ['{subject: hospital+} <v>', true],
    ['^ <n>', true],
  ])('knows whether %s can reach into another clause: %s', (pattern, expected) => {
    const node = parsePattern(pattern, { kinds, phrases })
    expect(compilePattern(node, new Alphabet(kinds)).crossesClauses).toBe(expected)
  })

  it.each([
    ['{subject: hospital', 'never closed', 0],
    ['(派|驻', 'never closed', 0],
    ['累计?', 'put the optional words in brackets', 2],
    ['$nobody', 'unknown phrase', 0],
    ['<N>', 'small letters', 0],
    ['{subject}', 'say what {subject} is', 0],
    ['{subject: hospital 名}', 'only a quantity has units', 0],
    ['派 ………', 'a gap is', 5],
    ['派 * 驻', 'nothing to belong to', 2],
  ])('says where %s is wrong, and what to do', (pattern, message, offset) => {
    let error: unknown = null
    try {
      parsePattern(pattern, { kinds, phrases })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(PatternError)
    expect((error as PatternError).message).toContain(message)
    expect((error as PatternError).offset).toBe(offset)
  })

  it('refuses phrases that refer to each other in a circle', () => {
    const names = { kinds, phrases: { a: '$b', b: '$a' } }
    expect(() => parsePattern('$a', names)).toThrow('circle')
  })
})
