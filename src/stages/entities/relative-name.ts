import { addPart, type Draft, type Step } from './name-parts.js'

/** Reads 市, 省 and the like for a place that is understood; null if the draft does not begin so. */
export function readRelative(draft: Draft): Step | null {
  const { scene, at, floor, end, suffix } = draft
  const { regionTypes, relative, words } = scene.lexicon.rules
  const { text } = scene
  let start = at
  for (const { word } of regionTypes)
    if (at - word.length >= floor && text.endsWith(word, at))
      start = Math.min(start, at - word.length)
  if (start === at || !suffix.after.has('relative')) return null
  if (relative.notAfter.some((word) => text.endsWith(word, start))) return null
  const isApart =
    start === floor ||
    words.never.includes(text[start - 1]!) ||
    scene.wordsBefore(end).some((word) => word.start === start)
  if (!isApart) return null
  addPart(draft, 'relative', start)
  return 'stop'
}
