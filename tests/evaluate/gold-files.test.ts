import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, UsageError } from '../../src/core/errors.js'
import { readGoldFolder } from '../../src/evaluate/gold-files.js'
import { tempFolder } from '../temp-folder.js'

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

describe('readGoldFolder', () => {
  it('reads pages with their annotations in the order of their names', () => {
    const folder = folderOf({
      'b.txt': '二',
      'b.gold.json': '{}',
      'a.html': '一',
      'a.gold.json': '{}',
    })
    expect(readGoldFolder(folder).map(({ name }) => name)).toEqual(['a', 'b'])
  })

  it('makes one list of hospitals and other entities', () => {
    const entity = { start: 0, end: 2, text: '甲', canonical: '甲医院' }
    const gold = { hospitals: [entity], entities: [{ ...entity, kind: 'university' }] }
    const folder = folderOf({ 'a.txt': '一', 'a.gold.json': JSON.stringify(gold) })
    const kinds = readGoldFolder(folder)[0]?.gold.entities?.map(({ kind }) => kind)
    expect(kinds).toEqual(['hospital', 'university'])
  })

  it('reports every file that is wrong', () => {
    const folder = folderOf({
      'a.txt': '一',
      'a.gold.json': '{',
      'b.txt': '二',
      'b.gold.json': '{"dates":[{"start":"x"}]}',
      'c.gold.json': '{}',
    })
    expect(() => readGoldFolder(folder)).toThrow(ConfigError)
    expect(() => readGoldFolder(folder)).toThrow(
      /a\.gold\.json: .*\n.*b\.gold\.json: dates\.0.*\n.*c\.gold\.json/,
    )
  })

  it('refuses a folder without annotations', () => {
    expect(() => readGoldFolder(tempFolder())).toThrow(UsageError)
  })
})
