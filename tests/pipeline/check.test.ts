import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/core/errors.js'
import { type CheckReport, checkPipeline } from '../../src/pipeline/check.js'
import { listPipelines } from '../../src/pipeline/load.js'
import { PACKAGE_FOLDER } from '../../src/pipeline/package-folder.js'
import { tempFolder } from '../temp-folder.js'

const REAL = join(PACKAGE_FOLDER, 'pipelines/hospital-news')

/** Checks a pipeline in a folder of its own that is like the real one, but for its fact rules. */
function checkWith(rules: string): CheckReport {
  const folder = tempFolder()
  const text = readFileSync(join(REAL, 'pipeline.yaml'), 'utf8')
    .replace(/rules:\n +- rules\/frames\.yaml(?:\n +- .*)*/, 'rules: [own.yaml]')
    .replaceAll('../../', `${PACKAGE_FOLDER}/`)
    .replaceAll('rules/', `${REAL}/rules/`)
  writeFileSync(join(folder, 'pipeline.yaml'), text)
  writeFileSync(join(folder, 'own.yaml'), rules)
  const report = checkPipeline(folder)
  // Warnings about the files it shares with the real one say nothing of its own rules.
  return { ...report, problems: report.problems.filter(({ severity }) => severity === undefined) }
}

/** The problems of the own rules, without the folder they lie in. */
function problemsOf({ problems }: CheckReport): readonly string[] {
  return problems.map(formatProblem).map((problem) => problem.replace(/^.*(?=own\.yaml)/, ''))
}

const rule = (id: string, matches: string, rejects: string): string => `  - id: measure/${id}
    why: for this test
    pattern: '{metric: 手术} {quantity}'
    record: { kind: measure }
    matches: [${matches}]
    rejects: [${rejects}]
`

describe('checkPipeline', () => {
  it.each(listPipelines())(
    'has nothing to say of %s, not even a warning',
    (name) => {
      expect(checkPipeline(name).problems.map(formatProblem)).toEqual([])
    },
    240_000,
  )

  it('counts what it looked at', () => {
    const { rules, examples, files } = checkPipeline()
    expect(rules).toBeGreaterThan(100)
    expect(examples).toBeGreaterThan(2 * rules)
    expect(files).toBeGreaterThan(15)
  }, 240_000)

  it('has nothing to say of rules whose examples come out', () => {
    const whole = `{ text: 湖南省人民医院手术300台, gives: { value: 300, unit: 台, metric: 手术 } }`
    const report = checkWith(`rules:\n${rule('good', whole, '湖南省人民医院床位300张')}`)
    expect(problemsOf(report)).toEqual([])
  })

  it('reports every example that does not come out, at its rule', () => {
    const differs = `{ text: 湖南省人民医院手术300台, gives: { value: 400 } }`
    const report = checkWith(
      [
        'rules:\n',
        rule('nothing', '湖南省人民医院床位300张', '湖南省人民医院'),
        rule('differs', differs, '湖南省人民医院'),
      ].join(''),
    )
    expect(problemsOf(report)).toEqual([
      'own.yaml:2:1: measure/nothing: finds nothing in "湖南省人民医院床位300张".',
      expect.stringMatching(
        /^own\.yaml:8:1: measure\/differs: in ".+" expected \{"value":400\}, found .*"value":300/,
      ),
    ])
  })

  it('reports an example that a rule must find nothing in, but does', () => {
    const good = '湖南省人民医院手术300台'
    const report = checkWith(`rules:\n${rule('greedy', good, '湖南省人民医院微创手术20台')}`)
    expect(problemsOf(report)).toEqual([
      'own.yaml:2:1: measure/greedy: must find nothing in "湖南省人民医院微创手术20台", but does.',
    ])
    expect(report.problems.map(({ code }) => code)).toEqual(['example-matched'])
  })

  it('gives an example the day, the place and the sentences it is given', () => {
    const given = `{
      text: 去年手术300台,
      given: { published: '2024-02-26', before: 湖南省人民医院环境优美。 },
      gives: { subject: 湖南省人民医院, time: '2023' } }`
    const place = `{ text: 去年我市手术300台, given: { region: 宜昌市 }, gives: { subject: 宜昌市 } }`
    const report = checkWith(`rules:\n${rule('given', `${given}, ${place}`, '去年手术300台')}`)
    expect(problemsOf(report)).toEqual([])
  })

  it('reports a broken rule file as it reports examples, and does not throw', () => {
    const [problem] = problemsOf(checkWith(`rules:\n${rule('a', '甲', '乙').replace('}', '')}`))
    expect(problem).toMatch(/^own\.yaml:4:5: measure\/a: pattern: /)
  })

  it('says of a pipeline that is not there where it looked', () => {
    const { problems } = checkPipeline('no-such-pipeline')
    expect(problems.map(({ code }) => code)).toEqual(['pipeline-missing'])
    expect(problems[0]?.message).toContain(join('pipelines', 'no-such-pipeline'))
  })
})
