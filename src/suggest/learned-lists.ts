import type { PhraseListHead } from '../dictionary/add-phrase.js'

/** Where accepted lines go; the list is made when the first is. */
export const LEARNED_LINES: PhraseListHead = {
  id: 'boilerplate/learned-lines',
  kind: 'navigation',
  role: 'line',
  why: 'lines that recur across the articles of a site, accepted from `suggest boilerplate`',
}

/** Where accepted blocks go: lines that are boilerplate only where they stand together. */
export const LEARNED_BLOCKS: PhraseListHead = {
  id: 'boilerplate/learned-blocks',
  kind: 'navigation',
  role: 'block',
  why: 'lines that recur together across the articles of a site, accepted from `suggest boilerplate`',
}
