import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/evaluate/evaluate.js'
import {
  findShortfalls,
  formatFloors,
  parseFloors,
  presentFloors,
} from '../../src/evaluate/floors.js'
import { readFloors } from '../../src/evaluate/floors-file.js'
import { readGoldFolder } from '../../src/evaluate/gold-files.js'
import type { Scores } from '../../src/evaluate/report.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { ROOT } from '../e2e/yuanju.js'

const scoresOf = (right: number): Scores => ({
  body: { right: 99, found: 100, expected: 100 },
  metadata: {},
  mentions: { hospital: { right, found: 3, expected: 4 } },
  facts: { 'measure + time': { right: 1, found: 0, expected: 7 } },
})

describe('floors', () => {
  it('hold what they were made from, and fail below it', () => {
    const floors = presentFloors(scoresOf(2))
    expect(floors['hospital']).toEqual({ precision: 0.666, recall: 0.5, f1: 0.571 })
    expect(findShortfalls(floors, scoresOf(2))).toEqual([])
    expect(findShortfalls(floors, scoresOf(3))).toEqual([])
    expect(findShortfalls(floors, scoresOf(1))).toMatchObject([
      { measure: 'hospital', share: 'precision', floor: 0.666 },
      { measure: 'hospital', share: 'recall' },
      { measure: 'hospital', share: 'f1' },
    ])
  })

  it('count a measure that is not scored any more as below them', () => {
    const floors = { hospital: { recall: 0.5 } }
    const shortfalls = findShortfalls(floors, { ...scoresOf(2), mentions: {} })
    expect(shortfalls).toEqual([
      { measure: 'hospital', share: 'recall', floor: 0.5, present: null },
    ])
  })

  it('are written so that they are read as they were, from JSON too', () => {
    const floors = presentFloors(scoresOf(2))
    expect(parseFloors({ path: 'floors.yaml', text: formatFloors(floors) })).toEqual(floors)
    expect(parseFloors({ path: 'floors.json', text: JSON.stringify({ floors }) })).toEqual(floors)
    const wrong = 'floors:\n  hospital: { recall: 1.5 }\n'
    expect(() => parseFloors({ path: 'floors.yaml', text: wrong })).toThrow('floors.yaml:2')
  })
})

describe('the sample articles', () => {
  it.each([
    ['hospital-news', 'seeds', 'hospital-news.floors.yaml'],
    ['university-news', 'pipelines/university-news/seeds', 'university-news.floors.yaml'],
  ])(
    'are read by %s no worse than was kept',
    (name, folder, file) => {
      const floors =
        readFloors(join(import.meta.dirname, file)) ?? expect.fail(`${file} is missing`)
      const evaluation = evaluate(loadPipeline(name), readGoldFolder(join(ROOT, folder)))
      expect(Object.keys(floors).length).toBeGreaterThan(5)
      expect(findShortfalls(floors, evaluation)).toEqual([])
    },
    120_000,
  )
})
