import { dropSpan, type Edit } from '../../core/edit.js'
import type { AlignedText } from '../../core/aligned-text.js'
import type { Verdict } from './choose-lines.js'
import type { PageLine } from './page-lines.js'

const STAGE = 'article'

/** The text of the lines that are kept, joined by one `\n` each, without space around them. */
export function keepLines(
  text: AlignedText,
  lines: readonly PageLine[],
  verdicts: readonly Verdict[],
): AlignedText {
  const lastKept = verdicts.findLastIndex(({ keep }) => keep)
  const edits: Edit[] = []
  let from = 0
  for (const [index, line] of lines.entries()) {
    const newline = text.text.indexOf('\n', line.end)
    const lineEnd = newline === -1 ? text.text.length : newline
    const after = Math.min(text.text.length, lineEnd + 1)
    const verdict = verdicts[index] ?? { keep: true }
    if (!verdict.keep) pushDrop(edits, from, after, verdict.kind, verdict.rule)
    else {
      pushDrop(edits, from, line.start, 'space', 'article/space')
      // The break behind a kept line stays, so that one stands between it and the next kept one.
      if (index < lastKept) pushDrop(edits, line.end, lineEnd, 'space', 'article/space')
      else pushDrop(edits, line.end, after, 'space', 'article/space')
    }
    from = after
  }
  return text.edit(edits)
}

function pushDrop(
  edits: Edit[],
  start: number,
  end: number,
  kind: Edit['kind'] & string,
  rule: string,
): void {
  if (start >= end) return
  edits.push(dropSpan({ start, end }, kind, { stage: STAGE, rule, entry: null }))
}
