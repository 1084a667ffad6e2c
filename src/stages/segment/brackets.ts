/**
 * The end (exclusive) of each pair of round, square and title brackets within a line of `text`, by
 * the offset of its opener. Unpaired brackets (`1)`, an opener cut off) bracket nothing.
 */
export function findBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: { readonly closer: string; readonly at: number }[] = []
  const waiting = new Map<string, number>()
  BRACKET.lastIndex = 0
  for (let match = BRACKET.exec(text); match !== null; match = BRACKET.exec(text)) {
    const unit = match[0]
    const closer = CLOSERS.get(unit)
    if (unit === '\n') {
      open.length = 0
      waiting.clear()
    } else if (closer !== undefined) {
      open.push({ closer, at: match.index })
      waiting.set(closer, (waiting.get(closer) ?? 0) + 1)
    } else if ((waiting.get(unit) ?? 0) > 0) {
      // Openers skipped on the way stay unpaired: in `(《甲)` the round brackets pair.
      for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
        waiting.set(pair.closer, (waiting.get(pair.closer) ?? 1) - 1)
        if (pair.closer !== unit) continue
        pairs.set(pair.at, match.index + 1)
        break
      }
    }
  }
  return pairs
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
  ['〔', '〕'],
  ['《', '》'],
  ['〈', '〉'],
])

const BRACKET = /[\n()（）[\]［］【】〔〕《》〈〉]/g
