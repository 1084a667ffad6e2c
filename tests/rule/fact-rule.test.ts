import { describe, expect, it } from 'vitest'
import { ConfigError, formatProblem } from '../../src/core/errors.js'
import { type FactRule, loadFactRules } from '../../src/rule/fact-rule.js'
import { Alphabet } from '../../src/rule/folding.js'

const NAMES = { entities: ['hospital'], relations: ['managed-by'], events: ['opened'] }

function load(files: Readonly<Record<string, string>>): readonly FactRule[] {
  const alphabet = new Alphabet(['hospital', 'quantity', 'date'])
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
  return loadFactRules(sources, NAMES, alphabet)
}

/** The problems of the files as people read them. */
function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  try {
    load(files)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(formatProblem)
    throw error
  }
  return []
}

const rule = (id: string, pattern: string, record = '{ kind: measure }'): string => `  - id: ${id}
    why: for this test
    pattern: ${pattern}
    record: ${record}
    matches: [甲]
    rejects: [乙]
`
const rules = (...texts: readonly string[]): string => `rules:\n${texts.join('')}`

describe('loadFactRules', () => {
  it('fills in what a rule leaves out, and knows where it stands', () => {
    const [loaded] = load({ 'a.yaml': rules(rule('measure/a', "'{metric: 手术} {quantity}'")) })
    expect(loaded).toMatchObject({ file: 'a.yaml', line: 2, priority: 0, inherits: true })
    expect(loaded?.record).toEqual({
      kind: 'measure',
      metric: [{ role: 'metric' }],
      pairs: false,
      change: false,
      hosts: false,
    })
    expect(loaded?.matches).toEqual([{ text: '甲', given: {}, gives: [] }])
  })

  it('takes a sentence for an example, or a sentence with its context and what it gives', () => {
    const text = rules(rule('measure/a', "'{metric: 手术} {quantity}'")).replace(
      '[甲]',
      "[{ text: 甲, given: { published: '2024-02-01' }, gives: { value: 3 } }]",
    )
    expect(load({ 'a.yaml': text })[0]?.matches).toEqual([
      { text: '甲', given: { published: '2024-02-01' }, gives: [{ value: 3 }] },
    ])
  })

  it('puts the roles and words of a rule into the forms of a frame', () => {
    const frames = `frames:
  acts-on:
    - '{agent: $who} $verb {patient: $who}'
    - '{patient: $who} 由 {agent: $who} $verb'
`
    const pattern =
      '{ frame: acts-on, who: hospital, agent: object, patient: subject, verb: 托管|代管 }'
    const record = '{ kind: relation, relation: managed-by }'
    const [loaded] = load({
      'frames.yaml': frames,
      'rules.yaml': rules(rule('relation/a', pattern, record)),
    })
    expect(loaded?.patterns.map(({ roles }) => roles)).toEqual([
      ['object', 'subject'],
      ['subject', 'object'],
    ])
    expect(loaded?.patterns[1]?.required).toEqual([['托管', '代管'], ['由']])
    expect(loaded?.places).toEqual([
      { file: 'frames.yaml', line: 3, column: 7 },
      { file: 'frames.yaml', line: 4, column: 7 },
    ])
  })

  it('tells of a frame that is not there, or has no place for a part, or is there twice', () => {
    const acts = "frames: { acts-on: ['{quantity} $verb {metric: 手术}'] }\n"
    const measure = (pattern: string): string => acts + rules(rule('measure/a', pattern))
    expect(problemsOf({ 'a.yaml': measure('{ frame: acts, verb: 做 }') })[0]).toContain(
      'unknown frame acts; known are: acts-on.',
    )
    expect(
      problemsOf({ 'a.yaml': measure('{ frame: acts-on, verb: 做, agent: subject }') })[0],
    ).toContain('frame acts-on has no place for "agent"')
    expect(
      problemsOf({ 'a.yaml': measure('{ frame: acts-on, verb: 做 }'), 'b.yaml': acts })[0],
    ).toContain('frame acts-on is already defined at a.yaml:1')
  })

  it('reads templates as words and the roles among them', () => {
    const record = "{ kind: measure, metric: '年{head}增长' }"
    const [loaded] = load({
      'a.yaml': rules(rule('measure/a', "'{head: 手术} {quantity}'", record)),
    })
    expect(loaded?.record).toMatchObject({
      metric: [{ role: null, text: '年' }, { role: 'head' }, { role: null, text: '增长' }],
    })
  })

  it('lets every file use the phrases of every other', () => {
    const files = {
      'a.yaml': rules(rule('measure/a', "'{metric: $operation} {quantity}'")),
      'b.yaml': "phrases:\n  operation: '{metric: 手术}'\nrules: []\n",
    }
    expect(load(files)).toHaveLength(1)
  })

  it('reports a broken pattern at its line, and shows where in it', () => {
    expect(problemsOf({ 'a.yaml': rules(rule('measure/a', "'手术 {quantity'")) })).toEqual([
      'a.yaml:4:5: measure/a: pattern: this { is never closed. (at ⁂ in: 手术 ⁂{quantity)',
    ])
  })

  it('reports the one of several forms that is broken', () => {
    const list = "\n      - '{metric: 手术} {quantity}'\n      - '手术 (台'"
    const [problem] = problemsOf({ 'a.yaml': rules(rule('measure/a', list)) })
    expect(problem).toMatch(/^a\.yaml:6:9: measure\/a: /)
  })

  it('reports an id that is taken, and where', () => {
    const text = rules(rule('measure/a', "'{metric: 手术} {quantity}'"))
    expect(problemsOf({ 'a.yaml': text, 'b.yaml': text })).toEqual([
      'b.yaml:2:5: measure/a: this id is already used at a.yaml:2; give one of them another.',
    ])
  })

  it.each([
    ['relation', '{ kind: relation, relation: owned-by }', 'owned-by', 'managed-by'],
    ['event', '{ kind: event, event: closed }', 'closed', 'opened'],
  ])('reports a %s that the pipeline does not declare, and names those it does', (...row) => {
    const [kind, record, unknown, known] = row
    const text = rules(rule('test/a', "'{subject: hospital} 关闭'", record))
    const [problem] = problemsOf({ 'a.yaml': text })
    expect(problem).toMatch(/^a\.yaml:5:\d+: test\/a: /)
    expect(problem).toContain(`declares no ${kind} "${unknown}"; it declares: ${known}.`)
  })

  it.each([
    ['an unknown field', rule('measure/a', "'{metric: 手术} {quantity}'") + '    sub: 1\n', 'sub'],
    [
      'an id of another form',
      rule('A', "'{metric: 手术} {quantity}'"),
      'such as measure/staff-sent',
    ],
    ['no example', rule('measure/a', "'手术'").replace('[甲]', '[]'), 'at least one example'],
    ['no counterexample', rule('measure/a', "'手术'").replace('[乙]', '[]'), 'does not match'],
    ['no reason', rule('measure/a', "'手术'").replace('for this test', "''"), 'why'],
  ])('refuses a rule with %s', (_what, text, message) => {
    const [problem] = problemsOf({ 'a.yaml': rules(text) })
    expect(problem).toContain(message)
    expect(problem).toMatch(/^a\.yaml:\d+:\d+: /)
  })

  it('reports all problems of all files at once', () => {
    const files = {
      'broken.yaml': 'rules: [',
      'unknown.yaml': rules(
        rule('relation/a', "'{subject: hospital} 关闭'", '{ kind: relation, relation: owned-by }'),
      ),
      'pattern.yaml': rules(rule('measure/b', "'手术 {quantity'"), rule('measure/c', "'<N>'")),
    }
    const found = problemsOf(files).map((problem) => problem.split(':')[0])
    expect(new Set(found)).toEqual(new Set(Object.keys(files)))
    expect(found.filter((file) => file === 'pattern.yaml')).toHaveLength(2)
  })
})
