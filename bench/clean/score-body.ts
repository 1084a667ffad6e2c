import { fold } from './fold.js'
import type { Reference } from './reference-pages.js'

export interface BodyScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * Compares character multisets. A string of `optional` is first taken out of both texts, once each
 * where it stands, so that it counts neither way.
 */
export function scoreBody(found: string, reference: Reference): BodyScore {
  const optional = reference.optional.map(fold).filter((text) => text !== '')
  const longestFirst = [...optional].sort((a, b) => b.length - a.length)
  const expected = countCharacters(without(fold(reference.text), longestFirst))
  const given = countCharacters(without(fold(found), longestFirst))
  let right = 0
  for (const [character, count] of given.counts)
    right += Math.min(count, expected.counts.get(character) ?? 0)
  const precision = given.total === 0 ? (expected.total === 0 ? 1 : 0) : right / given.total
  const recall = expected.total === 0 ? 1 : right / expected.total
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}

function without(text: string, parts: readonly string[]): string {
  let rest = text
  for (const part of parts) {
    const at = rest.indexOf(part)
    if (at >= 0) rest = `${rest.slice(0, at)}\n${rest.slice(at + part.length)}`
  }
  return rest.replaceAll('\n', '')
}

function countCharacters(text: string): {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
} {
  const counts = new Map<string, number>()
  let total = 0
  for (const character of text) {
    counts.set(character, (counts.get(character) ?? 0) + 1)
    total++
  }
  return { counts, total }
}
