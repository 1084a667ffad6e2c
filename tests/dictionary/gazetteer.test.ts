import { describe, expect, it } from 'vitest'
import { parseGazetteer } from '../../src/dictionary/gazetteer.js'
import { parseRegions } from '../../src/dictionary/regions.js'

const regions = parseRegions([
  { path: 'regions.tsv', text: 'code\tname\taliases\n340100\t合肥市\t合肥' },
])

function parse(...lines: readonly string[]): ReturnType<typeof parseGazetteer> {
  const text = ['id\tname\taliases\tregion\tlevel', ...lines].join('\n')
  return parseGazetteer({ path: 'dictionaries/schools.tsv', text }, regions)
}

describe('gazetteer', () => {
  it('reads entries and leaves further columns to people', () => {
    const gazetteer = parse('first-school\t合肥市第一中学\t合肥一中|合肥市第一中学\t340100\tA')
    expect(gazetteer.name).toBe('schools')
    expect(gazetteer.entries).toEqual([
      {
        id: 'first-school',
        path: 'schools/first-school',
        line: 2,
        name: '合肥市第一中学',
        aliases: ['合肥一中'],
        region: '340100',
        parent: null,
      },
    ])
  })
  it('reports every repeated id, repeated name and unknown region at once', () => {
    expect(() => parse('a\t甲校\t\t\t', 'a\t乙校\t\t\t', 'b\t甲校\t\t999999\t')).toThrow(
      [
        'dictionaries/schools.tsv:3:1: a: id "a" is already on line 2. Make them one entry.',
        'dictionaries/schools.tsv:4:1: b: name "甲校" is already on line 2. Make them one entry.',
        'dictionaries/schools.tsv:4:1: b: region "999999" is not a division code of the regions dictionary.',
      ].join('\n'),
    )
  })
  it.each([
    [
      'a name in a circle',
      ['a\t甲校\t乙校\t\t', 'b\t乙校\t甲校\t\t'],
      /:2:1: a: alias "乙校" already stands for b \(乙校\) on line 3/,
    ],
    [
      'an alias of two',
      ['a\t甲校\t丙校\t\t', 'b\t乙校\t丙校\t\t'],
      /:3:1: b: alias "丙校" already stands for a/,
    ],
    ['an empty alias', ['a\t甲校\t丙校|\t\t'], /:2:1: a: the name "" is too short/],
    ['an empty name', ['a\t\t\t\t'], /:2:3: name: expected the full name/],
    ['a name of one character', ['a\t甲校\t校\t\t'], /the name "校" is too short/],
    ['a control character', ['a\t甲\u0007校\t\t\t'], /holds U\+0007/],
    ['an invisible character', ['a\t甲\u200b校\t\t\t'], /holds U\+200B/],
    ['a lone surrogate', ['a\t甲\ud800校\t\t\t'], /holds U\+D800/],
    ['a name without end', [`a\t${'甲'.repeat(101)}\t\t\t`], /is longer than 100 characters/],
    ['the name of a place', ['a\t甲校\t合肥\t\t'], /:2:1: a: "合肥" is the name of a place/],
  ] as const)('refuses %s', (_name, lines, message) => {
    expect(() => parse(...lines)).toThrow(message)
  })
})
