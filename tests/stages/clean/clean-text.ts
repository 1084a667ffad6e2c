import { AlignedText } from '../../../src/core/aligned-text.js'
import type { Article, Body } from '../../../src/core/layers.js'
import { netEffectOf } from '../../../src/core/net-effect.js'
import { cleanStage } from '../../../src/stages/clean/stage.js'
import { setupOf } from '../article/read-page.js'

const toBody = cleanStage.prepare(
  setupOf(
    cleanStage.options.parse({}),
    ['metadata', 'boilerplate', 'spam'],
    ['boilerplate', 'spam'],
  ),
)

/** The body of an article whose simplified text is `text`. */
export function clean(text: string): Body {
  const article: Article = {
    text: AlignedText.of(text),
    title: null,
    published: null,
    publisher: null,
    author: null,
    editor: null,
    url: null,
    script: 'hans',
    region: null,
  }
  return toBody({ article })
}

/** What was dropped, each with its kind before it. */
export function dropped(body: Body): string[] {
  return netEffectOf(body.text).dropped.map(
    ({ kind, start, end }) => `${kind}: ${body.text.source.slice(start, end)}`,
  )
}
