import { describe, expect, it } from 'vitest'
import { build, factRule, FILES, problemsOf, SMALL } from './text-pipeline.js'

describe('a pipeline whose file is wrong', () => {
  it('is built where nothing is', () => {
    expect(problemsOf(SMALL)).toEqual([])
  })

  it('names the stages there are where it names one there is not', () => {
    const [problem] = problemsOf(SMALL.replace('- clean', '- cleen'))
    expect(problem).toMatch(/^pipeline\.yaml:12:5: unknown stage "cleen"; known are: decode, /)
    expect(problem).toContain('quantities, dates, facts')
  })

  it('says which stage to put before one that comes too early', () => {
    const swapped = SMALL.replace('  - repair\n  - simplify\n', '  - simplify\n  - repair\n')
    expect(problemsOf(swapped)).toEqual([
      'pipeline.yaml:8:5: stage "simplify" needs repaired; put stage "repair" before it.',
    ])
  })

  it('names the dictionaries a stage knows where it is given another', () => {
    const text = SMALL.replace('cues: cues.yaml', 'cues: cues.yaml, metrcs: more.yaml')
    expect(problemsOf(text)).toEqual([
      'pipeline.yaml:19:38: stage "facts" knows no dictionary "metrcs"; it knows: metrics, regions, cues, gazetteer.',
    ])
  })

  it('reports an option that a stage does not know', () => {
    const [problem] = problemsOf(SMALL.replace('overlap:', 'overlop:'))
    expect(problem).toMatch(/^pipeline\.yaml:20:\d+: stage "facts", option/)
    expect(problem).toContain('"overlop"')
  })

  it('names the values an option can have where it has another', () => {
    const [problem] = problemsOf(SMALL.replace('longest', 'largest'))
    expect(problem).toMatch(/^pipeline\.yaml:20:16: stage "facts", option overlap: /)
    expect(problem).toContain('"longest"')
  })

  it.each([
    ['rule file', 'more.yaml]', 'gone.yaml]', /^pipeline\.yaml:18:25: cannot read gone\.yaml/],
    ['dictionary', 'cues.yaml', 'gone.yaml', /^pipeline\.yaml:19:21: cannot read gone\.yaml/],
  ])('says where it names a %s that cannot be read', (_what, file, gone, message) => {
    expect(problemsOf(SMALL.replace(file, gone))).toEqual([expect.stringMatching(message)])
  })

  it('says where it is not valid YAML', () => {
    const [problem] = problemsOf(SMALL.replace('[opened]', '[opened'))
    expect(problem).toMatch(/^pipeline\.yaml:\d+:\d+: not valid YAML: /)
  })

  it('says where a field is wrong, missing or unknown', () => {
    expect(problemsOf(SMALL.replace('name: small', 'name: 小'))[0]).toMatch(
      /^pipeline\.yaml:1:1: name: expected a name of small letters/,
    )
    expect(problemsOf('name: small\n')[0]).toMatch(/^pipeline\.yaml:1:1: stages: /)
    expect(problemsOf(`${SMALL}stagse: []\n`)[0]).toContain('"stagse"')
  })

  it('has all its problems reported at once', () => {
    const text = SMALL.replace('- clean', '- cleen')
      .replace('overlap: longest', 'overlap: largest')
      .replace('more.yaml', 'gone.yaml')
    expect(problemsOf(text).map((problem) => problem.split(':')[1])).toEqual(
      expect.arrayContaining(['12', '18', '20']),
    )
  })
})

describe('a pipeline whose rules or dictionaries are wrong', () => {
  const broken = factRule('measure/broken', '手术 {quantity')

  it('is refused with the line of a pattern that cannot be read', () => {
    expect(problemsOf(SMALL, { 'facts.yaml': `rules:\n${broken}` })).toEqual([
      'facts.yaml:4:5: measure/broken: pattern: this { is never closed. (at ⁂ in: 手术 ⁂{quantity)',
    ])
  })

  it('is refused with both places of an id that two rule files use', () => {
    const [problem] = problemsOf(SMALL, { 'more.yaml': FILES['facts.yaml'] ?? '' })
    expect(problem).toBe(
      'more.yaml:2:5: measure/operations: this id is already used at facts.yaml:2; give one of them another.',
    )
  })

  it.each([
    ['relation', '{ kind: relation, relation: owned-by }', 'managed-by'],
    ['event', '{ kind: event, event: closed }', 'opened'],
  ])('is refused with the %ss it declares where a rule uses another', (kind, record, known) => {
    const rule = factRule('test/a', '{metric: 手术} {quantity}', record)
    const [problem] = problemsOf(SMALL, { 'facts.yaml': `rules:\n${rule}` })
    expect(problem).toMatch(/^facts\.yaml:5:\d+: test\/a: /)
    expect(problem).toContain(`declares no ${kind} `)
    expect(problem).toContain(`it declares: ${known}.`)
  })

  it('has the problems of all its files reported at once', () => {
    const problems = problemsOf(SMALL, {
      'labels.yaml': 'fields: 3\n',
      'facts.yaml': `rules:\n${broken}`,
      'more.yaml': 'rules: [\n',
    })
    expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(
      new Set(['labels.yaml', 'facts.yaml', 'more.yaml']),
    )
  })
})

describe("a pipeline's fingerprint", () => {
  const { fingerprint } = build(SMALL)

  it('is equal for equal content', () => {
    expect(build(SMALL).fingerprint).toBe(fingerprint)
  })

  it('does not depend on how the files are named or the pipeline is written', () => {
    const renamed = SMALL.replace('facts.yaml', 'moved.yaml').replace('name: small', 'name: other')
    const files = { ...FILES, 'moved.yaml': FILES['facts.yaml'] ?? '' }
    expect(build(`# the same\n${renamed}`, files).fingerprint).toBe(fingerprint)
  })

  it.each([
    ['an option', SMALL.replace('longest', 'first'), FILES],
    [
      'a rule',
      SMALL,
      { ...FILES, 'more.yaml': `rules:\n${factRule('measure/b', '{metric: 床} {quantity}')}` },
    ],
    ['a dictionary', SMALL, { ...FILES, 'cues.yaml': 'subject: { pronouns: 本院 }\n' }],
    [
      'the order of rule files',
      SMALL.replace('facts.yaml, more.yaml', 'more.yaml, facts.yaml'),
      FILES,
    ],
    ['a declared name', SMALL.replace('[opened]', '[opened, closed]'), FILES],
  ])('changes with %s', (_what, text, files) => {
    expect(build(text, files).fingerprint).not.toBe(fingerprint)
  })

  it('changes for the stage that is given something else, and for no other', () => {
    const before = build(SMALL).stages
    const after = build(SMALL.replace('longest', 'first')).stages
    const changed = after.filter((stage, index) => stage.fingerprint !== before[index]?.fingerprint)
    expect(changed.map(({ name }) => name)).toEqual(['facts'])
  })
})

describe('a built pipeline', () => {
  it('knows every rule file and dictionary it was built from, once each', () => {
    const paths = build(SMALL).files.map(({ path }) => path)
    expect(paths.filter((path) => path !== 'pipeline.yaml').sort()).toEqual(
      Object.keys(FILES).sort(),
    )
  })
})
