import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NetAlignment } from '../../src/core/net-alignment.js'
import { netEffectOf } from '../../src/core/net-effect.js'
import { sliceSpan } from '../../src/core/span.js'
import { arbitraryLineage } from './arbitrary-edits.js'

describe('NetAlignment', () => {
  it('tiles source and body in order, whatever was edited', () => {
    fc.assert(
      fc.property(arbitraryLineage(), (aligned) => {
        const { pieces } = new NetAlignment(netEffectOf(aligned), aligned.source.length)
        const bodies = pieces.map(({ source, body, edit, dropped }) =>
          dropped !== null
            ? ''
            : (edit?.text ?? sliceSpan(aligned.source, source)).slice(0, body.end),
        )
        expect(bodies.join('')).toBe(aligned.text)
        let [source, body] = [0, 0]
        for (const piece of pieces) {
          expect([piece.source.start, piece.body.start]).toEqual([source, body])
          ;[source, body] = [piece.source.end, piece.body.end]
        }
        expect([source, body]).toEqual([aligned.source.length, aligned.text.length])
      }),
    )
  })

  it('maps a range with something dropped inside to several, and back to one', () => {
    const effect = {
      edits: [{ start: 6, end: 7, text: '医', rules: [] }],
      dropped: [{ start: 2, end: 4, kind: 'injected' as const, rule: 'spam/words' }],
    }
    // 市中xx心醫醫院 → 市中心醫医院
    const alignment = new NetAlignment(effect, 8)
    expect(alignment.toSource({ start: 0, end: 6 })).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 8 },
    ])
    expect(alignment.toBody({ start: 0, end: 8 })).toEqual([{ start: 0, end: 6 }])
    expect(alignment.toBody({ start: 2, end: 4 })).toEqual([])
  })

  it('maps to the whole of what stands as a unit', () => {
    const effect = { edits: [{ start: 1, end: 3, text: '计程车', rules: [] }], dropped: [] }
    const alignment = new NetAlignment(effect, 4)
    expect(alignment.toBody({ start: 2, end: 3 })).toEqual([{ start: 1, end: 4 }])
    expect(alignment.toSource({ start: 2, end: 3 })).toEqual([{ start: 1, end: 3 }])
  })
})
