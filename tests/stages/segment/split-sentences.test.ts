import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceSpan } from '../../../src/core/span.js'
import { splitSentences } from '../../../src/stages/segment/split-sentences.js'

function split(text: string): string[] {
  return splitSentences(text).map(({ span }) => sliceSpan(text, span))
}

describe('splitSentences', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['ends at full stops', '医院开诊。患者增多。', ['医院开诊。', '患者增多。']],
    ['ends at ASCII marks', '能治吗?能!', ['能治吗?', '能!']],
    ['ends at an ellipsis', '歌声响起……活动开始', ['歌声响起……', '活动开始']],
    ['does not end at a single ellipsis character', '等一等…再说。', ['等一等…再说。']],
    ['takes a run of marks as one end', '真的吗?!真的。', ['真的吗?!', '真的。']],
    ['does not end at a semicolon', '一是快；二是好;三是省。', ['一是快；二是好;三是省。']],
    [
      'does not end inside brackets',
      '患者(手术顺利。无并发症！)已出院。',
      ['患者(手术顺利。无并发症！)已出院。'],
    ],
    [
      'does not end inside a title',
      '《健康中国，从何开始？》一文刊出。',
      ['《健康中国，从何开始？》一文刊出。'],
    ],
    ['ignores a bracket that is never closed', '甲(乙。丙。', ['甲(乙。', '丙。']],
    ['ignores a closing bracket alone', '1)甲。2)乙。', ['1)甲。', '2)乙。']],
    ['ends at line ends', '小标题\n正文。\n图片说明', ['小标题', '正文。', '图片说明']],
    ['takes the closers behind', '他说:“好。”大家笑了。', ['他说:“好。”', '大家笑了。']],
    [
      'ends inside quotations',
      '他说：“甲。乙。”众人散去。',
      ['他说：“甲。', '乙。”', '众人散去。'],
    ],
    [
      'keeps the speaker behind a quotation',
      '“专家来了。”院长李平表示。',
      ['“专家来了。”院长李平表示。'],
    ],
    [
      'keeps the speaker behind the last sentence of a quotation',
      '“甲。乙。”李平说。丙。',
      ['“甲。', '乙。”李平说。', '丙。'],
    ],
    [
      'keeps the speaker where the quotation began in a line before',
      '“甲。\n乙。”李平说。',
      ['“甲。', '乙。”李平说。'],
    ],
    ['goes on behind a quotation that a comma follows', '“疼吗？”，他问。', ['“疼吗？”，他问。']],
    ['goes on behind a slogan', '喊出“不漏一人！”的口号。', ['喊出“不漏一人！”的口号。']],
    [
      'does not take an inner quotation for the outer',
      '他说:“‘双聘’是新事。”众人散去。',
      ['他说:“‘双聘’是新事。”', '众人散去。'],
    ],
    ['separates two quotations', '“甲。”“乙。”', ['“甲。”', '“乙。”']],
    ['knows straight quotation marks', '他说,"甲。"然后走了。', ['他说,"甲。"', '然后走了。']],
    ['leaves addresses whole', '见http://a.cn/b?id=3，完。', ['见http://a.cn/b?id=3，完。']],
    ['attaches leading dots to what follows', '……处长李平参加。', ['……处长李平参加。']],
    ['keeps a line of dots', '甲；\n…………\n乙。', ['甲；', '…………', '乙。']],
    ['leaves white space outside', '\u3000\u3000甲。 乙。 ', ['甲。', '乙。']],
  ]
  it.each(cases)('%s', (_name, text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it('numbers sentences and paragraphs', () => {
    expect(splitSentences('甲。乙。\n丙')).toEqual([
      { index: 0, paragraph: 0, span: { start: 0, end: 2 } },
      { index: 1, paragraph: 0, span: { start: 2, end: 4 } },
      { index: 2, paragraph: 1, span: { start: 5, end: 6 } },
    ])
  })

  it('gives sentences in order that leave out nothing but white space', () => {
    const text = fc
      .array(fc.constantFrom(...'甲乙。！？…“”"()（）《》，: \n?a1'), { maxLength: 60 })
      .map((units) => units.join(''))
    fc.assert(
      fc.property(text, (body) => {
        let at = 0
        for (const { span } of splitSentences(body)) {
          expect(body.slice(at, span.start).trim()).toBe('')
          expect(sliceSpan(body, span)).not.toContain('\n')
          at = span.end
        }
        expect(body.slice(at).trim()).toBe('')
      }),
    )
  })

  it.each([
    ['one line', '医院开诊了'],
    ['openers', '(《“'],
    ['openers and foreign closers', '((]'],
    ['ellipses', '…'],
    ['spaces', ' '],
  ])('gets through a million of %s', (_name, unit) => {
    const text = unit.repeat(1_000_000 / unit.length)
    expect(splitSentences(text)).toBeDefined()
  })
})
