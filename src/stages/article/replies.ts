import { parsePublished } from '../../chinese/published.js'
import type { PageLine } from './page-lines.js'

/**
 * The paths of the elements that hold the replies to the first post of a forum's page: elements of one
 * kind that are numbered in the thousands, each with sentences, and between them the dates they were
 * written. `weights` tell by line which are sentences. Numbered paragraphs have no dates between them.
 */
export function findReplies(lines: readonly PageLine[], weights: readonly number[]): Set<string> {
  const posts = new Map<string, { path: string; last: number }>()
  const replies = new Set<string>()
  let dated = -1
  for (const { index, text, block } of lines) {
    if (isDated(text)) dated = index
    if ((weights[index] ?? 0) <= 0 || !block.path.includes('#')) continue
    const path = numberedElement(block.path)
    if (path === null) continue
    const kind = path.slice(path.lastIndexOf('/') + 1).replace(/\d+$/, '')
    const first = posts.get(kind)
    if (first === undefined || first.path === path) posts.set(kind, { path, last: index })
    else if (dated > first.last) replies.add(path)
  }
  return replies
}

/** The innermost element of a path whose id is a word and a number. */
function numberedElement(path: string): string | null {
  for (let end = path.length; end > 0;) {
    const slash = path.lastIndexOf('/', end - 1)
    if (NUMBERED.test(path.slice(slash + 1, end))) return path.slice(0, end)
    end = slash
  }
  return null
}

function isDated(text: string): boolean {
  return text.length <= LONGEST_STAMP && /\d/.test(text) && parsePublished(text) !== null
}

const LONGEST_STAMP = 60
const NUMBERED = /^(?:td|div|article|section|li)[^#]*#[A-Za-z_-]{2,30}\d{4,}$/
