import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DROP_KINDS, type Edit } from '../../src/core/edit.js'
import { packScript, unpackScript } from '../../src/store/edit-script.js'
import { packNetEdits, unpackNetEdits } from '../../src/store/net-edits.js'

const origin = fc.constantFrom(
  { stage: 'repair', rule: 'repair/width', entry: null },
  { stage: 'simplify', rule: null, entry: 'STCharacters' },
  { stage: 'clean', rule: 'clean/spam', entry: 'spam/casino' },
)

const edits = fc
  .array(
    fc.record({
      gap: fc.nat(300_000),
      length: fc.nat(200),
      replacement: fc.string({ unit: 'grapheme' }),
      kind: fc.constantFrom(null, ...DROP_KINDS),
      origin,
    }),
  )
  .map((steps) => {
    let position = 0
    return steps.map(({ gap, length, ...rest }): Edit => {
      const start = position + gap
      position = start + length
      return { start, end: position, ...rest }
    })
  })

describe('packScript', () => {
  it('gives back every pass of edits as it was', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 6 }), (script) => {
        expect(unpackScript(packScript(script))).toEqual(script)
      }),
    )
  })

  it('takes some bytes for an edit, not an object', () => {
    const one = { stage: 'simplify', rule: null, entry: 'TSCharacters' }
    const pass = Array.from({ length: 1000 }, (_, index): Edit => ({
      start: index * 5,
      end: index * 5 + 1,
      replacement: '国',
      kind: null,
      origin: one,
    }))
    expect(packScript([pass]).length).toBeLessThan(8000)
  })
})

describe('packNetEdits', () => {
  it('gives back every edit with its rules', () => {
    const net = fc.record({
      start: fc.nat(),
      end: fc.nat(),
      text: fc.string({ unit: 'grapheme' }),
      rules: fc.array(fc.constantFrom('repair/width', 'simplify/phrase', '含"引号')),
    })
    fc.assert(
      fc.property(fc.array(net), (all) => {
        expect(unpackNetEdits(packNetEdits(all))).toEqual(all)
      }),
    )
  })
})
