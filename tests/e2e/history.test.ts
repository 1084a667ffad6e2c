import { execFileSync } from 'node:child_process'
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RunDetails } from '../../src/cli/runs-view.js'
import type { RunRow } from '../../src/store/runs.js'
import { tempFolder } from '../temp-folder.js'
import { copyPipeline } from './copy-pipeline.js'
import { buildOnce, type Finished, jsonLines, yuanju } from './yuanju.js'

beforeAll(buildOnce, 240_000)

const PAGE = (beds: number): string =>
  `绵阳市中心医院去年开放床位${beds}张,完成手术2.1万台,出院患者6.3万人次。\n` +
  '四川省人民医院与绵阳市中心医院签约合作,选派专家12名到院坐诊带教,引进新技术29项。\n' +
  '患者不用再往成都跑,在家门口就能看上专家门诊,检查结果两地互认。\n'

describe('the history of a store', () => {
  it('gives any past run’s records, byte for byte, and tells what each run changed', async () => {
    const folder = tempFolder()
    const pipeline = copyPipeline(folder)
    const at = ['--store', join(folder, 'a.db')]
    const call = (...args: string[]): Promise<Finished> => yuanju([...args, ...at])
    const run = (...more: string[]): Promise<Finished> =>
      call('run', join(folder, 'pages'), '--pipeline', pipeline, '--quiet', ...more)
    const git = (...args: string[]): void => {
      const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org']
      execFileSync('git', ['-C', folder, ...identity, ...args], { stdio: 'ignore' })
    }
    git('init')
    git('add', 'pipelines', 'dictionaries')
    git('commit', '-m', 'rules')
    execFileSync('mkdir', [join(folder, 'pages')])
    writeFileSync(join(folder, 'pages/a.txt'), PAGE(1610))
    writeFileSync(join(folder, 'pages/b.txt'), PAGE(1620))
    await run()
    const first = await call('export')

    writeFileSync(join(folder, 'pages/c.txt'), PAGE(1630))
    await run()
    const second = await call('export')
    expect(second.out).not.toBe(first.out)
    const metrics = join(folder, 'dictionaries/metrics.yaml')
    appendFileSync(metrics, '  - id: zz-renamed\n    names: [坐诊专家门诊]\n')
    await run()
    expect((await call('export', '--run', '1')).out).toBe(first.out)
    expect((await call('export', '--run', '2')).out).toBe(second.out)

    const runs = jsonLines<RunRow>(await call('runs', '--json'))
    expect(runs.map(({ repository }) => repository?.isDirty)).toEqual([false, false, true])
    expect(runs[0]?.repository?.commit).toMatch(/^[0-9a-f]{40}$/)
    const [one = 0, two = 0] = runs.map(({ counts }) => counts['facts'])
    expect(runs[1]?.counts).toMatchObject({ factsGained: two - one, factsLost: 0 })
    const [details] = jsonLines<RunDetails>(await call('runs', '3', '--json'))
    const changed = (details?.files ?? []).filter(({ change }) => change !== 'same')
    expect(changed).toMatchObject([{ change: 'changed', linesAdded: 2, linesRemoved: 0 }])
    expect((await call('runs', '3')).out).toMatch(/metrics\.yaml +changed +\+2 −0 lines/)
    expect(await call('runs', '9')).toMatchObject({ code: 2, out: '' })

    expect((await call('gc', '--keep', '2', '--dry-run')).out).toContain('Run 1 would be given up')
    await call('gc', '--keep', '2')
    expect(await call('export', '--run', '1')).toMatchObject({ code: 2, out: '' })
    expect((await call('export', '--run', '2')).out).toBe(second.out)

    expect(await call('forget', 'a.txt')).toMatchObject({ code: 2, out: '' })
    expect(await call('forget', 'a.txt', '--yes', '--reason', 'asked')).toMatchObject({ code: 0 })
    for (const id of ['2', '3'])
      expect((await call('export', '--run', id)).out).not.toContain('1610')
    expect((await call('forgotten')).out).toContain('asked')
    expect((await call('runs')).out).toContain('1 source was forgotten on request')
    expect(await run()).toMatchObject({ code: 1 })
    const refused = (await call('export', '--records', 'quarantine')).out
    expect(refused).toContain('"code":"source-forgotten"')
    expect(refused).not.toContain('1610')
    expect(await run('--readmit')).toMatchObject({ code: 0 })
    expect((await call('export')).out).toContain('1610')
    expect((await call('forgotten')).out).toContain('let in again')
    expect(await call('verify', '--pipeline', pipeline)).toMatchObject({ code: 0 })
  }, 240_000)
})
