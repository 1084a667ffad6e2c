import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, formatProblem } from '../../src/core/errors.js'
import { parseYaml } from '../../src/dictionary/yaml.js'
import { decodeFile } from '../../src/pipeline/decode-file.js'
import { checkPipeline } from '../../src/pipeline/check.js'
import { loadFactRules } from '../../src/rule/fact-rule.js'
import { Alphabet } from '../../src/rule/folding.js'
import { z } from 'zod'
import { tempFolder } from '../temp-folder.js'

const NAMES = { entities: ['hospital'], relations: ['managed-by'], events: ['opened'] }

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(formatProblem)
    throw error
  }
  return []
}

/** What is wrong with rule files, in far less time than their patterns would take to match. */
function refuse(files: Readonly<Record<string, string>>): readonly string[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
  const alphabet = new Alphabet(['hospital', 'quantity', 'date'])
  return problemsOf(() => loadFactRules(sources, NAMES, alphabet))
}

function fileWith(pattern: string, phrases: Readonly<Record<string, string>> = {}): string {
  const rule = {
    id: 'measure/a',
    why: 'for this test',
    pattern,
    record: { kind: 'measure' },
    matches: ['甲'],
    rejects: ['乙'],
  }
  return JSON.stringify({ phrases, rules: [rule] })
}

const METRIC = '{metric: 手术} {quantity}'

describe('a pattern that would take for ever', () => {
  it.each([
    ['repeats a repetition', `((手术)+)+ ${METRIC}`, 'only words repeat'],
    ['repeats without end', `(手术)* ${METRIC}`, 'only words repeat'],
    ['has gaps side by side', `手术 … (台)? … ${METRIC}`, 'two gaps side by side'],
    [
      'has many gaps',
      `手 … 术 … 台 … 次 … 例 … 项 … 人 … ${METRIC}`,
      '7 gaps one behind the other',
    ],
    ['is of 100 kB', `(${'手术|'.repeat(35_000)}台) ${METRIC}`, 'characters are too many'],
    ['stands deep in brackets', `${'('.repeat(500)}台${')'.repeat(500)} ${METRIC}`, 'deep in each'],
  ])('is refused where it %s', (_what, pattern, reason) => {
    const [problem, ...others] = refuse({ 'a.yaml': fileWith(pattern) })
    expect(others).toEqual([])
    expect(problem).toMatch(/^a\.yaml:1:\d+: measure\/a: pattern: /)
    expect(problem).toContain(reason)
    expect(problem?.length).toBeLessThan(800)
  })

  it('is refused where phrases in phrases make it gigantic', () => {
    const phrases: Record<string, string> = { a: '手|术|台|次' }
    const names = 'abcdefghijklmnopqrst'
    for (let index = 1; index < names.length; index++)
      phrases[names[index] ?? ''] = `$${names[index - 1] ?? ''} `.repeat(2)
    const problems = refuse({ 'a.yaml': fileWith(`$t ${METRIC}`, phrases) })
    expect(problems.join('\n')).toContain('more than 4000 parts')
  })
})

describe('phrases', () => {
  it('that refer to each other in a circle are refused, each at its line', () => {
    const problems = refuse({
      'a.yaml': 'phrases:\n  one: $two\n  two: $one\n  three: 三\nrules: []\n',
    })
    expect(problems).toEqual([
      'a.yaml:2:3: phrases refer to each other in a circle: $one → $two → $one.',
      'a.yaml:3:3: phrases refer to each other in a circle: $one → $two → $one.',
    ])
  })

  it('of one name with other words in another file are refused', () => {
    const problems = refuse({
      'a.yaml': 'phrases: { one: 一 }\nrules: []\n',
      'b.yaml': 'phrases: { one: 壹 }\nrules: []\n',
    })
    expect(problems).toEqual([
      expect.stringMatching(/^b\.yaml:1:\d+: phrase \$one is already .* a\.yaml:1/),
    ])
  })
})

describe('a rule', () => {
  it('with an unknown kind is refused, and told which are known', () => {
    const [problem] = refuse({ 'a.yaml': fileWith(`{subject: hosptal} ${METRIC}`) })
    expect(problem).toContain('unknown kind "hosptal"; known are: hospital, quantity, date, ')
  })

  it('whose record names a role that its pattern has not is refused', () => {
    const [problem] = refuse({ 'a.yaml': fileWith('{head: 手术} {quantity}') })
    expect(problem).toContain('the record needs {metric}, the form has {head} {quantity}.')
  })

  it('whose id another file has is refused, with both places', () => {
    const file = fileWith(METRIC)
    expect(refuse({ 'a.yaml': file, 'b.yaml': file })).toEqual([
      expect.stringMatching(/^b\.yaml:1:\d+: measure\/a: this id is already used at a\.yaml:1/),
    ])
  })
})

describe('a file', () => {
  const read = (text: string) => problemsOf(() => parseYaml({ path: 'a.yaml', text }, z.unknown()))

  it('whose aliases would grow to gigabytes is refused at the first of them', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let index = 1; index < 10; index++) {
      const name = 'abcdefghij'[index] ?? ''
      const former = 'abcdefghij'[index - 1] ?? ''
      lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${former}`).join(', ')}]`)
    }
    const problems = read(lines.join('\n'))
    expect(problems[0]).toBe('a.yaml:2:8: aliases are not read; write out what *a stands for.')
    expect(problems.length).toBeLessThan(30)
  })

  it('that is too deep or too large is refused', () => {
    expect(read(`x: ${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toEqual([
      expect.stringMatching(/^a\.yaml:1:\d+: lists and maps stand too deep in each other\.$/),
    ])
    expect(read(`x: ${'字'.repeat(4_000_001)}`)).toEqual([
      expect.stringContaining('at most 4000000'),
    ])
  })

  it('that is not UTF-8 is refused at the first byte that is not', () => {
    const bytes = Buffer.concat([Buffer.from('rules:\n  - 医'), Buffer.from([0xb9, 0xe6, 0x0a])])
    expect(problemsOf(() => decodeFile('a.yaml', bytes))).toEqual([
      'a.yaml:2:6: not UTF-8 here; save the file as UTF-8.',
    ])
  })

  it('that a pipeline names is refused at its own place', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'rules'))
    const stages = 'stages: [decode, { stage: markup, rules: [rules/own.yaml] }]'
    writeFileSync(join(folder, 'pipeline.yaml'), `name: small\n${stages}\n`)
    writeFileSync(join(folder, 'rules/own.yaml'), Buffer.from([0x61, 0xff]))
    const [problem] = checkPipeline(folder).problems.map(formatProblem)
    expect(problem).toMatch(/own\.yaml:1:2: not UTF-8/)
  })
})
