import { describe, expect, it } from 'vitest'
import { sameNames } from '../../src/evaluate/names.js'
import { readGazetteers } from '../../src/pipeline/gazetteers.js'

const regions = {
  path: 'dictionaries/regions.tsv',
  text: [
    'code\tname\taliases',
    '000000\t中国\t全国|我国',
    '340000\t安徽省\t安徽',
    '340100\t合肥市\t合肥',
    '520000\t贵州省\t贵州',
    '522600\t黔东南苗族侗族自治州\t黔东南州|黔东南',
    '710000\t台湾省\t台湾',
  ].join('\n'),
}
const hospitals = {
  path: 'dictionaries/hospitals.tsv',
  text: [
    'id\tname\taliases\tregion\tparent',
    'hefei-first\t合肥市第一人民医院\t安徽医科大学第三附属医院\t340100\t',
    'hefei-second\t合肥市第二人民医院\t\t340100\t',
  ].join('\n'),
}

const same = sameNames(readGazetteers([regions, hospitals]))

describe('sameNames', () => {
  const equal: readonly (readonly [string, string, string])[] = [
    ['equal names', '山东省立医院', '山东省立医院'],
    ['two names of one entry', '合肥市第一人民医院', '安徽医科大学第三附属医院'],
    ['a province before a city', '安徽省合肥市第三人民医院', '合肥市第三人民医院'],
    ['a short name of the province before it', '安徽合肥市第三人民医院', '合肥市第三人民医院'],
    [
      'one of them through the province rule',
      '安徽省合肥市第一人民医院',
      '安徽医科大学第三附属医院',
    ],
    ['a prefecture’s short name', '黔东南州人民医院', '黔东南苗族侗族自治州人民医院'],
    [
      'both, province and short name',
      '贵州省黔东南州人民医院',
      '贵州省黔东南苗族侗族自治州人民医院',
    ],
    ['two names of one region', '台湾', '台湾省'],
    ['the country as we call it', '我国', '中国'],
  ]
  for (const [what, a, b] of equal)
    it(`takes ${what} for the same`, () => {
      expect(same(a, b)).toBe(true)
      expect(same(b, a)).toBe(true)
    })

  const different: readonly (readonly [string, string])[] = [
    ['合肥市第一人民医院', '合肥市第二人民医院'],
    ['合肥市儿童医院', '安徽省儿童医院'],
    ['安徽省', '合肥市'],
    ['安徽省立医院', '立医院'],
  ]
  for (const [a, b] of different)
    it(`keeps ${a} and ${b} apart`, () => {
      expect(same(a, b)).toBe(false)
    })
})
