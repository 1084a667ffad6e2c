import { clean } from '../clean-text.js'
import { netEffectOf } from '../../../../src/core/net-effect.js'
import type { InjectedPage } from './inject.js'

/** How much of what was injected is removed, and how much else. */
export interface RemovalScore {
  readonly pages: number
  /** The share of removed characters that were injected, and of injected ones that were removed. */
  readonly precision: number
  readonly recall: number
  /** The share of injections that are gone to the letter, nothing around them missing. */
  readonly exact: number
  readonly misses: readonly string[]
}

/** Cleans the pages and compares with where phrases were put in. */
export function measureRemoval(pages: readonly InjectedPage[]): RemovalScore {
  let removed = 0
  let injected = 0
  let right = 0
  let exact = 0
  let count = 0
  const misses: string[] = []
  for (const page of pages) {
    const gone = new Uint8Array(page.foul.length)
    for (const { start, end } of netEffectOf(clean(page.foul).text).dropped)
      gone.fill(1, start, end)
    removed += gone.reduce((sum, one) => sum + one, 0)
    for (const { start, end } of page.injected) {
      const hit = gone.subarray(start, end).reduce((sum, one) => sum + one, 0)
      injected += end - start
      right += hit
      count++
      const isExact = hit === end - start && (gone[start - 1] ?? 0) === 0 && (gone[end] ?? 0) === 0
      if (isExact) exact++
      else misses.push(show(page, start, end, gone))
    }
  }
  return {
    pages: pages.length,
    precision: removed === 0 ? 1 : right / removed,
    recall: right / injected,
    exact: exact / count,
    misses,
  }
}

/** The phrase in its surroundings: `{…}` what was put in, `~` under what was removed. */
function show(page: InjectedPage, start: number, end: number, gone: Uint8Array): string {
  const mark = (from: number, to: number): string =>
    [...page.foul.slice(Math.max(0, from), to)]
      .map((character, index) =>
        gone[Math.max(0, from) + index] === 1 ? `${character}~` : character,
      )
      .join('')
      .replaceAll('\n', '⏎')
  return `${page.group} ${page.place}: ${mark(start - 8, start)}{${mark(start, end)}}${mark(end, end + 8)}`
}
