import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRecord, QuarantineRecord } from '../../src/pipeline/records.js'
import { tempFolder } from '../temp-folder.js'
import { buildOnce, jsonLines, ROOT, yuanju } from './yuanju.js'

beforeAll(buildOnce, 240_000)

const GOOD = '湖南省人民医院2024年门诊量达到85.2万人次,医院新增床位120张。\n'

describe('a bad document', () => {
  it('goes to quarantine with its code and harms no other', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'empty.txt'), '')
    writeFileSync(
      join(folder, 'binary.html'),
      Uint8Array.from({ length: 9000 }, (_, at) => (at * 197) % 256),
    )
    writeFileSync(join(folder, 'good.txt'), GOOD)
    symlinkSync(folder, join(folder, 'circle'))
    symlinkSync(join(folder, 'loop.txt'), join(folder, 'loop.txt'))
    const store = join(tempFolder(), 'a.db')
    const run = await yuanju(['run', folder, '--store', store])
    expect(run.code).toBe(1)
    expect(run.err).toContain('In quarantine')
    const args = ['export', '--records', 'article,quarantine', '--store', store]
    const records = jsonLines<ArticleRecord | QuarantineRecord>(await yuanju(args))
    const places = (kind: string): string[] =>
      records.filter(({ record }) => record === kind).map(({ source }) => source.path)
    expect(places('article')).toEqual(['good.txt'])
    expect(places('quarantine')).toEqual(['binary.html', 'empty.txt', 'loop.txt'])
  }, 120_000)

  it('may be truncated in the middle of a character and still be read', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'cut.txt'), Buffer.from(GOOD.repeat(20)).subarray(0, -5))
    const store = join(tempFolder(), 'a.db')
    const run = await yuanju(['run', folder, '--store', store])
    expect([0, 1]).toContain(run.code)
    expect((await yuanju(['verify', '--store', store])).code).toBe(0)
  }, 120_000)
})

describe('wrong usage', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'an input that is not there': ['run', '/nowhere/at/all'],
    'an input of a kind that is not read': ['run', join(ROOT, 'package.json')],
    'no input': ['run'],
    'an unknown command': ['runn'],
    'an unknown option': ['run', '.', '--turbo'],
    'a format that does not exist': ['export', '--format', 'xml'],
    'a pipeline that is not there': ['run', '.', '--pipeline', 'no-such-pipeline'],
    'a gold folder that is not there': ['eval', '/nowhere'],
    'a date that is none': ['recognize', '--published', 'yesterday'],
  }
  for (const [what, args] of Object.entries(cases))
    it(`ends with 2 and a message for ${what}, and writes nothing`, async () => {
      const cwd = tempFolder()
      const { code, out, err } = await yuanju(args, { cwd })
      expect(code).toBe(2)
      expect(out).toBe('')
      expect(err).not.toBe('')
      expect(err).not.toMatch(/\n +at /)
      expect(existsSync(join(cwd, 'yuanju.db'))).toBe(false)
    }, 120_000)

  it('ends with 2 for an id that no record has', async () => {
    const store = join(tempFolder(), 'a.db')
    await yuanju(['run', '-', '--store', store], { input: GOOD })
    const why = await yuanju(['why', 'f_0000000000000000', '--store', store])
    expect(why).toMatchObject({ code: 2, out: '' })
    const past = await yuanju(['export', '--run', '9', '--store', store])
    expect(past).toMatchObject({ code: 2, out: '' })
  }, 120_000)
})

describe('a store that cannot be used', () => {
  it('ends a run with 3 and says what to do', async () => {
    const store = join(tempFolder(), 'no', 'a.db')
    const { code, err } = await yuanju(['run', '-', '--store', store], { input: GOOD })
    expect(code).toBe(3)
    expect(err).toMatch(/^yuanju: .*a\.db: the folder .* does not exist\. Make it/)
    expect(err).not.toMatch(/\n +at /)
  }, 120_000)

  it('ends other commands with 3 when there is none, a folder or some other file', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'folder.db'))
    writeFileSync(join(folder, 'words.db'), 'only words, '.repeat(100))
    for (const name of ['none.db', 'folder.db', 'words.db']) {
      const { code, err } = await yuanju(['export', '--store', join(folder, name)])
      expect(code).toBe(3)
      expect(err).toContain(name)
      expect(err).not.toMatch(/\n +at /)
    }
  }, 120_000)
})

describe('a broken configuration', () => {
  /** A copy of the pipeline and its dictionaries, with one file changed. */
  function copyWith(file: string, change: (text: string) => string): string {
    const folder = tempFolder()
    for (const part of ['pipelines', 'dictionaries'])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true })
    const path = join(folder, file)
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    return join(folder, 'pipelines/hospital-news/pipeline.yaml')
  }

  const cases: Readonly<Record<string, readonly [string, (text: string) => string, RegExp]>> = {
    'a pipeline that is no YAML': [
      'pipelines/hospital-news/pipeline.yaml',
      (text) => `${text}\n  : [`,
      /pipeline\.yaml:\d+:\d+: /,
    ],
    'a pipeline with an unknown stage': [
      'pipelines/hospital-news/pipeline.yaml',
      (text) => text.replace('- segment', '- segmentt'),
      /pipeline\.yaml:\d+:\d+: unknown stage "segmentt"; known are: /,
    ],
    'a dictionary with a row too short': [
      'dictionaries/hospitals.tsv',
      (text) => `${text}lonely-cell\n`,
      /hospitals\.tsv:\d+:\d+: expected \d+ columns/,
    ],
    'a rule file with an unknown key': [
      'pipelines/hospital-news/rules/measures.yaml',
      (text) => text.replace(/\n( *)why:/, '\n$1whyy: x\n$1why:'),
      /measures\.yaml:\d+:\d+: .*whyy/,
    ],
  }
  for (const [what, [file, change, message]] of Object.entries(cases))
    it(`ends with 2 and the place of the mistake for ${what}`, async () => {
      const pipeline = copyWith(file, change)
      const cwd = tempFolder()
      const run = await yuanju(['run', '-', '--pipeline', pipeline], { input: GOOD, cwd })
      expect(run.code).toBe(2)
      expect(run.err).toMatch(message)
      expect(existsSync(join(cwd, 'yuanju.db'))).toBe(false)
    }, 120_000)

  it('is listed by check, which ends with 1', async () => {
    const [file, change, message] = cases['a pipeline with an unknown stage'] ?? expect.fail()
    const check = await yuanju(['check', '--pipeline', copyWith(file, change)])
    expect(check).toMatchObject({ code: 1, err: '' })
    expect(check.out).toMatch(message)
  }, 120_000)
})
