import type { Span } from '../../core/span.js'
import type { Attribute, Entity } from './scan-html.js'

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
export function readMembers(source: string, script: Span, members: RegExp): Attribute[] {
  const text = source.slice(script.start, script.end)
  return [...text.matchAll(members)].map((match) => {
    const value = match[2] ?? ''
    const end = script.start + match.index + match[0].length - 1
    const start = end - value.length
    const name = (match[1] ?? '').toLowerCase()
    return { name, value, start, end, entities: escapesIn(value, start) }
  })
}

function escapesIn(value: string, offset: number): Entity[] {
  return [...value.matchAll(ESCAPE)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    characters: unescape(match[0]),
  }))
}

/** A pair of escaped surrogates is one character. */
const ESCAPE = /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\./gs

function unescape(escape: string): string {
  if (escape.length === 2) return SHORT_ESCAPES.get(escape) ?? escape.slice(1)
  const units = escape.split('\\u').slice(1)
  const characters = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
  return characters.replace(/\p{Surrogate}/gu, '\uFFFD')
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\n', '\n'],
  ['\\r', '\n'],
  ['\\t', ' '],
  ['\\b', ' '],
  ['\\f', ' '],
])
