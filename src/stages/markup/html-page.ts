import { AlignedText } from '../../core/aligned-text.js'
import type { Page } from '../../core/layers.js'
import { HtmlReader } from './html-reader.js'
import type { MarkupOptions } from './options.js'
import { scanHtml } from './scan-html.js'

/** The page of an HTML document, read in one pass; nesting may be as deep as it likes. */
export function readHtml(source: string, options: MarkupOptions): Page {
  const reader = read(source, options, true)
  const { hiddenLength, shownLength } = reader
  // A page that is mostly hidden waits for a script to show it; then nothing of it is dropped.
  if (hiddenLength > options.hiddenShare * (hiddenLength + shownLength))
    return pageOf(source, read(source, options, false))
  return pageOf(source, reader)
}

function read(source: string, options: MarkupOptions, dropsHidden: boolean): HtmlReader {
  const reader = new HtmlReader(source, options, dropsHidden)
  scanHtml(source, HtmlReader.ATTRIBUTES, reader)
  reader.finish()
  return reader
}

function pageOf(source: string, { edits, blocks }: HtmlReader): Page {
  const empty = { tag: 'body', path: '', name: null, length: 0, linkLength: 0 }
  return {
    format: 'html',
    text: AlignedText.of(source).edit(edits),
    blocks: blocks.length === 0 ? [empty] : blocks,
  }
}
