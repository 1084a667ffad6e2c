import type { LineRange } from './body-range.js'
import type { ArticleOptions } from './options.js'
import type { PageLine } from './page-lines.js'

/** The last line of an article, and its last paragraph; the same where no caption follows. */
export interface SignedEnd {
  readonly line: number
  readonly prose: number
}

/**
 * Where an article on a text page ends if its sign-off stands a little below what looks like its end:
 * behind the cells of a table, a caption, an advertisement or a short list with a paragraph or two
 * behind. Without a sign-off near, nothing tells these from what the page goes on with.
 */
export function findSignedEnd(
  lines: readonly PageLine[],
  range: LineRange,
  isSignOff: (line: PageLine) => boolean,
  most: ArticleOptions['signedEnd'],
): SignedEnd {
  const unsigned = { line: range.last, prose: range.last }
  let end = unsigned
  let headlines = 0
  let paragraphs = 0
  for (let index = range.last + 1; index < lines.length; index++) {
    const line = lines[index]!
    if (line.shape === 'empty') continue
    if (line.shape === 'prose' && line.mark === null) {
      if (++paragraphs > most.paragraphs) return unsigned
      end = { line: index, prose: index }
      headlines = 0
    } else if (isSignOff(line)) return end
    else if (line.shape === 'date' || line.shape === 'stamped' || line.shape === 'teaser')
      return unsigned
    else if (line.mark === null) {
      if (line.text.length > most.cell && ++headlines > most.headlines) return unsigned
      end = { line: index, prose: end.prose }
    }
  }
  return unsigned
}
