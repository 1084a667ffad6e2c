import { describe, expect, it } from 'vitest'
import type { RuleMatch } from '../../src/rule/match-rules.js'
import { OVERLAP_POLICIES } from '../../src/rule/overlap.js'

function match(id: string, start: number, end: number, priority = 0): RuleMatch {
  const rule = {
    id,
    file: 'a.yaml',
    line: 1,
    record: { kind: 'event', event: 'opened' },
    priority,
    inherits: true,
    patterns: [],
    places: [],
    matches: [],
    rejects: [],
  } as const
  return { rule, span: { start, end }, captures: [] }
}

const early = match('measure/early', 0, 4)
const long = match('measure/long', 2, 12)
const urgent = match('measure/urgent', 5, 7, 10)

function order(policy: keyof typeof OVERLAP_POLICIES, matches: readonly RuleMatch[]): string[] {
  return [...matches].sort(OVERLAP_POLICIES[policy]).map(({ rule }) => rule.id.split('/')[1] ?? '')
}

describe('overlap policies', () => {
  it.each([
    ['first', ['early', 'long', 'urgent']],
    ['longest', ['long', 'early', 'urgent']],
    ['priority', ['urgent', 'long', 'early']],
  ] as const)('%s prefers %s', (policy, expected) => {
    expect(order(policy, [early, long, urgent])).toEqual(expected)
    expect(order(policy, [urgent, long, early])).toEqual(expected)
  })

  it.each(['first', 'longest', 'priority'] as const)(
    '%s decides by id between equal matches, whatever order they come in',
    (policy) => {
      const [a, b] = [match('measure/a', 0, 4), match('measure/b', 0, 4)]
      expect(order(policy, [a, b])).toEqual(order(policy, [b, a]))
    },
  )
})
