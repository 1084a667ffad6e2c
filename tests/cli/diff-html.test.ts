import { describe, expect, it } from 'vitest'
import { formatDiffPage } from '../../src/cli/diff-html.js'
import type { RecordChange } from '../../src/diff/changes.js'
import type { MentionRecord } from '../../src/pipeline/records.js'
import type { RunRow } from '../../src/store/runs.js'

const NASTY = '<script>alert("1")</script>&\'医院'

function runOf(id: number, fingerprint: string): RunRow {
  return {
    id,
    pipeline: 'hospital-news',
    fingerprint,
    code: '0.1.0',
    node: '20.20.0',
    started: '2025-01-02T03:04:05.000Z',
    finished: '2025-01-02T03:05:05.000Z',
    status: 'finished',
    counts: {},
    corpus: null,
    repository: { commit: '0123456789abcdef', isDirty: true },
    cleared: null,
  }
}

const mention = (value: number): MentionRecord => ({
  record: 'mention',
  id: 'm_1',
  article: 'a_1',
  sentence: 's_1',
  kind: 'quantity',
  text: NASTY,
  spans: [{ start: 0, end: 4 }],
  rule: 'quantity/x',
  entry: null,
  quantity: { value, low: null, high: null, unit: '名', mod: 'exact' },
})

const change: RecordChange = {
  change: 'value',
  before: mention(36),
  after: mention(37),
  cause: { kind: 'rule', name: 'quantity/x' },
  article: { id: 'a_1', path: 'a"><img>.txt', title: NASTY },
  sentence: `${NASTY}派出医生36名。`,
  marked: [{ start: NASTY.length + 4, end: NASTY.length + 7 }],
}

const NONE = { new: 0, gone: 0, value: 0, span: 0, rule: 0 }

describe('a diff as a page', () => {
  const counts = { ...NONE, value: 4 }
  const causes = [
    { cause: change.cause, facts: NONE, mentions: counts, articles: 1, samples: [change] },
  ]
  const totals = { facts: NONE, mentions: counts, articles: 1, causes }
  const runs = { before: runOf(1, 'aaaaaaaa11'), after: runOf(2, 'bbbbbbbb22') }
  const page = formatDiffPage(totals, { ...runs, selection: `only ${NASTY}` })

  it('escapes whatever comes from pages', () => {
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;医院')
  })

  it('needs nothing from elsewhere', () => {
    expect(page).not.toMatch(/\b(src|href)="(?!#)/)
    expect(page).not.toMatch(/@import|url\(/)
  })

  it('shows the former and the present value, the words marked, and how many are left out', () => {
    expect(page).toMatch(/<del>.*36 名.*<\/del>/s)
    expect(page).toMatch(/<ins>.*37 名.*<\/ins>/s)
    expect(page).toContain('<mark>36名</mark>')
    expect(page).toContain('and 3 more changes of this cause')
    expect(page).toContain('git 0123456+')
  })

  it('says so where nothing differs', () => {
    const nothing = { facts: NONE, mentions: NONE, articles: 0, causes: [] }
    expect(formatDiffPage(nothing, { ...runs, selection: '' })).toContain(
      'No fact or mention differs.',
    )
  })
})
