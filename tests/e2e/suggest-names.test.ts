import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MentionRecord } from '../../src/pipeline/records.js'
import type { NameSuggestion } from '../../src/suggest/names.js'
import { tempFolder } from '../temp-folder.js'
import { copyPipeline } from './copy-pipeline.js'
import { buildOnce, jsonLines, yuanju } from './yuanju.js'

beforeAll(buildOnce, 240_000)

/** Three articles of two sites that name a county's hospital, the last in the words of the second. */
function makeDump(folder: string): void {
  const pages = {
    'a.example/1.txt': '去年,梁河县遮岛人民医院收治病人3200人次。\n',
    'b.example/2.txt': `昨天,梁河县遮岛人民医院的新楼启用。${STORY}\n`,
    'b.example/3.txt': `昨天,梁河县遮岛人民医院的新楼启用。${STORY}另有一句。\n`,
  }
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const STORY =
  '新楼有地下一层、地上九层,从设计到完工前后用了三年,附近的居民说,今后看病不用再翻山过河,老人和孩子都方便了。' +
  '门诊大厅里,导诊的护士一早就忙开了,来自各个乡镇的人们排着队,等着看看新添的机器是什么样子。'

describe('yuanju suggest hospitals', () => {
  it('proposes a row for a name that has none, writes it, and the next run links it', async () => {
    const folder = tempFolder()
    makeDump(join(folder, 'dump'))
    const pipeline = copyPipeline(folder)
    const dictionary = join(folder, 'dictionaries/hospitals.tsv')
    const before = readFileSync(dictionary, 'utf8').split('\n')
    const at = ['--store', join(folder, 'a.db'), '--pipeline', pipeline]
    await yuanju(['run', join(folder, 'dump'), ...at])
    const [found, ...others] = jsonLines<NameSuggestion>(
      await yuanju(['suggest', 'hospitals', ...at, '--json']),
    )
    expect(others).toEqual([])
    expect(found).toMatchObject({
      name: '梁河县遮岛人民医院',
      articles: 2,
      mentions: 3,
      sites: [
        { site: 'a.example', pages: 1 },
        { site: 'b.example', pages: 1 },
      ],
      likely: [],
      entry: { region: '533122' },
    })
    const accepted = await yuanju(['suggest', 'hospitals', ...at, '--accept', found?.id ?? ''])
    expect(accepted).toMatchObject({ code: 0, err: '' })
    const after = readFileSync(dictionary, 'utf8').split('\n')
    expect(after.filter((line) => !before.includes(line))).toEqual([
      `${found?.entry.id ?? ''}\t梁河县遮岛人民医院\t\t533122\t\t\t`,
    ])
    expect(await yuanju(['check', '--pipeline', pipeline])).toMatchObject({ code: 0 })
    await yuanju(['run', join(folder, 'dump'), ...at])
    const mentions = jsonLines<MentionRecord>(
      await yuanju(['export', '--records', 'mention', '--store', join(folder, 'a.db')]),
    )
    const ids = mentions.flatMap((mention) => ('entity' in mention ? [mention.entity.id] : []))
    expect(new Set(ids)).toEqual(new Set([found?.entry.id]))
    const again = await yuanju(['suggest', 'hospitals', ...at])
    expect(again.out).toContain('No hospitals to suggest')
  }, 240_000)

  it('adds a name to the entry a person names, and refuses what is not there', async () => {
    const folder = tempFolder()
    makeDump(join(folder, 'dump'))
    const pipeline = copyPipeline(folder)
    const dictionary = join(folder, 'dictionaries/hospitals.tsv')
    const before = readFileSync(dictionary, 'utf8')
    const at = ['--store', join(folder, 'a.db'), '--pipeline', pipeline]
    await yuanju(['run', join(folder, 'dump'), ...at])
    const name = '梁河县遮岛人民医院'
    for (const refused of [
      ['suggest', 'clinics', ...at],
      ['suggest', 'hospitals', ...at, '--accept', 'n_000000'],
      ['suggest', 'hospitals', ...at, '--accept', name, '--as', 'no-such-hospital'],
    ])
      expect(await yuanju(refused)).toMatchObject({ code: 2, out: '' })
    expect(readFileSync(dictionary, 'utf8')).toBe(before)
    const entry = 'china-japan-friendship-hospital'
    const accepted = await yuanju(['suggest', 'hospitals', ...at, '--accept', name, '--as', entry])
    expect(accepted.out).toContain(`+ ${entry}: also called ${name}`)
    const row = readFileSync(dictionary, 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${entry}\t`))
    expect(row?.split('\t')[2]?.split('|').at(-1)).toBe(name)
  }, 240_000)
})
