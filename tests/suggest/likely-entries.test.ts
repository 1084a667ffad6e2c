import { describe, expect, it } from 'vitest'
import { parseGazetteer } from '../../src/dictionary/gazetteer.js'
import { parseRegions } from '../../src/dictionary/regions.js'
import { compileLikelyEntries } from '../../src/suggest/likely-entries.js'

const regions = parseRegions([
  {
    path: 'regions.tsv',
    text: ['code\tname\taliases', '340000\t安徽省\t安徽', '340300\t蚌埠市\t蚌埠'].join('\n'),
  },
])
const { entries } = parseGazetteer(
  {
    path: 'hospitals.tsv',
    text: [
      'id\tname\taliases\tregion',
      'childrens\t安徽省儿童医院\t\t340000',
      'third\t蚌埠市第三人民医院\t\t340300',
    ].join('\n'),
  },
  regions,
)
const likely = compileLikelyEntries(entries, regions)

describe('likely entries', () => {
  it.each([
    ['安徽儿童医院', ['childrens']],
    ['安徽省蚌埠市第三人民医院', ['third']],
    ['蚌埠第三人民医院', ['third']],
    ['蚌埠市儿童医院', []],
    ['蚌埠市第二人民医院', []],
    ['儿童医院', []],
  ])('of %s', (name, ids) => {
    expect(likely(name).map(({ id }) => id)).toEqual(ids)
  })
})
