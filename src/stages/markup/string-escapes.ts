import type { Entity } from './scan-html.js'

/** The escapes of a JSON or JavaScript string that stands at `offset`, each with what it stands for. */
export function escapesIn(value: string, offset: number): Entity[] {
  if (!value.includes('\\')) return []
  return [...value.matchAll(ESCAPE)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    characters: unescape(match[0]),
  }))
}

/** The string that `value` stands for: `unescapeString('\\u4e2d\\n') // '中\n'`. */
export function unescapeString(value: string): string {
  return value.includes('\\') ? value.replace(ESCAPE, unescape) : value
}

/** A pair of escaped surrogates is one character. */
const ESCAPE =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\./gs

function unescape(escape: string): string {
  if (escape.length === 2) return SHORT_ESCAPES.get(escape) ?? escape.slice(1)
  const units = escape.split(/\\[ux]/).slice(1)
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
