import type { Block, Page } from '../../../src/core/layers.js'
import { markupStage } from '../../../src/stages/markup/stage.js'

const run = markupStage.prepare({
  options: markupStage.options.parse({}),
  rules: [],
  dictionaries: {},
  pipeline: { entities: [], relations: [], events: [] },
  services: {
    segmenter: {
      identity: 'none',
      cut: () => [],
      tag: () => [],
      tagAll: () => [],
      frequency: () => 0,
    },
  },
})

export function readPage(text: string): Page {
  return run({ decoded: { text, encoding: 'utf-8' } })
}

export function linesOf(page: Page): readonly string[] {
  return page.text.text.split('\n')
}

/** The lines that a page of this body has. */
export function linesOfBody(html: string): readonly string[] {
  return linesOf(readPage(`<html><body>${html}</body></html>`))
}

/** `tag.name length/linkLength path | words` of every line. */
export function describePage(page: Page): string {
  const lines = linesOf(page)
  return page.blocks.map((block, line) => `${describe(block)} | ${lines[line] ?? ''}\n`).join('')
}

function describe({ tag, name, length, linkLength, path }: Block): string {
  return `${name === null ? tag : `${tag}[${name}]`} ${length}/${linkLength} ${path}`
}
