import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newsCorpus } from './corpus.js'
import { readPlaces } from './places.js'

/** What was written: how many files and bytes, and how many hold the marked words. */
export interface WrittenCorpus {
  readonly pages: number
  readonly bytes: number
  readonly marked: number
}

/** Writes a generated corpus into a folder, page by page. */
export function writeCorpus(folder: string, pages: number, seed: number): WrittenCorpus {
  const folders = new Set<string>()
  let bytes = 0
  let marked = 0
  for (const page of newsCorpus({ pages, seed, places: readPlaces() })) {
    const file = join(folder, page.path)
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
    folders.add(dirname(file))
    const content = Buffer.from(page.text)
    writeFileSync(file, content)
    bytes += content.length
    if (page.isMarked) marked++
  }
  return { pages, bytes, marked }
}
