import { describe, expect, it } from 'vitest'
import { clean } from './clean-text.js'

/** Far above what is needed, far below what a quadratic step would take. */
const LIMIT = 60_000

describe('time in proportion to the text', () => {
  it.each([
    ['a line of five million characters', '中心与全区一百零五家医院结成协作关系'.repeat(280_000)],
    ['the same with sentences', '中心与全区一百零五家医院结成协作。'.repeat(290_000)],
    ['a million seeds', '百家乐'.repeat(1_000_000)],
    ['a million seeds in sentences', '途百家乐经。'.repeat(1_000_000)],
    ['a million open brackets', '【'.repeat(1_000_000) + '百家乐'],
    [
      'thousands of paragraphs that are nearly equal',
      Array.from(
        { length: 8000 },
        (_, n) => `${n}县医院今年接诊患者${n * 7}人次,增长${n % 9}%。`,
      ).join('\n'),
    ],
    ['a line of titles', '久久精品国产亚洲av无码|'.repeat(200_000)],
  ])(
    '%s',
    (_name, text) => {
      const start = process.cpuUsage()
      clean(text)
      const { user, system } = process.cpuUsage(start)
      expect((user + system) / 1000).toBeLessThan(LIMIT)
    },
    120_000,
  )
})
