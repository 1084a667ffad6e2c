import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumeral, readNumeral } from '../../src/chinese/numerals.js'

describe('parseNumeral', () => {
  it.each([
    ['0', '0'],
    ['零', '0'],
    ['两', '2'],
    ['十', '10'],
    ['十五', '15'],
    ['二百五十', '250'],
    ['三百十五', '315'],
    ['九百九', '990'],
    ['一千零一', '1001'],
    ['一千零五十', '1050'],
    ['一万三', '13000'],
    ['一万零二百五十', '10250'],
    ['九十二万四', '924000'],
    ['九百万零四百', '9000400'],
    ['四亿五千六百四十二万零一十五', '456420015'],
    ['三万五千亿', '3500000000000'],
    ['五亿零六', '500000006'],
    ['五亿六万', '500060000'],
    ['五亿六', '560000000'],
    ['二十万亿', '20000000000000'],
    ['百万', '1000000'],
    ['壹佰伍拾', '150'],
    ['二〇二四', '2024'],
    ['廿四', '24'],
    ['五百卅四', '534'],
    ['一万零卌', '10040'],
    ['7万 5千 4百', '75400'],
    ['一九九八', '1998'],
    ['零点五', '0.5'],
    ['十点二三三', '10.233'],
    ['三点五万', '35000'],
    ['1,200.50', '1200.5'],
    ['1,100.9亿', '110090000000'],
    ['141.33万', '1413300'],
    ['3百万', '3000000'],
    ['4.78万亿', '4780000000000'],
    ['10万万', '1000000000'],
    ['87万3000', '873000'],
    ['25万6千', '256000'],
    ['5亿1万4千6百', '500014600'],
    ['１１.92亿', '1192000000'],
    ['202107211321363588510367', '202107211321363588510367'],
  ])('reads %s as %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value)
  })

  it.each(['', '医', '三四十', '数十', '十几', '1.2.3', '百分', '一百百', '几'])(
    'gives no single number for “%s”',
    (text) => {
      expect(parseNumeral(text)).toBeNull()
    },
  )
})

describe('readNumeral', () => {
  it.each([
    ['三四十人', '三四十', '30', '40', 'exact'],
    ['两三家', '两三', '2', '3', 'exact'],
    ['十七八岁', '十七八', '17', '18', 'exact'],
    ['三五名', '三五', '3', '5', 'exact'],
    ['二三十万', '二三十万', '200000', '300000', 'exact'],
    ['数十个', '数十', '20', '99', 'approx'],
    ['几百名', '几百', '200', '999', 'approx'],
    ['数千台', '数千', '2000', '9999', 'approx'],
    ['数十万元', '数十万', '200000', '999999', 'approx'],
    ['十几个', '十几', '11', '19', 'approx'],
    ['十几亿元', '十几亿', '1100000000', '1999999999', 'approx'],
    ['400多位', '400多', '400', '400', 'at-least'],
    ['141.33万余人次', '141.33万余', '1413300', '1413300', 'at-least'],
    ['二十多万人', '二十多万', '200000', '200000', 'at-least'],
    ['500多亿', '500多亿', '50000000000', '50000000000', 'at-least'],
    ['万余人次', '万余', '10000', '10000', 'at-least'],
    ['三十来个', '三十来', '30', '30', 'approx'],
    ['30来岁', '30来', '30', '30', 'approx'],
    ['10来自外省', '10', '10', '10', 'exact'],
    ['7万 5人', '7万', '70000', '70000', 'exact'],
    ['5千克', '5', '5', '5', 'exact'],
    ['8百分点', '8', '8', '8', 'exact'],
    ['三点十分', '三', '3', '3', 'exact'],
    ['87万3人', '87万', '870000', '870000', 'exact'],
    ['15，300', '15', '15', '15', 'exact'],
  ])('reads the number at the start of %s', (text, quote, low, high, mod) => {
    const numeral = readNumeral(text, 0)
    expect(numeral && text.slice(numeral.start, numeral.end)).toBe(quote)
    expect(numeral).toMatchObject({ low, high, mod })
  })

  it('reads back every integer written in Chinese numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
        expect(parseNumeral(toChinese(value))).toBe(String(value))
      }),
    )
  })

  it('reads back every integer with thousands separators or lined-up digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 100n, max: 10n ** 30n }), (value) => {
        const digits = String(value)
        expect(parseNumeral(digits)).toBe(digits)
        expect(parseNumeral(digits.replace(/\B(?=(\d{3})+$)/g, ','))).toBe(digits)
        const characters = digits.replace(/\d/g, (digit) => DIGITS[Number(digit)]!)
        expect(parseNumeral(characters)).toBe(digits)
      }),
    )
  })

  it('keeps 万 and 亿 exact whatever the fraction', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 9_999 }),
        (whole, part) => {
          const fraction = String(part).padStart(4, '0')
          expect(parseNumeral(`${whole}.${fraction}万`)).toBe(String(whole * 10_000 + part))
        },
      ),
    )
  })

  it('gets through long rows of characters of any script', () => {
    for (const text of ['7', '一', '一万', '万', '两', '廿'].map((unit) => unit.repeat(2e5))) {
      let at = 0
      while (at < text.length) at = Math.max(at + 1, readNumeral(text, at)?.end ?? 0)
      expect(at).toBe(text.length)
    }
  })
})

const DIGITS = [...'零一二三四五六七八九']

/** Standard Chinese numerals of an integer below 10^12. */
function toChinese(value: number): string {
  if (value === 0) return '零'
  const parts: string[] = []
  let gap = false
  for (const [scale, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const group = Math.floor(value / scale) % 10_000
    if (group === 0) {
      gap = parts.length > 0
      continue
    }
    if (parts.length > 0 && (gap || group < 1000)) parts.push('零')
    parts.push(groupToChinese(group), name)
    gap = false
  }
  return parts.join('')
}

function groupToChinese(group: number): string {
  let text = ''
  for (const [power, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(group / power) % 10
    if (digit > 0) text += DIGITS[digit]! + name
    else if (text !== '' && !text.endsWith('零')) text += '零'
  }
  return text.replace(/零$/, '')
}
