import { addPart, type Draft, type Step } from './name-parts.js'
import { properStart } from './brand.js'

/**
 * Reads a body that owns institutions, ending where the draft begins: one that is known by name, or
 * words that end like one (…大学) after a place or a word of its own. Leaves the draft as it is if none.
 */
export function readOwner(draft: Draft): Step {
  const { scene, at, floor } = draft
  const word = scene.wordEndingAt(at, floor)
  if (word?.kind === 'owner') {
    addPart(draft, 'owner', word.start)
    return 'on'
  }
  const { ownerEndings } = scene.lexicon.rules.words
  const ending = longestEnding(scene.text, at, floor, ownerEndings)
  if (ending === 0) return 'stop'
  const start = ownerStart(draft, at - ending)
  if (start === null) return 'stop'
  addPart(draft, 'owner', start)
  return 'on'
}

function ownerStart(draft: Draft, end: number): number | null {
  const { scene, floor } = draft
  const { ownerWords } = scene.lexicon.rules.words
  let at = end
  for (;;) {
    const known = scene.wordEndingAt(at, floor)
    if (known?.kind === 'owner') return known.start
    const length = longestEnding(scene.text, at, floor, ownerWords)
    const region = scene.regionEndingAt(at)
    if (region !== null && region.start >= floor && at - region.start >= length) return region.start
    if (length === 0) break
    at -= length
  }
  const start = properStart(draft, at, floor)
  return at - start > 1 ? start : null
}

function longestEnding(text: string, at: number, floor: number, words: readonly string[]): number {
  let longest = 0
  for (const word of words)
    if (word.length > longest && at - word.length >= floor && text.endsWith(word, at))
      longest = word.length
  return longest
}
