import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparedRecord, RecordPair } from '../../src/diff/changes.js'
import { findCauses } from '../../src/diff/find-causes.js'
import { matchRecords } from '../../src/diff/match-records.js'
import type { FactRecord, MentionRecord } from '../../src/pipeline/records.js'

function mention(start: number, name: string, more: Partial<MentionRecord> = {}): MentionRecord {
  return {
    record: 'mention',
    id: `m_${start}`,
    article: 'a_1',
    sentence: 's_1',
    kind: 'hospital',
    text: name,
    spans: [{ start, end: start + name.length }],
    rule: 'hospitals/known',
    entry: `hospitals/${name}`,
    entity: { id: name, name, candidates: [] },
    ...more,
  }
}

function relation(start: number, subject: string, more: Partial<FactRecord> = {}): FactRecord {
  const party = { kind: 'hospital', id: subject, name: subject, text: subject }
  return {
    record: 'fact',
    id: `f_${start}`,
    article: 'a_1',
    sentence: 's_1',
    kind: 'relation',
    rule: 'relation/one',
    spans: [{ start, end: start + 10 }],
    roles: { subject: { mention: `m_${start}`, basis: 'stated' } },
    subject: party,
    object: party,
    relation: 'managed-by',
    time: null,
    modality: 'actual',
    attribution: null,
    ...more,
  }
}

const changesOf = (pairs: readonly RecordPair[]): string[] => pairs.map(({ change }) => change)

describe('matchRecords', () => {
  it.each<[string, ComparedRecord[], ComparedRecord[], string[]]>([
    ['nothing of equal records', [mention(0, '甲')], [mention(0, '甲')], []],
    ['another value at one place', [mention(0, '甲')], [{ ...mention(0, '乙') }], ['value']],
    [
      'another rule for the same fact',
      [relation(0, '甲')],
      [relation(0, '甲', { rule: 'relation/two' })],
      ['rule'],
    ],
    ['the same of other words', [relation(0, '甲')], [relation(2, '甲')], ['span']],
    [
      'another value of other words that overlap',
      [relation(0, '甲')],
      [relation(2, '乙')],
      ['value'],
    ],
    ['what came and what went', [mention(0, '甲')], [mention(9, '甲')], ['gone', 'new']],
    [
      'no relation as another one',
      [relation(0, '甲')],
      [relation(2, '甲', { relation: 'same-as' })],
      ['gone', 'new'],
    ],
  ])('tells %s', (_what, before, after, changes) => {
    expect(changesOf(matchRecords(before, after))).toEqual(changes)
  })

  it('does not count a date as changed whose anchor only stands elsewhere', () => {
    const date = { type: 'DATE', value: '2024', mod: null, start: null, end: null } as const
    const anchored = (anchor: string): MentionRecord => {
      const { entity: _entity, ...base } = mention(0, '去年')
      return {
        ...base,
        kind: 'date',
        date: { ...date, anchor: { value: '2025', mention: anchor } },
      }
    }
    expect(matchRecords([anchored('m_1')], [anchored('m_2')])).toEqual([])
  })

  it('accounts for each record once, whatever came before and after', () => {
    const names = fc.constantFrom('甲', '乙')
    const record = fc
      .tuple(fc.nat(6), names)
      .map(([start, subject]) => relation(start * 5, subject))
    const records = fc.uniqueArray(record, { selector: ({ id }) => id })
    fc.assert(
      fc.property(records, records, (before, after) => {
        const pairs = matchRecords(before, after)
        const seen = (side: 'before' | 'after'): string[] =>
          pairs.flatMap((pair) => pair[side]?.id ?? []).sort()
        const unchanged = before.filter((old) =>
          after.some(({ id, subject }) => id === old.id && subject.id === old.subject.id),
        )
        const without = (all: readonly FactRecord[]): string[] =>
          all
            .map(({ id }) => id)
            .filter((id) => !unchanged.some((same) => same.id === id))
            .sort()
        expect(seen('before')).toEqual(without(before))
        expect(seen('after')).toEqual(without(after))
      }),
    )
  })
})

describe('findCauses', () => {
  const nothing = { article: () => ({ dropped: [] }) }
  const gone = (record: ComparedRecord): RecordPair => ({
    change: 'gone',
    before: record,
    after: null,
  })

  it('puts a fact down to the mention it stands on', () => {
    const mentions: RecordPair[] = [
      { change: 'value', before: mention(0, '甲'), after: mention(0, '乙') },
    ]
    const facts: RecordPair[] = [
      { change: 'value', before: relation(0, '甲'), after: relation(0, '乙') },
    ]
    const causes = findCauses(mentions, facts, { before: nothing, after: nothing })
    expect(causes.facts).toEqual([{ kind: 'entry', name: 'hospitals/乙' }])
  })

  it('puts what is gone down to the cleaning rule that drops its words', () => {
    const after = {
      article: () => ({
        dropped: [{ start: 0, end: 40, kind: 'related', rule: 'page/related' } as const],
      }),
    }
    const causes = findCauses([], [gone(relation(5, '甲'))], { before: nothing, after })
    expect(causes.facts).toEqual([{ kind: 'cleaning', name: 'page/related' }])
  })

  it('puts what is gone for no other reason down to its rule', () => {
    const causes = findCauses([], [gone(relation(5, '甲'))], { before: nothing, after: nothing })
    expect(causes.facts).toEqual([{ kind: 'rule', name: 'relation/one' }])
  })

  it('puts all of a document down to its going', () => {
    const causes = findCauses([gone(mention(0, '甲'))], [], { before: nothing, after: null })
    expect(causes.mentions).toEqual([{ kind: 'document', name: 'gone' }])
  })
})
