import { addPart, isSeparated, type Draft, type Step } from './name-parts.js'

/** Reads 市, 省 and the like for a place that is understood; null if the draft does not begin so. */
export function readRelative(draft: Draft): Step | null {
  if (!draft.suffix.after.has('relative')) return null
  const { text } = draft.scene
  const start = relativeStart(draft, draft.at, draft.floor)
  if (start === null) return null
  const list = [text.slice(start, draft.at)]
  const end = draft.at
  const first = readOthers(draft, start, list)
  addPart(draft, 'relative', first)
  if (list.length > 1) draft.alternatives = { span: { start: first, end }, list }
  return 'stop'
}

/** Where the word for a place that is understood begins that ends at `at`; null if none does. */
function relativeStart(draft: Draft, at: number, floor: number): number | null {
  const { scene, end } = draft
  const { regionTypes, relative, words } = scene.lexicon.rules
  const { text } = scene
  let start = at
  for (const { word } of regionTypes)
    if (at - word.length >= floor && text.endsWith(word, at))
      start = Math.min(start, at - word.length)
  if (start === at) return null
  if (relative.notAfter.some((word) => text.endsWith(word, start))) return null
  const isApart =
    start === floor ||
    words.never.includes(text[start - 1]!) ||
    isSeparated(scene, start - 1, at) ||
    scene.wordsBefore(end).some((word) => word.start === start)
  return isApart ? start : null
}

/** 省 before 、市人民医院 names another one: its words come before those in `list`. */
function readOthers(draft: Draft, from: number, list: string[]): number {
  const { scene, alternatives } = draft
  const { text, lexicon } = scene
  const separators = lexicon.rules.coordination?.separators ?? []
  let start = from
  while (alternatives === null) {
    const separator = separators.find((word) => text.startsWith(word, start - word.length))
    if (separator === undefined) break
    const end = start - separator.length
    const before = relativeStart(draft, end, scene.floorOf(end))
    if (before === null) break
    list.unshift(text.slice(before, end))
    start = before
  }
  return start
}
