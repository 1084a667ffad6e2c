import { defineStage } from '../../core/stage.js'
import { isHtml } from './format.js'
import { compileHtmlReader } from './html-page.js'
import { markupOptions } from './options.js'
import { SCANNER_LIBRARY } from './scan-html.js'
import { readText } from './text-page.js'

/** The decoded document as lines of text: a page without its markup, or a text's own lines. */
export const markupStage = defineStage({
  name: 'markup',
  version: 2,
  requires: ['decoded'],
  provides: 'page',
  options: markupOptions,
  libraries: [SCANNER_LIBRARY],
  prepare: ({ options }) => {
    const readHtml = compileHtmlReader(options)
    return ({ decoded }) =>
      isHtml(decoded.text, options) ? readHtml(decoded.text) : readText(decoded.text)
  },
})
