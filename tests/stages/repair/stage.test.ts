import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairPage } from './repair-page.js'

const FIXTURES = new URL('../../../fixtures/repair/', import.meta.url)

describe('repair', () => {
  it.each(readdirSync(FIXTURES))('gives what the fixture %s expects', (name) => {
    const read = (file: string): string =>
      readFileSync(new URL(`${name}/${file}`, FIXTURES), 'utf8')
    expect(repairPage(read('input.txt')).text).toBe(read('expected.txt'))
  })

  it.each(readdirSync(FIXTURES).filter((name) => name.startsWith('clean-')))(
    'changes nothing in %s',
    (name) => {
      const page = readFileSync(new URL(`${name}/input.txt`, FIXTURES), 'utf8')
      expect(repairPage(page).script()).toEqual([])
    },
  )

  it('leaves clean prose, English, classical Chinese and lists alone', () => {
    const clean =
      '2024年，医院门急诊量达141.33万余人次，同比增长4.72%。\n' +
      'The hospital (Beijing) opened 3 wards in 2024, it said.\n' +
      '子曰：“学而时习之，不亦说乎？”\n' +
      '王昇（化名）说：“谢谢医生！”时间是10：30，比分3：1\n' +
      '内科 外科 儿科\n项目（二期）与“龟(guī)裂”的读音\n👨\u200d👩\u200d👧'
    expect(repairPage(clean).script()).toEqual([])
  })

  it('keeps every line and gives a text that needs no more repair', () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        ' ',
        '\u3000',
        '\t',
        '\u200b',
        '\ufeff',
        '\u00a0',
        '区(qū)',
        '醫(yī)',
        '年',
        '１２',
        '３％',
      ],
      ...['，', '7', '%', 'kg', '：', '（', '10:01', '2024-02-29', 'ECMO', '𠮷', '個(gè)', '．'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('')
        const repaired = repairPage(source)
        expect(repaired.text.split('\n')).toHaveLength(source.split('\n').length)
        expect(/[\u200b\ufeff\u00a0\u3000\t０-９]/.test(repaired.text)).toBe(false)
      }),
    )
  })

  it('names the rule and the kind of everything it drops or replaces', () => {
    const [first, ...rest] = repairPage('近１２０ 例\u200b患者').script().flat()
    expect(first).toMatchObject({ kind: 'artefact', origin: { rule: 'repair/invisible' } })
    expect(rest.map(({ kind, origin }) => [kind, origin.rule])).toEqual([
      [null, 'repair/width'],
      ['space', 'repair/space'],
    ])
  })

  it.each([
    ['a line of spaces', `${' '.repeat(1_000_000)}字`],
    ['a line of digits and spaces', '1 '.repeat(500_000)],
    ['a line of opening brackets', '('.repeat(1_000_000)],
    ['a line of full-width digits', '１'.repeat(1_000_000)],
    ['a line of question marks', '?'.repeat(1_000_000)],
    ['a line of one Latin letter', 'å'.repeat(1_000_000)],
    ['a line of lost characters', '锟斤拷'.repeat(300_000)],
  ])('gets through %s', (_name, source) => {
    expect(repairPage(source)).toBeDefined()
  })
})
