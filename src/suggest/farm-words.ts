import type { Segmenter } from '../core/segmenter.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import { runStages } from '../pipeline/run-stages.js'
import type { CurrentBodies } from '../store/current-bodies.js'
import { isHan } from './broken-words.js'
import { type Sighting, Sightings } from './sightings.js'

export interface FarmSearch {
  readonly bodies: CurrentBodies
  readonly pipeline: Pipeline
  /** The stored bytes of a document. */
  readonly bytes: (document: number) => Uint8Array
  readonly min: number
}

/**
 * The words of what was taken off pages as link farms. The pages are read again up to the body, since
 * what is dropped is not kept.
 */
export function findFarmWords({ bodies, pipeline, bytes, min }: FarmSearch): Map<string, Sighting> {
  const { segmenter } = pipeline.services
  const seen = new Sightings()
  let pages = 0
  for (const body of bodies.all()) {
    if (body.spam < LEAST_SPAM || ++pages > MOST_PAGES) continue
    const titles = farmTitles(pipeline, bytes(body.document))
    const { result, article, path } = body
    for (const [word, text] of wordsOf(titles, segmenter))
      // A title stands outside of the body, so it has no place in it.
      seen.add(word, body, () => ({ result, article, path, start: 0, end: 0, text }))
  }
  return seen.ofAtLeast(min)
}

/** The lines that were dropped as spam, simplified. */
function farmTitles(pipeline: Pipeline, bytes: Uint8Array): string[] {
  const last = pipeline.stages.findIndex(({ provides }) => provides === 'body')
  const run = runStages({ ...pipeline, stages: pipeline.stages.slice(0, last + 1) }, { bytes })
  if (!run.ok) return []
  const { simplified, body } = run.layers
  return body.text
    .passesSince(simplified.text)
    .flatMap(({ text, edits }) =>
      edits
        .filter(({ kind }) => kind === 'spam')
        .flatMap(({ start, end }) => text.text.slice(start, end).split('\n')),
    )
}

/** Each word once, with a title that it stands in. */
function wordsOf(titles: readonly string[], segmenter: Segmenter): Map<string, string> {
  const words = new Map<string, string>()
  for (const title of titles)
    for (const word of segmenter.cut(title))
      if (word.length > 1 && isHan(word.charCodeAt(0)) && !words.has(word))
        words.set(word, shortened(title, word))
  return words
}

function shortened(title: string, word: string): string {
  const at = title.indexOf(word)
  return title.slice(Math.max(0, at - AROUND), at + word.length + AROUND).trim()
}

/** Fewer characters are an injected phrase, not a farm. */
const LEAST_SPAM = 20
const MOST_PAGES = 2_000
const AROUND = 16
