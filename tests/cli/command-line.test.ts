import { describe, expect, it } from 'vitest'
import { describeError, exitCodeOf } from '../../src/cli/exit-codes.js'
import { formatColumns, formatCounts } from '../../src/cli/layout.js'
import { parseList } from '../../src/cli/parse-list.js'
import { keepKinds } from '../../src/cli/recognized-kinds.js'
import { ConfigError, InvariantError, StoreError, UsageError } from '../../src/core/errors.js'
import type { LineResult } from '../../src/pipeline/recognise.js'

describe('exit codes', () => {
  it('tell wrong usage and configuration from what could not go on', () => {
    expect(exitCodeOf(new UsageError('input-missing', ''))).toBe(2)
    expect(exitCodeOf(new ConfigError([]))).toBe(2)
    expect(exitCodeOf(new StoreError('store-failed', ''))).toBe(3)
    expect(exitCodeOf(new Error('anything'))).toBe(3)
  })

  it('come with a stack only where the mistake is ours', () => {
    expect(describeError(new StoreError('store-failed', 'full'))).toBe('full')
    expect(describeError(new InvariantError('impossible.'))).toContain('command-line.test')
  })
})

describe('formatColumns', () => {
  it('aligns wide characters, and numbers to the right', () => {
    const lines = formatColumns([
      ['安徽省儿童医院', 7, '甲'],
      ['ab', 1200, '乙'],
    ]).split('\n')
    expect(lines).toEqual(['安徽省儿童医院      7  甲', 'ab              1,200  乙'])
  })
})

describe('formatCounts', () => {
  it('leaves out what did not happen', () => {
    expect(formatCounts({ new: 1200, changed: 0, unchanged: 3 })).toBe('new 1,200 · unchanged 3')
  })
})

describe('parseList', () => {
  it('gives the items in their own order, whatever the order asked for', () => {
    expect(parseList('fact, article', ['article', 'fact'], '--records')).toEqual([
      'article',
      'fact',
    ])
  })

  it('names what it knows when an item is unknown', () => {
    expect(() => parseList('facts', ['article', 'fact'], '--records')).toThrow(
      '--records: "facts" is not one of article, fact.',
    )
  })
})

describe('keepKinds', () => {
  const mention = { text: '', spans: [], rule: null, entry: null, start: 0, end: 0, quote: '' }
  const quantity = { value: 1, low: null, high: null, unit: '名', mod: 'exact' } as const
  const result: LineResult = {
    text: '去年甲医院派出1名',
    mentions: [
      { ...mention, kind: 'hospital' },
      { ...mention, kind: 'quantity', quantity },
    ],
    facts: [
      {
        kind: 'measure',
        rule: 'measure/any',
        spans: [],
        start: 0,
        end: 0,
        roles: {
          subject: { mention: 0, basis: 'stated' },
          quantity: { mention: 1, basis: 'stated' },
        },
        subject: { kind: 'hospital', id: null, name: '甲医院', text: '甲医院' },
        time: null,
        modality: 'actual',
        attribution: null,
      },
    ],
  }

  it('renumbers the mentions that facts refer to', () => {
    const kept = keepKinds(result, ['quantity', 'fact'])
    expect(kept.mentions.map(({ kind }) => kind)).toEqual(['quantity'])
    expect(kept.facts[0]?.roles).toEqual({
      subject: { mention: null, basis: 'stated' },
      quantity: { mention: 0, basis: 'stated' },
    })
  })

  it('leaves facts out unless they are asked for', () => {
    expect(keepKinds(result, ['hospital']).facts).toEqual([])
  })
})
