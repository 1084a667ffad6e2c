import { describe, expect, it } from 'vitest'
import { parseRegions } from '../../src/dictionary/regions.js'

const regions = parseRegions([
  {
    path: 'regions.tsv',
    text: [
      'code\tname\taliases',
      '000000\t中国\t全国',
      '110000\t北京市\t北京',
      '110105\t朝阳区\t',
      '220000\t吉林省\t吉林',
      '220100\t长春市\t长春',
      '220104\t朝阳区\t',
      '430000\t湖南省\t湖南',
      '431300\t娄底市\t娄底',
      '431302\t娄星区\t',
    ].join('\n'),
  },
])

describe('regions', () => {
  it.each([
    ['000000', 'country', null],
    ['110000', 'province', '中国'],
    ['110105', 'county', '北京市'],
    ['431300', 'prefecture', '湖南省'],
    ['431302', 'county', '娄底市'],
  ])('%s is a %s of %s', (code, level, parent) => {
    const region = regions.byCode(code)
    expect(region?.level).toBe(level)
    expect(region && (regions.parentOf(region)?.name ?? null)).toBe(parent)
  })
  it('finds names with their places', () => {
    const text = '湖南省娄底市娄星区与北京签约'
    const found = regions.find(text)
    expect(
      found.map(({ span, region }) => [text.slice(span.start, span.end), region.code]),
    ).toEqual([
      ['湖南省', '430000'],
      ['娄底市', '431300'],
      ['娄星区', '431302'],
      ['北京', '110000'],
    ])
  })
  it('settles a shared name by the place it lies in, else leaves it out', () => {
    const codes = (text: string): readonly string[] =>
      regions.find(text).map(({ region }) => region.code)
    expect(codes('长春朝阳区')).toEqual(['220100', '220104'])
    expect(codes('朝阳区,在北京')).toEqual(['110105', '110000'])
    expect(codes('朝阳区')).toEqual([])
    expect(regions.findNames('朝阳区')[0]?.regions).toHaveLength(2)
  })
  it('lists what a region lies in, without the country', () => {
    const district = regions.byCode('431302')
    expect(district && regions.lineOf(district).map(({ name }) => name)).toEqual([
      '娄星区',
      '娄底市',
      '湖南省',
    ])
  })
  it('reports a repeated code at its line', () => {
    const text = 'code\tname\taliases\n110000\t北京市\t\n110000\t北京\t'
    expect(() => parseRegions([{ path: 'regions.tsv', text }])).toThrow(
      'regions.tsv:3:1: code 110000 is already on line 2. Remove one of them.',
    )
  })
})
