import {
  fillTemplate,
  matchTemplate,
  nameSubject,
  type NameSubject,
} from '../../dictionary/name-template.js'
import type { Region, Regions } from '../../dictionary/regions.js'
import type { Lexicon } from './lexicon.js'
import type { Expansion } from './name-rules.js'

/** The names an unlisted institution may be listed or known under, the fullest last. */
export function fullNames(
  written: string,
  lexicon: Lexicon,
  home: Region | null,
): readonly string[] {
  const placed = dropProvince(written, lexicon.regions)
  const expanded = expand(placed, lexicon, home)
  return [...new Set([written, placed, expanded])]
}

/** 湖南省娄底市… → 娄底市…; a municipality stays, since its districts are named with it. */
function dropProvince(name: string, regions: Regions): string {
  for (const { span, regions: bearers } of regions.namesAt(name, 0)) {
    const province = bearers.find(({ level }) => level === 'province')
    if (province === undefined || span.end < SHORTEST_REGION) continue
    if (province.name.endsWith('市')) return name
    const rest = name.slice(span.end)
    return startsInside(rest, province, regions) ? rest : name
  }
  return name
}

function startsInside(rest: string, province: Region, regions: Regions): boolean {
  return regions
    .namesAt(rest, 0)
    .some(
      ({ span, regions: bearers }) =>
        span.end >= SHORTEST_REGION &&
        bearers.some((region) => region !== province && regions.contains(province, region)),
    )
}

/** Names of one character (沪, 皖) are too often part of a word. */
const SHORTEST_REGION = 2

function expand(name: string, lexicon: Lexicon, home: Region | null): string {
  const subject = nameSubject(name, lexicon.templates, home)
  for (const rule of lexicon.expansions) {
    const full = expandBy(rule, subject)
    if (full !== null) return full
  }
  return name
}

/** The full name that one rule makes of a short one; null if it does not concern it. */
export function expandBy({ from, to, only }: Expansion, subject: NameSubject): string | null {
  for (const template of from) {
    const binding = matchTemplate(template, subject)
    if (binding === null) continue
    if (only !== null && !only.has(binding.rest ?? '')) continue
    const names = fillTemplate(to, binding, subject.lexicon)
    const full = names.includes(subject.name) ? subject.name : names[0]
    if (full !== undefined) return full
  }
  return null
}
