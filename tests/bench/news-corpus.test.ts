import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CorpusPage, MARKED_WORDS, newsCorpus } from '../../bench/news-corpus/corpus.js'
import { readPlaces } from '../../bench/news-corpus/places.js'
import { copyPipeline } from '../../bench/news-corpus/rule-changes.js'
import { writeCorpus } from '../../bench/news-corpus/write.js'
import { checkPipeline } from '../../src/pipeline/check.js'
import { tempFolder } from '../temp-folder.js'

const places = readPlaces()
const corpusOf = (seed: number): CorpusPage[] => [...newsCorpus({ pages: 300, seed, places })]

describe('the generated corpus', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(corpusOf(1)).toEqual(corpusOf(1))
    expect(corpusOf(1)).not.toEqual(corpusOf(2))
  })

  it('holds the marked words in one page of a hundred', () => {
    const words = new RegExp(`${MARKED_WORDS}|杏林名師`)
    const holding = corpusOf(1).filter(({ text }) => words.test(text))
    expect(holding).toHaveLength(3)
    expect(holding.every(({ isMarked }) => isMarked)).toBe(true)
  })

  it('writes the pages as files, at different places', () => {
    const folder = tempFolder()
    const pages = corpusOf(1)
    expect(new Set(pages.map(({ path }) => path)).size).toBe(300)
    expect(writeCorpus(folder, 300, 1)).toMatchObject({ pages: 300, marked: 3 })
    for (const { path, text } of pages.slice(0, 5))
      expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
  })

  it('comes with a change of rules that holds its own examples', () => {
    const pipeline = copyPipeline(tempFolder())
    pipeline.setRule(1)
    const { problems } = checkPipeline(pipeline.file)
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([])
  }, 120_000)
})
