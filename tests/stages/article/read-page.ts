import { readFileSync } from 'node:fs'
import type { Article } from '../../../src/core/layers.js'
import type { SourceFile } from '../../../src/core/source-file.js'
import type { StageSetup } from '../../../src/core/stage.js'
import { articleStage } from '../../../src/stages/article/stage.js'
import { markupStage } from '../../../src/stages/markup/stage.js'
import { createJieba } from '../../../src/stages/segment/jieba.js'

const RULES = 'pipelines/hospital-news/rules'
const segmenter = createJieba()

/** A stage's setup with the pipeline's own rules and dictionaries. */
export function setupOf<O>(
  options: O,
  rules: readonly string[],
  dictionaries: readonly string[],
): StageSetup<O> {
  return {
    options,
    rules: rules.map((name) => file(`${RULES}/${name}.yaml`)),
    dictionaries: Object.fromEntries(
      dictionaries.map((name) => [name, [file(`dictionaries/${name}.yaml`)]]),
    ),
    pipeline: { entities: ['hospital'], relations: [], events: [] },
    services: { segmenter },
  }
}

const toPage = markupStage.prepare(setupOf(markupStage.options.parse({}), [], []))
const toArticle = articleStage.prepare(
  setupOf(
    articleStage.options.parse({}),
    ['metadata', 'boilerplate', 'spam'],
    ['labels', 'boilerplate', 'spam', 'page-parts', 'sites'],
  ),
)

/** The article of a page in simplified Chinese that needs no repair. */
export function readPage(source: string): { readonly article: Article; readonly source: string } {
  const page = toPage({ decoded: { text: source, encoding: 'utf-8' } })
  const scripts = page.blocks.map(() => 'hans' as const)
  return { article: toArticle({ page, simplified: { text: page.text, scripts } }), source }
}

function file(path: string): SourceFile {
  return { path, text: readFileSync(path, 'utf8') }
}
