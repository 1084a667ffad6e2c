import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { tempFolder } from '../temp-folder.js'
import { copyPipeline } from './copy-pipeline.js'
import { buildOnce, jsonLines, yuanju } from './yuanju.js'

beforeAll(buildOnce, 240_000)

interface DiffLine {
  readonly record: string
  readonly change: string
  readonly cause: { readonly kind: string; readonly name: string }
  readonly sentence: string
  readonly marked: readonly { readonly start: number; readonly end: number }[]
  readonly before: { readonly text?: string } | null
}

describe('yuanju diff', () => {
  it('puts what changed down to the entry and the cleaning step that did it', async () => {
    const folder = tempFolder()
    const pipeline = copyPipeline(folder)
    const at = ['--store', join(folder, 'a.db')]
    const page = [
      '中日友好医院去年开放床位1610张。',
      '湖南省人民医院选派专家12名。',
      '今日头条版面编排组',
    ]
    writeFileSync(join(folder, 'a.txt'), `${page.join('\n')}\n`)
    const run = async (): Promise<void> => {
      await yuanju(['run', join(folder, 'a.txt'), '--pipeline', pipeline, ...at])
    }
    await run()
    const single = await yuanju(['diff', ...at])
    expect(single).toMatchObject({ code: 2, out: '' })
    await run()
    const same = await yuanju(['diff', ...at, '--exit-code'])
    expect(same).toMatchObject({ code: 0 })
    expect(same.out).toContain('No fact or mention differs.')

    const dictionary = join(folder, 'dictionaries/hospitals.tsv')
    const rows = readFileSync(dictionary, 'utf8').split('\n')
    const kept = rows.filter((row) => !row.startsWith('china-japan-friendship-hospital\t'))
    expect(kept.length).toBe(rows.length - 1)
    writeFileSync(dictionary, kept.join('\n'))
    const boilerplate = join(folder, 'dictionaries/boilerplate.yaml')
    writeFileSync(
      boilerplate,
      `${readFileSync(boilerplate, 'utf8')}
  - id: boilerplate/test-lines
    kind: navigation
    role: line
    why: a line for this test
    phrases: [湖南省人民医院选派专家12名]
`,
    )
    await run()
    const differs = await yuanju(['diff', ...at, '--exit-code'])
    expect(differs.code).toBe(1)
    expect(differs.out).toMatch(/hospitals\/china-japan-friendship-hospital → /)
    expect(differs.out).toMatch(/boilerplate\/test-lines → .*gone/)

    const [, ...changes] = jsonLines<DiffLine>(await yuanju(['diff', '2', '3', ...at, '--json']))
    const lost = changes.find(({ before }) => before?.text === '湖南省人民医院')
    expect(lost).toMatchObject({
      change: 'gone',
      cause: { kind: 'cleaning', name: 'boilerplate/test-lines' },
    })
    const words = lost?.marked.map(({ start, end }) => lost.sentence.slice(start, end))
    expect(words).toEqual(['湖南省人民医院'])
    const named = await yuanju(['diff', ...at, '--rule', 'boilerplate/test-lines', '--json'])
    expect(
      new Set(
        jsonLines<DiffLine>(named)
          .slice(1)
          .map(({ cause }) => cause.name),
      ),
    ).toEqual(new Set(['boilerplate/test-lines']))
  }, 240_000)
})
