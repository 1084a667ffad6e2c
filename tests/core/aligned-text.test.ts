import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlignedText } from '../../src/core/aligned-text.js'
import { dropSpan, type Edit, replaceSpan } from '../../src/core/edit.js'
import { netEffectOf } from '../../src/core/net-effect.js'
import { applyNetEffect, arbitraryEdits, arbitraryLineage, origin } from './arbitrary-edits.js'

const drop = (start: number, end: number): Edit => dropSpan({ start, end }, 'spam', origin('drop'))
const put = (start: number, end: number, text: string): Edit =>
  replaceSpan({ start, end }, text, origin('put'))

describe('AlignedText', () => {
  it('maps a number with junk inside to the pieces around the junk', () => {
    const aligned = AlignedText.of('与全省12百家樂電腦7家医院').edit([drop(5, 10)])
    expect(aligned.text).toBe('与全省127家医院')
    expect(aligned.toSource({ start: 3, end: 7 })).toEqual([
      { start: 3, end: 5 },
      { start: 10, end: 12 },
    ])
  })

  it('leaves out what was dropped when widening over it, and joins what touches', () => {
    const aligned = AlignedText.of('a(b)c')
      .edit([drop(1, 2)])
      .edit([drop(2, 3)])
    expect(aligned.text).toBe('abc')
    expect(aligned.toSource({ start: 0, end: 2 })).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ])
    expect(AlignedText.of('abc').toSource({ start: 0, end: 3 })).toEqual([{ start: 0, end: 3 }])
  })

  it('maps a part of a length-changing replacement to all that was replaced', () => {
    const aligned = AlignedText.of('x&nbsp;y').edit([put(1, 7, '--')])
    expect(aligned.toSource({ start: 1, end: 2 })).toEqual([{ start: 1, end: 7 }])
    expect(aligned.fromSource({ start: 3, end: 4 })).toEqual([{ start: 1, end: 3 }])
  })

  it('maps a same-length replacement character by character, across what was dropped', () => {
    const aligned = AlignedText.of('發<b>展')
      .edit([drop(1, 4)])
      .edit([put(0, 2, '发展')])
    expect(aligned.toSource({ start: 1, end: 2 })).toEqual([{ start: 4, end: 5 }])
    expect(netEffectOf(aligned).dropped).toEqual([
      { start: 1, end: 4, kind: 'spam', rule: 'test/drop' },
    ])
  })

  it('keeps the rest of a replacement that a later edit cuts into', () => {
    const aligned = AlignedText.of('a&x;b')
      .edit([put(1, 4, '一二三四')])
      .edit([drop(2, 3)])
    expect(aligned.text).toBe('a一三四b')
    expect(aligned.toSource({ start: 2, end: 3 })).toEqual([{ start: 1, end: 4 }])
    expect(netEffectOf(aligned).edits).toEqual([
      { start: 1, end: 4, text: '一三四', rules: ['test/put', 'test/drop'] },
    ])
  })

  it('puts an insertion before what was dropped at the same place', () => {
    const aligned = AlignedText.of('一<p>二')
      .edit([drop(1, 4)])
      .edit([put(1, 1, '\n')])
    expect(aligned.text).toBe('一\n二')
    expect(netEffectOf(aligned).edits).toEqual([
      { start: 1, end: 1, text: '\n', rules: ['test/put'] },
    ])
    expect(aligned.toSource({ start: 1, end: 2 })).toEqual([])
    expect(aligned.toSource({ start: 0, end: 3 })).toEqual([
      { start: 0, end: 1 },
      { start: 4, end: 5 },
    ])
  })

  it('keeps what was put in outside of what was dropped on both sides of it', () => {
    const aligned = AlignedText.of('一二').edit([drop(0, 1), put(1, 1, '甲'), drop(1, 2)])
    expect(aligned.text).toBe('甲')
    expect(netEffectOf(aligned).dropped.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 2],
    ])
  })

  it('edits both ends, and may end up empty', () => {
    const aligned = AlignedText.of('abc').edit([drop(0, 1), drop(1, 2), put(3, 3, '!')])
    expect(aligned.text).toBe('c!')
    const empty = aligned.edit([drop(0, 2)])
    expect(empty.text).toBe('')
    expect(empty.toSource({ start: 0, end: 0 })).toEqual([])
    expect(netEffectOf(empty).spans).toEqual([])
    expect(AlignedText.of('').edit([put(0, 0, 'x')]).text).toBe('x')
  })

  it('tells what happened to words, oldest first', () => {
    const aligned = AlignedText.of('門(mén)診量')
      .edit([drop(1, 6)])
      .edit([put(0, 2, '门诊')])
    expect(aligned.edits({ start: 0, end: 3 })).toEqual([
      {
        origin: origin('drop'),
        kind: 'spam',
        before: '(mén)',
        after: '',
        source: [{ start: 1, end: 6 }],
      },
      {
        origin: origin('put'),
        kind: null,
        before: '門診',
        after: '门诊',
        source: [
          { start: 0, end: 1 },
          { start: 6, end: 7 },
        ],
      },
    ])
    expect(aligned.edits({ start: 2, end: 3 })).toEqual([])
  })

  it.each([
    ['out of order', [drop(2, 3), drop(0, 1)]],
    ['overlapping', [drop(0, 2), drop(1, 3)]],
    ['out of range', [drop(2, 9)]],
    ['backwards', [drop(2, 1)]],
    ['inside a surrogate pair', [drop(0, 1)]],
  ])('refuses edits that are %s', (_case, edits) => {
    expect(() => AlignedText.of('𠮷abc').edit(edits)).toThrow(RangeError)
  })
})

describe('AlignedText, for any edits', () => {
  it('without edits maps every span to itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (text, a, b) => {
        const start = Math.min(a, b) % (text.length + 1)
        const end = Math.max(start, Math.max(a, b) % (text.length + 1))
        const span = { start, end }
        const expected = start < end ? [span] : []
        expect(AlignedText.of(text).toSource(span)).toEqual(expected)
        expect(AlignedText.of(text).fromSource(span)).toEqual(expected)
      }),
    )
  })

  it('makes the same text as plain string surgery', () => {
    fc.assert(
      fc.property(arbitraryEdits(), ({ text, edits }) => {
        let expected = text
        for (const edit of edits.toReversed())
          expected = expected.slice(0, edit.start) + edit.replacement + expected.slice(edit.end)
        expect(AlignedText.of(text).edit(edits).text).toBe(expected)
      }),
    )
  })

  it('tiles text and source with its pieces, both in order', () => {
    fc.assert(
      fc.property(arbitraryLineage(), (aligned) => {
        let text = 0
        let source = 0
        for (const piece of aligned.pieces()) {
          expect(piece.text.start).toBe(text)
          expect(piece.source.start).toBe(source)
          text = piece.text.end
          source = piece.source.end
        }
        expect(text).toBe(aligned.text.length)
        expect(source).toBe(aligned.source.length)
      }),
    )
  })

  it('is rebuilt from the source by its net effect alone', () => {
    fc.assert(
      fc.property(arbitraryLineage(), (aligned) => {
        expect(applyNetEffect(aligned.source, netEffectOf(aligned))).toBe(aligned.text)
      }),
    )
  })

  it('returns every unedited character to its place and back', () => {
    fc.assert(
      fc.property(arbitraryLineage(), (aligned) => {
        for (const piece of aligned.pieces())
          if (piece.steps.length === 0)
            for (let at = piece.text.start; at < piece.text.end; at++) {
              const source = aligned.toSource({ start: at, end: at + 1 })
              expect(source).toHaveLength(1)
              expect(aligned.source.slice(source[0]?.start, source[0]?.end)).toBe(aligned.text[at])
              expect(aligned.fromSource(source[0] ?? { start: 0, end: 0 })).toEqual([
                { start: at, end: at + 1 },
              ])
            }
      }),
    )
  })

  it('is monotone: what stands later in the text stands no earlier in the source', () => {
    fc.assert(
      fc.property(arbitraryLineage(), (aligned) => {
        let last = 0
        for (let at = 0; at < aligned.text.length; at++)
          for (const { start, end } of aligned.toSource({ start: at, end: at + 1 })) {
            expect(end).toBeGreaterThanOrEqual(last)
            expect(start).toBeLessThanOrEqual(end)
            last = start
          }
      }),
    )
  })

  it('composes: mapping a span is joining the maps of its halves', () => {
    fc.assert(
      fc.property(arbitraryLineage(), fc.nat(), (aligned, n) => {
        const end = aligned.text.length
        const middle = n % (end + 1)
        const halves = [
          ...aligned.toSource({ start: 0, end: middle }),
          ...aligned.toSource({ start: middle, end }),
        ]
        const covered = new Set(halves.flatMap((span) => range(span.start, span.end)))
        const whole = aligned
          .toSource({ start: 0, end })
          .flatMap((span) => range(span.start, span.end))
        expect([...covered].sort((a, b) => a - b)).toEqual(whole)
      }),
    )
  })

  it('replays from its script', () => {
    fc.assert(
      fc.property(arbitraryLineage(), (aligned) => {
        let replayed = AlignedText.of(aligned.source)
        for (const edits of aligned.script()) replayed = replayed.edit(edits)
        expect([...replayed.pieces()]).toEqual([...aligned.pieces()])
        expect(replayed.text).toBe(aligned.text)
      }),
    )
  })
})

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}
