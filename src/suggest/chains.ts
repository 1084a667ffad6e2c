import type { LineIndex, TemplateCount } from '../store/line-index.js'

/** Templates that nearly always stand below each other, in that order; most often a single one. */
export type Chain = readonly [TemplateCount, ...TemplateCount[]]

/** The templates of `least` articles or more, joined where they stand together; frequent ones first. */
export function findChains(index: LineIndex, least: number): Chain[] {
  const templates = index.templates(least)
  const known = new Map(templates.map((count) => [count.template, count]))
  const next = new Map<number, number>()
  const hasFormer = new Set<number>()
  for (const { first, second, articles } of index.pairs(least)) {
    const most = Math.max(known.get(first)?.articles ?? Infinity, known.get(second)?.articles ?? 0)
    if (first === second || articles < most * TOGETHER) continue
    if (next.has(first) || hasFormer.has(second)) continue
    next.set(first, second)
    hasFormer.add(second)
  }
  const chains: Chain[] = []
  const done = new Set<number>()
  const follow = (start: TemplateCount): void => {
    const rest: TemplateCount[] = []
    done.add(start.template)
    for (let at = next.get(start.template); at !== undefined && !done.has(at); at = next.get(at)) {
      done.add(at)
      const member = known.get(at)
      if (member !== undefined) rest.push(member)
    }
    chains.push([start, ...rest])
  }
  for (const start of templates) if (!hasFormer.has(start.template)) follow(start)
  // What is left are circles.
  for (const start of templates) if (!done.has(start.template)) follow(start)
  return chains
}

/** The share of their articles in which two lines must follow each other to be one block. */
const TOGETHER = 0.8
