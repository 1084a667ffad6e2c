import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mention } from '../../../src/core/mention.js'
import type { SourceFile } from '../../../src/core/source-file.js'
import { compileKinds, type EntitySetup } from '../../../src/stages/entities/kinds.js'
import type { Lexicon } from '../../../src/stages/entities/lexicon.js'
import { recognizeEntities } from '../../../src/stages/entities/recognize.js'
import { createJieba } from '../../../src/stages/segment/jieba.js'
import { splitSentences } from '../../../src/stages/segment/split-sentences.js'

const ROOT = join(import.meta.dirname, '../../..')

export const segmenter = createJieba()

export function fileAt(path: string): SourceFile {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') }
}

/** The hospital domain as the project ships it. */
export const hospitalSetup: EntitySetup = {
  rules: [fileAt('pipelines/hospital-news/rules/hospitals.yaml')],
  dictionaries: {
    gazetteer: [fileAt('dictionaries/hospitals.tsv')],
    regions: [fileAt('dictionaries/regions.tsv')],
  },
  pipeline: { entities: ['hospital'], relations: [], events: [] },
  services: { segmenter },
}

export function lexiconOf(setup: EntitySetup): Lexicon {
  const [kind] = compileKinds(setup)
  if (kind === undefined) throw new Error('the setup has no entity kind')
  return kind.lexicon
}

export interface Told {
  readonly region?: string
  readonly title?: string
  readonly publisher?: string
}

export function recognize(lexicon: Lexicon, text: string, told: Told = {}): readonly Mention[] {
  const places = {
    region: told.region ?? null,
    title: told.title ?? null,
    publisher: told.publisher ?? null,
  }
  return recognizeEntities(text, splitSentences(text), places, lexicon)
}

/** `words = canonical name` of each mention; `words ? id, id` where it stays open. */
export function namesIn(lexicon: Lexicon, text: string, told: Told = {}): readonly string[] {
  return recognize(lexicon, text, told).map(({ span, value }) => {
    const words = text.slice(span.start, span.end)
    if (value.type !== 'entity') throw new Error(`${words} is no entity`)
    const { name, candidates } = value.entity
    return candidates.length > 0 ? `${words} ? ${candidates.join(', ')}` : `${words} = ${name}`
  })
}
