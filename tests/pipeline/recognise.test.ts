import { describe, expect, it } from 'vitest'
import { loadPipeline } from '../../src/pipeline/load.js'
import { recogniseLine } from '../../src/pipeline/recognise.js'

const pipeline = loadPipeline()
const text = '去年,湖南省人民醫院累計開展手術3000臺,派駐專家36名到市一院。'
const result = recogniseLine(pipeline, { text, published: '2024-02-26', region: '宜昌市' })

const quotes = result.mentions.map(({ quote }) => quote)

describe('recogniseLine', () => {
  it('gives the line back as it was given', () => {
    expect(result.text).toBe(text)
  })

  it('quotes a traditional line as it stands, at its own offsets', () => {
    expect(quotes).toEqual(['去年', '湖南省人民醫院', '3000臺', '36名', '市一院'])
    for (const { start, end, quote } of result.mentions) expect(text.slice(start, end)).toBe(quote)
  })

  it('gives the words simplified beside the quote', () => {
    expect(result.mentions.map((mention) => mention.text)).toEqual([
      '去年',
      '湖南省人民医院',
      '3000台',
      '36名',
      '市一院',
    ])
  })

  it('gives every number where numbers are asked for, at its own place in the line', () => {
    const { mentions } = recogniseLine(
      pipeline,
      { text: '第三批２，５００萬元到了四川', published: null, region: null },
      ['numbers'],
    )
    const numbers = mentions.filter(({ kind }) => kind === 'number')
    expect(numbers.map(({ quote, number }) => [quote, number?.value, number?.ordinal])).toEqual([
      ['第三', 3, true],
      ['２，５００萬', 25_000_000, false],
    ])
    expect(result.mentions.every(({ kind }) => kind !== 'number')).toBe(true)
  })

  it('keeps the offsets of a line right behind blanks that repair takes out', () => {
    const spaced = '湖南省人民医院 完成手术 3000 台。'
    const { mentions } = recogniseLine(pipeline, { text: spaced, published: null, region: null })
    for (const { spans, quote } of mentions)
      expect(spans.map(({ start, end }) => spaced.slice(start, end)).join('')).toBe(quote)
    expect(mentions.map((mention) => mention.text)).toEqual(['湖南省人民医院', '3000台'])
    expect(mentions.map(({ start, end }) => spaced.slice(start, end))).toEqual([
      '湖南省人民医院',
      '3000 台',
    ])
  })

  it('counts 去年 from the day given, and says so', () => {
    const date = result.mentions[0]?.date
    expect(date).toMatchObject({ value: '2023', start: '2023-01-01', end: '2024-01-01' })
    expect(date?.anchor).toEqual({ value: '2024-02-26', mention: null })
  })

  it('leaves 去年 open where no day is given', () => {
    const { mentions } = recogniseLine(pipeline, { text, published: null, region: null })
    expect(mentions[0]?.date).toMatchObject({ start: null, end: null, anchor: null })
  })

  it('counts a date from the one it refers to, by its index', () => {
    const { mentions } = recogniseLine(pipeline, {
      text: '湖南省人民医院2022年门诊量60万人次,次年70万人次。',
      published: null,
      region: null,
    })
    const dates = mentions.filter(({ kind }) => kind === 'date')
    expect(dates.map(({ quote }) => quote)).toEqual(['2022年', '次年'])
    const [year, next] = dates
    expect(next?.date).toMatchObject({ value: '2023', anchor: { value: '2022' } })
    expect(mentions[next?.date?.anchor?.mention ?? -1]).toBe(year)
  })

  it('reads 市一院 as the hospital of the place given', () => {
    const nameFor = (region: string) =>
      recogniseLine(pipeline, { text, published: null, region }).mentions.at(-1)?.entity?.name
    expect(nameFor('宜昌市')).toBe('宜昌市第一人民医院')
    expect(nameFor('蚌埠市')).toBe('蚌埠市第一人民医院')
  })

  it('names the roles of a fact by their places in the list of mentions', () => {
    const sent = result.facts.find(({ metric }) => metric?.id === 'experts-sent')
    const said = Object.entries(sent?.roles ?? {}).map(([name, { mention }]) => [
      name,
      mention === null ? null : quotes[mention],
    ])
    expect(Object.fromEntries(said)).toEqual({
      subject: '湖南省人民醫院',
      quantity: '36名',
      time: '去年',
    })
  })

  it('shows for a fact the stretch of the line that says so', () => {
    for (const { start, end, spans } of result.facts) {
      expect(start).toBe(spans[0]?.start)
      expect(end).toBe(spans.at(-1)?.end)
    }
    expect(result.facts.map(({ start, end }) => text.slice(start, end)).sort()).toEqual([
      '去年,湖南省人民醫院累計開展手術3000臺',
      '去年,湖南省人民醫院累計開展手術3000臺,派駐專家36名',
    ])
  })

  it('takes nothing for boilerplate: a line is read whatever it looks like', () => {
    const line = '来源:湖南省人民医院 责任编辑:赵一'
    const { mentions } = recogniseLine(pipeline, { text: line, published: null, region: null })
    expect(mentions.map(({ quote }) => quote)).toEqual(['湖南省人民医院'])
  })

  it('finds nothing in an empty text', () => {
    expect(recogniseLine(pipeline, { text: '', published: null, region: null })).toEqual({
      text: '',
      mentions: [],
      facts: [],
    })
  })
})
