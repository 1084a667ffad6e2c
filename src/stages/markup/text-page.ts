import { AlignedText } from '../../core/aligned-text.js'
import { dropSpan, type Edit, replaceSpan } from '../../core/edit.js'
import type { Block, Page } from '../../core/layers.js'
import { ORIGINS } from './origins.js'

/** The page of a plain text: its lines as they are, whatever its line breaks are written with. */
export function readText(source: string): Page {
  const text = AlignedText.of(source).edit(lineBreakEdits(source))
  const blocks: Block[] = []
  let start = 0
  while (start <= text.text.length) {
    const found = text.text.indexOf('\n', start)
    const end = found < 0 ? text.text.length : found
    blocks.push({ tag: 'line', path: '', name: null, length: end - start, linkLength: 0 })
    start = end + 1
  }
  return { format: 'text', text, blocks }
}

/** Line breaks other than a line feed become one; of a pair only the line feed stays. */
function lineBreakEdits(source: string): Edit[] {
  const edits: Edit[] = []
  for (const { index } of source.matchAll(/[\r\f\u2028\u2029]/g)) {
    const span = { start: index, end: index + 1 }
    const isPair = source[index] === '\r' && source[index + 1] === '\n'
    edits.push(
      isPair ? dropSpan(span, 'space', ORIGINS.space) : replaceSpan(span, '\n', ORIGINS.lineBreak),
    )
  }
  return edits
}
