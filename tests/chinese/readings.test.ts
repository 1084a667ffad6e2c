import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSimplifiedForms } from '../../src/chinese/opencc.js'
import { compileReadings, hasTone, PINYIN_LIBRARY } from '../../src/chinese/readings.js'

const isReading = compileReadings(readSimplifiedForms())

describe('readings', () => {
  it.each([
    ['區', 'qū', true],
    ['長', 'zhǎng', true],
    ['長', 'cháng', true],
    ['綠', 'lǜ', true],
    ['們', 'men', true],
    ['著', 'zhe', true],
    ['醫', 'YĪ', true],
    ['區', 'yī', false],
    ['中', 'zhong', false],
    ['O', 'shè', false],
  ])('of %s: %s is %s', (hanzi, pinyin, expected) => {
    expect(isReading(hanzi, pinyin)).toBe(expected)
  })

  it('tells pinyin with a tone mark from letters', () => {
    expect(['shè', 'lǜ', 'she', 'lü'].map(hasTone)).toEqual([true, true, false, false])
  })

  it('come from the version of the library that the stage names', () => {
    const path = new URL('../../node_modules/pinyin-pro/package.json', import.meta.url)
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'))
    expect(manifest).toMatchObject({ version: PINYIN_LIBRARY.split(' ')[1] })
  })
})
