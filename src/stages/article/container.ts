import type { LineRange } from './body-range.js'
import type { ArticleOptions } from './options.js'
import type { PageLine } from './page-lines.js'

/**
 * The path of the element that holds the article of an HTML page: the innermost that has most of
 * the prose between the lines of `range`. An empty path holds everything.
 */
export function findContainer(
  lines: readonly PageLine[],
  range: LineRange,
  weigh: (line: PageLine) => number,
  options: ArticleOptions,
): string {
  const prose = new Map<string, number>()
  let total = 0
  for (const line of lines.slice(range.first, range.last + 1)) {
    const weight = weigh(line)
    if (weight <= 0) continue
    prose.set(line.block.path, (prose.get(line.block.path) ?? 0) + weight)
    total += weight
  }
  let container = ''
  for (;;) {
    const inner = heaviestChild(container, prose)
    if (inner === null || inner.weight < total * options.containerShare) break
    container = inner.path
  }
  return withoutParagraph(container)
}

/** True for a block in the element at `container` or anywhere below it. */
export function isInside(path: string, container: string): boolean {
  return (
    container === '' ||
    (path.startsWith(container) &&
      (path.length === container.length || path.charAt(container.length) === '/'))
  )
}

/**
 * The article's range grown over the other lines of its container that stand beside it: captions,
 * subheads, paragraphs without a full stop. A few lines of other containers may lie between.
 */
export function growRange(
  lines: readonly PageLine[],
  range: LineRange,
  container: string,
  options: ArticleOptions,
): LineRange {
  const grow = (from: number, step: 1 | -1): number => {
    let end = from
    let gap = 0
    for (let index = from + step; index >= 0 && index < lines.length; index += step) {
      if (isInside(lines[index]!.block.path, container)) {
        end = index
        gap = 0
      } else if (++gap > options.containerGap) break
    }
    return end
  }
  return { first: grow(range.first, -1), last: grow(range.last, 1) }
}

function heaviestChild(
  container: string,
  prose: ReadonlyMap<string, number>,
): { path: string; weight: number } | null {
  const children = new Map<string, number>()
  for (const [path, weight] of prose) {
    if (!isInside(path, container) || path.length === container.length) continue
    const from = container === '' ? 0 : container.length + 1
    const slash = path.indexOf('/', from)
    const child = slash === -1 ? path : path.slice(0, slash)
    children.set(child, (children.get(child) ?? 0) + weight)
  }
  let best: { path: string; weight: number } | null = null
  for (const [path, weight] of children) if (weight > (best?.weight ?? 0)) best = { path, weight }
  return best
}

/** Elements that hold one paragraph are not the container; nor is a nameless element around one. */
function withoutParagraph(path: string): string {
  let container = path
  for (;;) {
    const slash = container.lastIndexOf('/')
    const step = container.slice(slash + 1)
    if (slash === -1 || !PARAGRAPH.test(step)) return container
    container = container.slice(0, slash)
  }
}

const PARAGRAPH =
  /^(?:(?:p|h[1-6]|li|ul|ol|blockquote|span|strong|font|center|pre)(?:[.#:]|$)|(?:div|section|tr|td|tbody)(?::\d+)?$)/
