import type { Span } from '../../core/span.js'
import type { Attribute } from './scan-html.js'
import { escapesIn } from './string-escapes.js'

/** Finds the members of JSON-LD called one of `names` whose value is a string; null for no names. */
export function compileMembers(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null
  const alternatives = names.map((name) => name.replaceAll('.', '\\.')).join('|')
  return new RegExp(`"(${alternatives})"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`, 'g')
}

/**
 * The string members of a JSON-LD script that `members` finds, in order, with their escapes as
 * entities. Not parsed as JSON: scripts of real pages often are none, and the places count.
 */
export function readMembers(source: string, script: Span, members: RegExp | null): Attribute[] {
  if (members === null) return []
  const text = source.slice(script.start, script.end)
  return [...text.matchAll(members)].map((match) => {
    const value = match[2] ?? ''
    const end = script.start + match.index + match[0].length - 1
    const start = end - value.length
    const name = (match[1] ?? '').toLowerCase()
    return { name, value, start, end, entities: escapesIn(value, start) }
  })
}
