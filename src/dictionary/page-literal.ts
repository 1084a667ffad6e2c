import { pageKey } from '../chinese/page-key.js'

/** What of a phrase stands in the key of every page that holds it; null if nothing surely does. */
export function pageLiteral(phrase: string): string | null {
  const parts = phrase.split(/[#\n]/).map(pageKey)
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  return longest === '' ? null : longest
}

/** The same for several phrases of which one stands there. */
export function pageLiterals(phrases: readonly string[]): readonly string[] | null {
  const literals = phrases.map(pageLiteral)
  return literals.includes(null) ? null : [...new Set(literals.flatMap((one) => one ?? []))]
}
