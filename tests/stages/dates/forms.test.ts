import { describe, expect, it } from 'vitest'
import { readDates } from './read-dates.js'

const PUBLISHED = '2021-06-14T10:30:00'

/** `三天后 DATE 2021-06-17 2021-06-17..2021-06-18`, one after the other. */
function shown(text: string, published: string | null = PUBLISHED): string[] {
  return readDates(text, published).map(
    ({ quote, type, value, mod, start, end }) =>
      `${quote} ${type} ${value}${mod === null ? '' : ` ${mod}`} ${start ?? ''}..${end ?? ''}`,
  )
}

describe('dates told by their distance', () => {
  it.each([
    ['三天后', '三天后 DATE 2021-06-17 2021-06-17..2021-06-18'],
    ['三日后', '三日后 DATE 2021-06-17 2021-06-17..2021-06-18'],
    ['两星期前', '两星期前 DATE 2021-W22 2021-05-31..2021-06-07'],
    ['一年半前', '一年半前 DATE 2019-12 2019-12-01..2020-01-01'],
    ['两小时前', '两小时前 TIME 2021-06-14T08:30 2021-06-14T08:30:00..2021-06-14T08:31:00'],
    ['半年后将开诊', '半年后 DATE 2021-12 2021-12-01..2022-01-01'],
    ['过去24小时', '过去24小时 DURATION PT24H ..'],
    ['近两个月，', '近两个月 DURATION P2M ..'],
    ['在未来两周内', '未来两周 DURATION P2W ..'],
    ['上两个月', '上两个月 DATE 2021-04/2021-05 2021-04-01..2021-06-01'],
    ['后三天', '后三天 DATE 2021-06-15/2021-06-17 2021-06-15..2021-06-18'],
  ])('counts %s from publication', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })

  it('leaves lengths that count from something else alone', () => {
    expect(shown('手术三天后出院')).toEqual(['三天 DURATION P3D ..'])
    expect(shown('历时近两年')).toEqual(['近两年 DURATION P2Y APPROX ..'])
    expect(shown('患者两小时前胸痛')).toEqual(['两小时 DURATION PT2H ..'])
    expect(shown('术后前三天禁食')).toEqual([])
  })

  it('leaves open what it counts from where the day of publication is not known', () => {
    expect(shown('三天后', null)).toEqual(['三天后 DATE XXXX-XX ..'])
  })
})

describe('parts of years, months and weeks', () => {
  it.each([
    ['明年第九个月', '明年第九个月 DATE 2022-09 2022-09-01..2022-10-01'],
    ['去年前两个月', '去年前两个月 DATE 2020-01/2020-02 2020-01-01..2020-03-01'],
    ['5月的最后一个星期一', '5月的最后一个星期一 DATE 2021-05-31 2021-05-31..2021-06-01'],
    ['2021年第25周', '2021年第25周 DATE 2021-W25 2021-06-21..2021-06-28'],
    ['3月上旬', '3月上旬 DATE 2021-03 START 2021-03-01..2021-03-11'],
    ['2月下旬', '2月下旬 DATE 2021-02 END 2021-02-21..2021-03-01'],
    ['下半月', '下半月 DATE 2021-06 END 2021-06-16..2021-07-01'],
    ['七八月份', '七八月份 DATE 2021-07/2021-08 2021-07-01..2021-09-01'],
    ['上上周三', '上上周三 DATE 2021-06-02 2021-06-02..2021-06-03'],
    ['本周末', '本周末 DATE 2021-W24-WE 2021-06-19..2021-06-21'],
    ['周一至周五', '周一至周五 DATE 2021-06-14/2021-06-18 2021-06-14..2021-06-19'],
  ])('reads %s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })

  it.each(['2021年第54周', '6月第五个星期一', '2月第30天'])('leaves %s unresolved', (text) => {
    const [date] = readDates(text, PUBLISHED)
    expect(date).toMatchObject({ quote: text, start: null, end: null })
  })
})

describe('days of the lunar calendar and holidays', () => {
  it.each([
    ['腊月二十三', '腊月二十三 DATE 2021-02-04 2021-02-04..2021-02-05'],
    ['今年农历八月十五', '今年农历八月十五 DATE 2021-09-21 2021-09-21..2021-09-22'],
    ['2020年闰四月初二', '2020年闰四月初二 DATE 2020-05-24 2020-05-24..2020-05-25'],
    ['正月', '正月 DATE 2021-02-12/2021-03-12 2021-02-12..2021-03-13'],
    ['去年冬至', '去年冬至 DATE 2020-12-21 2020-12-21..2020-12-22'],
    ['今年感恩节', '今年感恩节 DATE 2021-11-25 2021-11-25..2021-11-26'],
    ['去年国庆黄金周', '去年国庆黄金周 DATE 2020-10-01/2020-10-07 2020-10-01..2020-10-08'],
  ])('reads %s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })

  it('leaves days that a lunar month or year does not have unresolved', () => {
    expect(shown('2021年闰四月初二')).toEqual(['2021年闰四月初二 DATE XXXX ..'])
    expect(shown('正月初八', null)).toEqual(['正月初八 DATE XXXX ..'])
  })
})

describe('dates that are written twice or with a time', () => {
  it.each([
    ['2009年10月12号，星期一', '2009年10月12号，星期一 DATE 2009-10-12 2009-10-12..2009-10-13'],
    ['8月5日（周四）上午', '8月5日（周四）上午 TIME 2021-08-05TMO 2021-08-05..2021-08-06'],
    ['周日，六月十三号', '周日，六月十三号 DATE 2021-06-13 2021-06-13..2021-06-14'],
    [
      '昨晚8点到今早6点',
      '昨晚8点到今早6点 TIME 2021-06-13T20:00/2021-06-14T06:00 2021-06-13T20:00:00..2021-06-14T06:00:00',
    ],
    ['截至10日24时', '截至10日24时 TIME 2021-06-10T24:00 END ..2021-06-11T00:00:00'],
    [
      '今晚7点到7点30',
      '今晚7点到7点30 TIME 2021-06-14T19:00/2021-06-14T19:30 2021-06-14T19:00:00..2021-06-14T19:30:00',
    ],
    ['6月8日 10:30', '6月8日 10:30 TIME 2021-06-08T10:30 2021-06-08T10:30:00..2021-06-08T10:31:00'],
    ['3:15 pm', '3:15 pm TIME T15:15 2021-06-14T15:15:00..2021-06-14T15:16:00'],
  ])('takes %s as one', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })

  it('keeps a weekday that belongs to the next words apart', () => {
    expect(shown('10月12日，星期一的课').map((line) => line.split(' ')[0])).toEqual([
      '10月12日',
      '星期一',
    ])
  })
})

describe('what comes again', () => {
  it.each([
    ['每周六上午9点到11点', 'XXXX-WXX-6T09:00/XXXX-WXX-6T11:00'],
    ['每周一至周五', 'XXXX-WXX-1/XXXX-WXX-5'],
    ['每月15日', 'XXXX-XX-15'],
    ['每月第一个周三', 'XXXX-XX-WXX-3-1'],
    ['每年3月5日', 'XXXX-03-05'],
    ['每年国庆节', 'XXXX-10-01'],
    ['每天早上7点', 'XXXX-XX-XXT07:00'],
    ['每晚8点', 'XXXX-XX-XXT20:00'],
    ['每半年', 'P6M'],
    ['每周末', 'XXXX-WXX-WE'],
  ])('reads %s as %s', (text, value) => {
    expect(readDates(text, PUBLISHED)).toMatchObject([{ quote: text, type: 'SET', value }])
  })
})

describe('ranges', () => {
  it.each([
    ['6月5日晚上10点至凌晨3点', '2021-06-05T22:00/2021-06-06T03:00', '2021-06-06T03:00:00'],
    ['2019年12月底至2020年3月', '2019-12/2020-03', '2020-04-01'],
    ['2007年与2009年之间', '2007/2009', '2010-01-01'],
    ['6月8日8时至12时', '2021-06-08T08:00/2021-06-08T12:00', '2021-06-08T12:00:00'],
    ['上世纪五六十年代', '195/196', '1970-01-01'],
  ])('reads %s', (text, value, end) => {
    expect(readDates(text, PUBLISHED)).toMatchObject([{ quote: text, value, end }])
  })

  it('leaves what runs backwards without an interval', () => {
    expect(readDates('2022年至2021年', PUBLISHED)).toMatchObject([{ start: null, end: null }])
  })
})

describe('dates yet to come', () => {
  it.each([
    ['周五将揭牌', '2021-06-18'],
    ['周五揭牌', '2021-06-11'],
    ['3月将开诊', '2022-03'],
    ['3月开诊', '2021-03'],
    ['5月1日即将开诊', '2022-05-01'],
  ])('resolves %s to %s', (text, value) => {
    expect(readDates(text, PUBLISHED)).toMatchObject([{ value }])
  })
})
