import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldPunctuation } from '../../src/rule/folding.js'
import { checkLineRules, LineMatcher, loadLineRules } from '../../src/rule/line-rules.js'

const yaml = (line: string, matches: string): string => `rules:
  - id: test/one
    kind: navigation
    why: for this test
    line: '${line}'
    matches: ['${matches}']
    rejects: [另一行]
`

describe('line rules', () => {
  it('give each line the first rule that matches it', () => {
    const rules = loadLineRules([{ path: 'a.yaml', text: yaml('^ 下一篇 …', '下一篇') }])
    const text = '正文。\n下一篇:他处\n末行'
    const lines = [
      { start: 0, end: 3 },
      { start: 4, end: 10 },
      { start: 11, end: 13 },
    ]
    const found = new LineMatcher(rules).match(text, lines)
    expect(found.map((rule) => rule?.id ?? null)).toEqual([null, 'test/one', null])
  })

  it('report an example that does not match at its line', () => {
    const { examples, problems } = checkLineRules([{ path: 'a.yaml', text: yaml('^ 甲 $', '乙') }])
    expect(examples).toBe(2)
    expect(problems).toMatchObject([{ file: 'a.yaml', line: 6, id: 'test/one' }])
  })

  it('report a pattern that cannot be read at its line', () => {
    const files = [{ path: 'a.yaml', text: yaml('(甲', '甲') }]
    expect(() => loadLineRules(files)).toThrow(/a\.yaml:5:5: test\/one: in the pattern/)
  })

  it('report an id that is given twice', () => {
    const file = { path: 'a.yaml', text: yaml('甲', '甲') }
    expect(() => loadLineRules([file, { ...file, path: 'b.yaml' }])).toThrow(
      /already defined in a\.yaml/,
    )
  })
})

describe("the pipeline's line rules", () => {
  const folder = 'pipelines/hospital-news/rules'
  const files = readdirSync(folder)
    .filter((name) => ['metadata.yaml', 'boilerplate.yaml', 'spam.yaml'].includes(name))
    .map((name) => ({ path: name, text: readFileSync(`${folder}/${name}`, 'utf8') }))

  it('hold on their own examples', () => {
    const { examples, problems } = checkLineRules(files)
    expect(problems).toEqual([])
    expect(examples).toBeGreaterThan(100)
  })

  it('are found as if every pattern were tried on every line', () => {
    const rules = loadLineRules(files)
    const matcher = new LineMatcher(rules)
    const quoted = files.flatMap(({ text }) => [...text.matchAll(/'([^'\n]+)'/g)])
    const lines = quoted.flatMap(([, line = '']) => [
      line,
      ` （${line.toUpperCase()}`,
      `İ${line.toLowerCase()} ICP备1号`,
    ])
    const text = ['', ...lines, ''].join('\n')
    let end = -1
    const spans = text.split('\n').map((line) => {
      const start = end + 1
      end = start + line.length
      return { start, end }
    })
    const expected = spans.map((span) => {
      const line = foldPunctuation(text.slice(span.start, span.end).trim())
      return rules.find(({ patterns }) => patterns.some((pattern) => pattern.matches(line)))?.id
    })
    expect(matcher.match(text, spans).map((rule) => rule?.id)).toEqual(expected)
  })
})
