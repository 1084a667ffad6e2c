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

/** Where accepted words of injected phrases go. */
export const LEARNED_SEEDS: PhraseListHead = {
  id: 'spam/learned-seeds',
  kind: 'injected',
  role: 'seed',
  why: 'words that break sentences of unrelated articles, accepted from `suggest spam`',
}

/** Where accepted words of a link farm's titles go. */
export const LEARNED_TITLES: PhraseListHead = {
  id: 'spam/learned-titles',
  kind: 'spam',
  role: 'title',
  why: 'words of titles in link farms, accepted from `suggest spam`',
}
