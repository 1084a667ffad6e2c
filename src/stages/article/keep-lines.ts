import { dropSpan, type DropKind, type Edit, type Origin } from '../../core/edit.js'
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
  const drops = new Drops()
  let from = 0
  for (const [index, line] of lines.entries()) {
    const newline = text.text.indexOf('\n', line.end)
    const lineEnd = newline === -1 ? text.text.length : newline
    const after = Math.min(text.text.length, lineEnd + 1)
    const verdict = verdicts[index] ?? { keep: true }
    if (!verdict.keep) drops.push(from, after, verdict.kind, verdict.rule)
    else {
      drops.push(from, line.start, 'space', 'article/space')
      // The break behind a kept line stays, so that one stands between it and the next kept one.
      const end = index < lastKept ? lineEnd : after
      drops.push(line.end, end, 'space', 'article/space')
    }
    from = after
  }
  return text.edit(drops.edits)
}

/** Collects edits; those of one rule share one origin, by which their steps are known again. */
class Drops {
  readonly edits: Edit[] = []
  private readonly origins = new Map<string, Origin>()

  push(start: number, end: number, kind: DropKind, rule: string): void {
    if (start >= end) return
    let origin = this.origins.get(rule)
    if (origin === undefined) {
      origin = { stage: STAGE, rule, entry: null }
      this.origins.set(rule, origin)
    }
    this.edits.push(dropSpan({ start, end }, kind, origin))
  }
}
