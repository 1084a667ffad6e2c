import fc from 'fast-check'
import { AlignedText } from '../../src/core/aligned-text.js'
import type { Edit, Origin } from '../../src/core/edit.js'
import type { NetEffect } from '../../src/core/net-effect.js'

export function origin(rule: string): Origin {
  return { stage: 'test', rule: `test/${rule}`, entry: null }
}

const characters = fc.constantFrom('医', '院', '門', '1', '7', ' ', '\n', 'a', '𠮷')
const texts = fc.array(characters, { maxLength: 24 }).map((units) => units.join(''))
const cuts = fc.array(fc.tuple(fc.nat(40), fc.nat(4), fc.nat(3), fc.nat(3)), { maxLength: 8 })

/** A text with a random list of edits that fits it: drops, insertions, replacements, adjacent ones. */
export function arbitraryEdits(): fc.Arbitrary<{ text: string; edits: Edit[] }> {
  return fc.tuple(texts, cuts).map(([text, seeds]) => ({ text, edits: editsFor(text, seeds) }))
}

/** A text after up to four rounds of random edits. */
export function arbitraryLineage(): fc.Arbitrary<AlignedText> {
  return fc.tuple(texts, fc.array(cuts, { maxLength: 4 })).map(([text, rounds]) => {
    let aligned = AlignedText.of(text)
    for (const seeds of rounds) aligned = aligned.edit(editsFor(aligned.text, seeds))
    return aligned
  })
}

/** What a reader of the records does: apply the edits, leave out what was dropped. */
export function applyNetEffect(source: string, { edits, dropped }: NetEffect): string {
  const changes = [
    ...edits.map(({ start, end, text }) => ({ start, end, text })),
    ...dropped.map(({ start, end }) => ({ start, end, text: '' })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  let text = ''
  let position = 0
  for (const change of changes) {
    text += source.slice(position, change.start) + change.text
    position = change.end
  }
  return text + source.slice(position)
}

function editsFor(text: string, seeds: readonly [number, number, number, number][]): Edit[] {
  const edits: Edit[] = []
  let position = 0
  for (const [skip, length, size, rule] of seeds) {
    const start = onBoundary(text, Math.min(text.length, position + (skip % 5)))
    const end = onBoundary(text, Math.min(text.length, start + length))
    if (start < position || (start === end && size === 0)) continue
    const replacement = '甲乙丙'.slice(0, size)
    const kind = size === 0 ? 'artefact' : null
    edits.push({ start, end, replacement, kind, origin: origin(String(rule)) })
    position = end
  }
  return edits
}

function onBoundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset
}
