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
  const ending = scene.lexicon.ownerEndings.match(scene.text, at, floor)
  if (ending === null) return 'stop'
  const start = ownerStart(draft, at - ending.length)
  if (start === null) return 'stop'
  addPart(draft, 'owner', start)
  return 'on'
}

function ownerStart(draft: Draft, end: number): number | null {
  const { scene, floor } = draft
  const { text, lexicon } = scene
  let at = end
  for (;;) {
    const known = scene.wordEndingAt(at, floor)
    if (known?.kind === 'owner') return known.start
    const length = lexicon.ownerWords.match(text, at, floor)?.length ?? 0
    const region = scene.regionEndingAt(at)
    if (region !== null && region.start >= floor && at - region.start >= length) return region.start
    if (length === 0) break
    at -= length
  }
  const start = properStart(draft, at, floor)
  return at - start > 1 ? start : null
}
