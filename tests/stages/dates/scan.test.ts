import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, fromDayNumber } from '../../../src/chinese/calendar.js'
import { compileDateLexicon } from '../../../src/stages/dates/lexicon.js'
import { loadDateRules } from '../../../src/stages/dates/rules.js'
import { scanDates } from '../../../src/stages/dates/scan.js'
import { Timeline } from '../../../src/stages/dates/timeline.js'

const PATH = 'pipelines/hospital-news/rules/dates.yaml'
const lexicon = compileDateLexicon(
  loadDateRules([{ path: PATH, text: readFileSync(PATH, 'utf8') }]),
)

/** `去年 = DATE 2023`, with modifier; sentences are parted by `。`, paragraphs by line breaks. */
function found(text: string, published: string | null = '2024-02-26'): string[] {
  const timeline = new Timeline(published ?? '')
  const state = { republic: false }
  let index = 0
  return text.split('\n').flatMap((paragraph, number) =>
    paragraph.split('。').flatMap((sentence) => {
      const position = index++
      return scanDates(lexicon, sentence, [], state).map((expression) => {
        const { type, value, mod } = timeline.resolve(expression, position, number)
        const quote = sentence.slice(expression.start, expression.end)
        return `${quote} = ${type} ${value}${mod === null ? '' : ` ${mod}`}`
      })
    }),
  )
}

describe('scanDates', () => {
  it.each([
    ['2020年6月2日获批', ['2020年6月2日 = DATE 2020-06-02']],
    ['12月28日开诊', ['12月28日 = DATE 2023-12-28']],
    ['3月5日开会', ['3月5日 = DATE 2024-03-05']],
    ['26日获悉', ['26日 = DATE 2024-02-26']],
    ['去年接诊', ['去年 = DATE 2023']],
    ['今年3月', ['今年3月 = DATE 2024-03']],
    ['去年10月至今年1月', ['去年10月至今年1月 = DATE 2023-10/2024-01']],
    ['11月至次年3月施工', ['11月至次年3月 = DATE 2023-11/2024-03']],
    ['2023年以来', ['2023年以来 = DATE 2023 START']],
    ['自2022年底开诊', ['2022年底 = DATE 2022 END']],
    ['2025年开年', ['2025年开年 = DATE 2025 START']],
    ['截至去年12月', ['截至去年12月 = DATE 2023-12 END']],
    ['2025年底前', ['2025年底前 = DATE 2025 END']],
    ['今年一季度', ['今年一季度 = DATE 2024-Q1']],
    ['2023年前10个月', ['2023年前10个月 = DATE 2023-01/2023-10']],
    ['1-10月', ['1-10月 = DATE 2024-01/2024-10']],
    ['近两年多', ['近两年多 = DURATION P2Y APPROX']],
    ['半个多月', ['半个多月 = DURATION P0.5M APPROX']],
    ['一个半小时', ['一个半小时 = DURATION PT1H30M']],
    ['1.5小时', ['1.5小时 = DURATION PT1.5H']],
    ['3至5年', ['3至5年 = DURATION P3Y/P5Y']],
    ['7日内办结', ['7日 = DURATION P7D']],
    ['每周2天坐诊', ['每周2天 = SET P2D']],
    ['每年10月', ['每年10月 = SET XXXX-10']],
    ['逢周三出诊', ['逢周三 = SET XXXX-WXX-3']],
    ['周五上午9时揭牌', ['周五上午9时 = TIME 2024-02-23T09:00']],
    ['今晚8点', ['今晚8点 = TIME 2024-02-26T20:00']],
    ['17:55到达', ['17:55 = TIME T17:55']],
    ['去年春节', ['去年春节 = DATE 2023-01-22']],
    ['上世纪80年代', ['上世纪80年代 = DATE 198']],
    ['9020年后', []],
    ['100天会战', ['100天 = DURATION P100D']],
  ])('reads %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    '第三年',
    '三年级',
    '3点建议',
    '一点办法',
    '比分21:15',
    '现在',
    '此前',
    '90后医生',
    '第3号楼',
    '一时难以',
    '36名专家',
    '比例为1:20.5',
    '每位患者',
    '万年青',
  ])('finds no date in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['2024年6月13日入院。当晚手术', '当晚 = TIME 2024-06-13TEV'],
    ['2024年6月13日入院，2023年确诊。次日出院', '次日 = DATE 2024-06-14'],
    ['2021年4月签约。当年年底揭牌', '当年年底 = DATE 2021 END'],
    ['2022年启动，9月开诊', '9月 = DATE 2022-09'],
    ['2023年接诊3万人，较上年增长', '上年 = DATE 2022'],
    ['较上年增长', '上年 = DATE 2023'],
    ['增速比去年提高，9月底前完成', '9月底前 = DATE 2023-09 END'],
    ['巴黎12月9日电。9日罢工', '9日 = DATE 2023-12-09'],
    ['2021年揭牌\n9月开诊', '9月 = DATE 2023-09'],
    ['当晚手术', '当晚 = TIME XXXX-XX-XXTEV'],
  ])('resolves against what stands before: %s', (text, last) => {
    expect(found(text).at(-1)).toBe(last)
  })

  it('keeps open what nothing resolves', () => {
    expect(found('去年3月,12月28日和26日,上周五,春节,国庆节', null)).toEqual([
      '去年3月 = DATE XXXX-03',
      '12月28日 = DATE XXXX-12-28',
      '26日 = DATE XXXX-XX-26',
      '上周五 = DATE XXXX-WXX-5',
      '春节 = DATE XXXX',
      '国庆节 = DATE XXXX-10-01',
    ])
    expect(found('2023年2月30日')).toEqual(['2023年2月30日 = DATE XXXX-02-30'])
  })

  const pieces = fc.constantFrom(
    ...'今去上下本当前后年月日天周点时分半年底初以来起截至每近约第一二三十两0123456789-:：至、，多个小时春节目前'.split(
      '',
    ),
  )
  const prose = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

  it('gives disjoint spans in text order that keep off what is taken', () => {
    fc.assert(
      fc.property(prose, fc.nat(30), fc.nat(5), (text, start, length) => {
        const taken = { start, end: Math.min(text.length, start + length) }
        const spans = taken.end > start ? [taken] : []
        let end = 0
        for (const mention of scanDates(lexicon, text, spans, { republic: false })) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          end = mention.end
          for (const span of spans)
            expect(mention.end <= span.start || mention.start >= span.end).toBe(true)
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })

  it('reads a day back in whatever notation it is written', () => {
    const digits = [...'〇一二三四五六七八九']
    const small = (value: number): string =>
      value < 10
        ? digits[value]!
        : `${value < 20 ? '' : digits[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : digits[value % 10]}`
    const notations: readonly ((year: number, month: number, day: number) => string)[] = [
      (year, month, day) => `${year}年${month}月${day}日`,
      (year, month, day) => `${year}-${month}-${day}`,
      (year, month, day) => `${year}/${month}/${day}`,
      (year, month, day) =>
        `${[...String(year)].map((digit) => digits[Number(digit)]).join('')}年${small(month)}月${small(day)}日`,
      (year, month, day) => `${year}年${month}月${day}号`,
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: -25_000, max: 40_000 }),
        fc.constantFrom(...notations),
        (number, write) => {
          const day = fromDayNumber(number)
          const text = write(day.year, day.month, day.day)
          expect(found(text)).toEqual([`${text} = DATE ${formatDay(day)}`])
        },
      ),
    )
  })

  it('gets through long rows of what begins a mention', () => {
    const units = [
      '7',
      '一',
      '年月',
      '1年',
      '每周',
      '截至',
      '第一',
      '1:',
      '半',
      '2024-',
      '1-',
      '三十',
      '0 ',
    ]
    for (const unit of units) {
      expect(scanDates(lexicon, unit.repeat(100_000), [], { republic: false })).toBeDefined()
    }
  })
})
