import { describe, expect, it } from 'vitest'
import { repairPage } from './repair-page.js'

describe('repair/pinyin', () => {
  it('drops ASCII and full-width brackets alike, and polyphones by any of their readings', () => {
    const page = '醫(yī)院區（qū）域長(zhǎng)期發(fā)展，們(men)'
    expect(repairPage(page).text).toBe('醫院區域長期發展，們')
  })

  it('knows tone marks however they are encoded', () => {
    const page = '醫(yī) 醫(yi\u0304) 關(guɑ\u0304n)'
    expect(repairPage(page).text).toBe('醫 醫 關')
  })

  it('keeps what is no reading of the character before it', () => {
    expect(repairPage('醫(yī)區(qū)學(xué)校(qū)名(A)').text).toBe('醫區學校(qū)名(A)')
  })

  it('drops the reading of a character that broken decoding made a letter of', () => {
    expect(repairPage('醫(yī)區(qū)學(xué)平ㄔO(shè)').text).toBe('醫區學平ㄔO')
  })

  it('keeps one or two annotations, which an author may have meant', () => {
    const page = '“龜(guī)”與“區(ōu)”'
    expect(repairPage(page).text).toBe(page)
  })

  it('maps words across a dropped reading to two places of the source', () => {
    const source = '醫(yī)院區(qū)域學(xué)科'
    const repaired = repairPage(source)
    const start = repaired.text.indexOf('區域')
    const spans = repaired.toSource({ start, end: start + 2 })
    expect(spans.map((span) => source.slice(span.start, span.end))).toEqual(['區', '域'])
  })
})
