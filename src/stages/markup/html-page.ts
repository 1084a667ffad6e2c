import { AlignedText } from '../../core/aligned-text.js'
import type { Page } from '../../core/layers.js'
import { HtmlReader, type Reading } from './html-reader.js'
import { compileMembers } from './json-ld.js'
import type { MarkupOptions } from './options.js'
import { scanHtml } from './scan-html.js'

/** A function that reads HTML documents, each in one pass, however deep its nesting. */
export function compileHtmlReader(options: MarkupOptions): (source: string) => Page {
  const { hiddenShare } = options
  const reading: Reading = {
    metaNames: new Set(options.metaNames.map((name) => name.toLowerCase())),
    members: compileMembers(options.jsonLdNames),
    dropsHidden: true,
  }
  return (source) => {
    const reader = read(source, reading)
    const { hiddenLength, shownLength } = reader
    // A page that is mostly hidden waits for a script to show it: then nothing of it is dropped.
    const waits = hiddenLength > hiddenShare * (hiddenLength + shownLength)
    return toPage(source, waits ? read(source, { ...reading, dropsHidden: false }) : reader)
  }
}

function read(source: string, reading: Reading): HtmlReader {
  const reader = new HtmlReader(source, reading)
  scanHtml(source, ATTRIBUTES, reader)
  reader.finish()
  return reader
}

/** The attributes that say something of an element's place, or hold a value. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'aria-hidden class content datetime hidden href id itemprop name property rel style type'.split(
    ' ',
  ),
)

function toPage(source: string, { edits, blocks }: HtmlReader): Page {
  const empty = { tag: 'body', path: '', name: null, length: 0, linkLength: 0 }
  return {
    format: 'html',
    text: AlignedText.of(source).edit(edits),
    blocks: blocks.length === 0 ? [empty] : blocks,
  }
}
