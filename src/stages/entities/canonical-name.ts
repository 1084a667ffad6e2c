import { fillTemplate, matchTemplate, nameSubject } from '../../dictionary/name-template.js'
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
  for (let end = Math.min(name.length, LONGEST_PROVINCE); end > 1; end--) {
    const province = regions.named(name.slice(0, end)).find(({ level }) => level === 'province')
    if (province === undefined) continue
    if (province.name.endsWith('市')) return name
    const rest = name.slice(end)
    return startsInside(rest, province, regions) ? rest : name
  }
  return name
}

/** 新疆维吾尔自治区 has eight characters, 香港特别行政区 seven. */
const LONGEST_PROVINCE = 8

function startsInside(rest: string, province: Region, regions: Regions): boolean {
  for (let end = Math.min(rest.length, 15); end > 1; end--) {
    const isInside = regions
      .named(rest.slice(0, end))
      .some((region) => region !== province && regions.contains(province, region))
    if (isInside) return true
  }
  return false
}

function expand(name: string, lexicon: Lexicon, home: Region | null): string {
  for (const rule of lexicon.expansions) {
    const full = expandBy(rule, name, lexicon, home)
    if (full !== null) return full
  }
  return name
}

/** The full name that one rule makes of a short one; null if it does not concern it. */
export function expandBy(
  { from, to, only }: Expansion,
  name: string,
  { templates }: Lexicon,
  home: Region | null,
): string | null {
  const subject = nameSubject(name, templates, home)
  for (const template of from) {
    const binding = matchTemplate(template, subject)
    if (binding === null) continue
    if (only !== null && !only.has(binding.rest ?? '')) continue
    const names = fillTemplate(to, binding, templates)
    const full = names.includes(name) ? name : names[0]
    if (full !== undefined) return full
  }
  return null
}
