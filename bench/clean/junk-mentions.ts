import type { Layers } from '../../src/core/layers.js'
import { fold } from './fold.js'
import type { Reference } from './reference-pages.js'

/** The mentions found where the reference has no text: each with the words around it. */
export function findJunkMentions(layers: Layers, reference: Reference): string[] {
  const { text } = layers.body.text
  const own = fold([reference.text, ...reference.optional, reference.title ?? ''].join('\n'))
  const mentions = [...layers.entities, ...layers.quantities, ...layers.dates]
  return mentions.flatMap(({ span }) => {
    const lineStart = text.lastIndexOf('\n', span.start - 1) + 1
    const found = text.indexOf('\n', span.end)
    const lineEnd = found < 0 ? text.length : found
    const around = text.slice(
      Math.max(lineStart, span.start - AROUND),
      Math.min(lineEnd, span.end + AROUND),
    )
    return own.includes(fold(around)) ? [] : [around]
  })
}

/** So many characters on either side tell the place of a mention. */
const AROUND = 4
