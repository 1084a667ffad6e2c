import { foldScripts } from './fold-scripts.js'

/**
 * A text as the words of an index: of characters without spaces between them every pair, and the last
 * alone; of Latin letters and digits each row. In simplified characters, lower case, normal width.
 * `bigramsOf('门诊36名') // ['门诊', '诊', '36', '名']`
 */
export function bigramsOf(text: string): string[] {
  const words: string[] = []
  for (const [row] of foldForSearch(text).matchAll(ROWS)) {
    if (ALPHANUMERIC.test(row)) {
      words.push(row)
      continue
    }
    const characters = [...row]
    for (let at = 0; at < characters.length; at++)
      words.push(characters[at]! + (characters[at + 1] ?? ''))
  }
  return words
}

/** A row of words to be found one behind the other; the last may be only the beginning of a word. */
export type SearchPhrase = readonly string[]

/**
 * What to look for where someone asks for `query`: a phrase for each part of it between spaces, all
 * of which must be there. The last character of a part may be the first of a pair.
 */
export function searchPhrases(query: string): SearchPhrase[] {
  return query
    .split(/\s+/)
    .map((part) => {
      const words = bigramsOf(part)
      const last = words.at(-1) ?? ''
      const isCovered = words.length > 1 && !ALPHANUMERIC.test(last) && [...last].length === 1
      const before = words.at(-2) ?? ''
      // The last character alone says no more than the pair before it.
      return isCovered && !ALPHANUMERIC.test(before) ? words.slice(0, -1) : words
    })
    .filter((words) => words.length > 0)
}

function foldForSearch(text: string): string {
  return foldScripts(text.normalize('NFKC').toLowerCase())
}

const ALPHANUMERIC = /^[\p{Script=Latin}\p{Nd}]/u
const ROWS = /[\p{Script=Latin}\p{Nd}]+|[^\p{Script=Latin}\p{Nd}\P{L}]+/gu
