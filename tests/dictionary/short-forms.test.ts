import { describe, expect, it } from 'vitest'
import {
  fillTemplate,
  matchTemplate,
  nameSubject,
  parseTemplate,
  type NameLexicon,
  type NameTemplate,
} from '../../src/dictionary/name-template.js'
import { parseRegions } from '../../src/dictionary/regions.js'
import { shortFormsOf, type ShortFormRule } from '../../src/dictionary/short-forms.js'

const lexicon: NameLexicon = {
  regions: parseRegions([
    {
      path: 'regions.tsv',
      text: [
        'code\tname\taliases',
        '310000\t上海市\t上海',
        '340000\t安徽省\t安徽',
        '340300\t蚌埠市\t蚌埠',
        '522600\t黔东南苗族侗族自治州\t黔东南州|黔东南',
      ].join('\n'),
    },
  ]),
  types: [
    { word: '省', endings: ['省'] },
    { word: '市', endings: ['市'] },
    { word: '州', endings: ['自治州'] },
  ],
  owners: new Map([['浙江大学', ['浙大']]]),
}

function template(source: string): NameTemplate {
  const parsed = parseTemplate(source)
  if (typeof parsed === 'string') throw new Error(parsed)
  return parsed
}

describe('name templates', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['{region:full}第{n}(人民)?医院', '上海市第十人民医院', '{region:short}{n}院', ['上海十院']],
    ['{region:full}第{n}(人民)?医院', '上海市第十医院', '{region:type}{n}院', ['市十院']],
    ['{region:full}{rest}', '安徽省蚌埠市中医医院', '{region:type}{rest}', ['市中医医院']],
    [
      '{region:full}{rest}',
      '黔东南苗族侗族自治州人民医院',
      '{region:full}{rest}',
      ['黔东南苗族侗族自治州人民医院', '黔东南州人民医院'],
    ],
    [
      '{owner}(医学院|)附属第{n}医院',
      '浙江大学医学院附属第二医院',
      '{owner:short}{n}院',
      ['浙大二院'],
    ],
  ]
  it.each(cases)('%s reads %s and writes it as %s', (from, name, to, expected) => {
    const binding = matchTemplate(template(from), nameSubject(name, lexicon, null))
    expect(binding && fillTemplate(template(to), binding, lexicon)).toEqual(expected)
  })
  it('reads no place that has nothing to do with home', () => {
    const home = lexicon.regions.byCode('310000')
    const from = template('{region}{rest}')
    expect(matchTemplate(from, nameSubject('蚌埠市中医医院', lexicon, home))).toBeNull()
  })
  it.each([
    ['{place}医院', /unknown slot {place}/],
    ['', /needs words or slots/],
    ['医院)', /has nothing to belong to/],
  ])('%s is refused', (source, message) => {
    expect(parseTemplate(source)).toMatch(message)
  })
})

describe('short forms', () => {
  const rule = (id: string, more: Partial<ShortFormRule>): ShortFormRule => ({
    id,
    scope: 'anywhere',
    from: [],
    to: [],
    without: [],
    only: null,
    levels: null,
    chain: false,
    ...more,
  })
  const rules = [
    rule('tcm', {
      from: [template('{rest}中医医院')],
      to: [template('{rest}中医院')],
      chain: true,
    }),
    rule('relative', {
      scope: 'region',
      from: [template('{region:full}{rest}')],
      to: [template('{region:type}{rest}')],
    }),
  ]
  it('come from every name, and from what a chained rule made', () => {
    const entry = { name: '蚌埠市中医医院', aliases: [], region: '340300' }
    const forms = shortFormsOf(entry, rules, lexicon)
    expect(forms.map(({ text, region }) => [text, region?.code ?? null])).toEqual([
      ['蚌埠市中医院', null],
      ['市中医医院', '340300'],
      ['市中医院', '340300'],
    ])
  })
})
