import { describe, expect, it } from 'vitest'
import { Timeline } from '../../../src/stages/dates/timeline.js'
import { scanDates } from '../../../src/stages/dates/scan.js'
import { lexicon, readDates } from './read-dates.js'

/** A Monday. */
const PUBLISHED = '2021-06-14T10:30:00'

/** The values, with the beginnings of their intervals. */
function values(text: string, published = PUBLISHED): string[] {
  return readDates(text, published).map(({ value, start }) => `${value} ${start ?? '–'}`)
}

describe('an expression that is all of its sentence', () => {
  it.each([
    ['周三', '2021-06-16 2021-06-16', '周三揭牌', '2021-06-09 2021-06-09'],
    ['周三上午', '2021-06-16TMO 2021-06-16', '他周三上午到院', '2021-06-09TMO 2021-06-09'],
    ['元旦。', '2021-01-01 2021-01-01', '元旦开诊', '2021-01-01 2021-01-01'],
    ['15:05', 'T15:05 2021-06-14T15:05:00', '会议15:05开始', 'T15:05 –'],
    ['10点-11点', 'T10:00/T11:00 2021-06-14T10:00:00', '10点-11点停电', 'T10:00/T11:00 –'],
  ])('%s is a timetable entry, in a report it looks back', (alone, entry, told, report) => {
    expect(values(alone)).toEqual([entry])
    expect(values(told)).toEqual([report])
  })

  it('takes a month far ahead for one of this year there, in a report for one of the last', () => {
    expect(values('12月', '2021-02-01')).toEqual(['2021-12 2021-12-01'])
    expect(values('12月开工', '2021-02-01')).toEqual(['2020-12 2020-12-01'])
  })

  it('takes 12号 for a day only there or before a part of the day', () => {
    expect(values('12号')).toEqual(['2021-06-12 2021-06-12'])
    expect(values('12号上午开会')).toEqual(['2021-06-12TMO 2021-06-12'])
    expect(values('住在12号楼')).toEqual([])
  })
})

describe('what stands beside a date', () => {
  it.each([
    ['国庆节前一天停诊', '2021-09-30 2021-09-30', '国庆节前一天'],
    ['2021年3月1日后第三天出院', '2021-03-04 2021-03-04', '2021年3月1日后第三天'],
    ['三年前的5月落成', '2018-05 2018-05-01', '三年前的5月'],
    ['两个月前的5号动工', '2021-04-05 2021-04-05', '两个月前的5号'],
    ['两周前的周三动工', '2021-06-02 2021-06-02', '两周前的周三'],
    ['三天前的下午动工', '2021-06-11TAF 2021-06-11', '三天前的下午'],
    ['去年的今天动工', '2020-06-14 2020-06-14', '去年的今天'],
    ['上个月的今天动工', '2021-05-14 2021-05-14', '上个月的今天'],
    ['昨天（13日）下午动工', '2021-06-13TAF 2021-06-13', '昨天（13日）下午'],
    ['昨(13)日动工', '2021-06-13 2021-06-13', '昨(13)日'],
    ['上周五（11日）动工', '2021-06-11 2021-06-11', '上周五'],
    ['上周星期三动工', '2021-06-09 2021-06-09', '上周星期三'],
    ['上个星期的周日动工', '2021-06-13 2021-06-13', '上个星期的周日'],
    ['本周（周二）动工', '2021-06-15 2021-06-15', '本周（周二）'],
    ['上周周末动工', '2021-W23-WE 2021-06-12', '上周周末'],
    ['上周周边道路动工', '2021-W23 2021-06-07', '上周'],
    ['上周，星期三的门诊照旧', '2021-W23 2021-06-07', '上周'],
  ])('%s is %s', (text, expected, quote) => {
    expect(values(text)[0]).toBe(expected)
    expect(readDates(text, PUBLISHED)[0]?.quote).toBe(quote)
  })

  it('gives the weekdays of a row each its own value', () => {
    expect(values('每周一、三、五坐诊')).toEqual(['XXXX-WXX-1 –', 'XXXX-WXX-3 –', 'XXXX-WXX-5 –'])
    expect(values('上周一、三上午坐诊').map((value) => value.slice(0, 13))).toEqual([
      '2021-06-07 20',
      '2021-06-09TMO',
    ])
    expect(values('每周一、三名专家坐诊')).toEqual(['XXXX-WXX-1 –'])
    expect(values('每周一和周三坐诊')).toEqual(['XXXX-WXX-1 –', 'XXXX-WXX-3 –'])
    expect(values('下周一、周三坐诊')).toEqual(['2021-06-21 2021-06-21', '2021-06-23 2021-06-23'])
    expect(values('下周一和本周三坐诊')).toEqual(['2021-06-21 2021-06-21', '2021-06-16 2021-06-16'])
  })
})

describe('dates counted from the text', () => {
  /** The values of the sentences of one text, one paragraph a line. */
  function told(text: string, published: string): string[] {
    const timeline = new Timeline(published)
    let index = 0
    return text.split('\n').flatMap((paragraph, number) =>
      paragraph.split('。').flatMap((sentence) => {
        const position = index++
        return scanDates(lexicon, sentence, [], { republic: false }).map(
          (found) => timeline.resolve(found, position, number).value,
        )
      }),
    )
  }

  it('counts the end of a range from its beginning', () => {
    expect(told('2015年开院。2019年11月至次年3月改造', PUBLISHED)).toEqual([
      '2015',
      '2019-11/2020-03',
    ])
    expect(told('2021年5月3日至次日停电', PUBLISHED)).toEqual(['2021-05-03/2021-05-04'])
  })

  it('leaves 当年 unresolved far from any year that was told', () => {
    expect(told('6月4日开会。\n当年的他很瘦', PUBLISHED)).toEqual(['2021-06-04', 'XXXX'])
    expect(told('2016年入院，当年出院', PUBLISHED)).toEqual(['2016', '2016'])
  })

  it('does not count 次日 past a date of an unknown year', () => {
    expect(told('2016年3月1日开院。5月3日揭牌，次日开诊', '')).toEqual([
      '2016-03-01',
      '2016-05-03',
      '2016-05-04',
    ])
    expect(told('2016年3月1日开院。\n5月3日揭牌，次日开诊', '')).toEqual([
      '2016-03-01',
      'XXXX-05-03',
      'XXXX-XX-XX',
    ])
  })

  it('takes 这一年 for the year before it, else for that of publication', () => {
    expect(told('2019年获批。这一年，他退休', PUBLISHED)).toEqual(['2019', '2019'])
    expect(told('这一年，他退休', PUBLISHED)).toEqual(['2021'])
  })
})
