import type { Pipeline } from '../../src/pipeline/pipeline.js'
import { measureCpu } from './measure-cpu.js'
import { findJunkMentions } from './junk-mentions.js'
import { cleaningStages, readingOf, readWithPipeline } from './our-reader.js'
import { readWithReadability } from './peer-reader.js'
import { NO_READING, type Reading } from './reading.js'
import type { ReferencePage } from './reference-pages.js'
import { type BodyScore, scoreBody } from './score-body.js'
import { type MetadataScore, scoreMetadata } from './score-metadata.js'

/** How one reader did on one page. */
export interface PageScore {
  readonly reading: Reading
  readonly body: BodyScore
  readonly metadata: MetadataScore
}

export interface ComparedPage {
  readonly page: ReferencePage
  readonly ours: PageScore
  /** Null for a text page: the peer reads HTML only. */
  readonly peer: PageScore | null
  readonly junkMentions: readonly string[]
}

export interface Comparison {
  readonly pages: readonly ComparedPage[]
  /** Milliseconds of CPU a page, bytes to cleaned text, on average. */
  readonly ourCpu: number
  /** The same for the peer, from the decoded text; null where it read nothing. */
  readonly peerCpu: number | null
}

/** Runs both readers over all pages, then measures them. */
export function compareReaders(pipeline: Pipeline, pages: readonly ReferencePage[]): Comparison {
  const decoded = new Map<ReferencePage, string>()
  const compared = pages.map((page): ComparedPage => {
    const layers = readWithPipeline(pipeline, page.bytes)
    decoded.set(page, layers?.decoded.text ?? '')
    const score = (reading: Reading): PageScore => ({
      reading,
      body: scoreBody(reading.body, page.reference),
      metadata: scoreMetadata(reading, page.reference),
    })
    return {
      page,
      ours: score(layers === null ? NO_READING : readingOf(layers)),
      peer: page.format === 'html' ? score(readWithReadability(decoded.get(page) ?? '')) : null,
      junkMentions: layers === null ? [] : findJunkMentions(layers, page.reference),
    }
  })
  const stages = cleaningStages(pipeline)
  const html = pages.filter(({ format }) => format === 'html')
  return {
    pages: compared,
    ourCpu: measureCpu(pages, ({ bytes }) => readWithPipeline(stages, bytes)),
    peerCpu:
      html.length === 0
        ? null
        : measureCpu(html, (page) => readWithReadability(decoded.get(page) ?? '')),
  }
}
