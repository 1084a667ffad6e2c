import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Automaton } from '../../src/dictionary/automaton.js'

const words = fc
  .array(fc.constantFrom('上', '海', '十', '院', '市'), { minLength: 1, maxLength: 4 })
  .map((units) => units.join(''))

describe('Automaton', () => {
  it('finds every occurrence that plain search finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { maxLength: 12 }), fc.array(words), (phrases, parts) => {
        const text = parts.join('')
        const expected = phrases.flatMap((phrase, index) =>
          [...text].flatMap((_, start) =>
            text.startsWith(phrase, start)
              ? [{ phrase: index, start, end: start + phrase.length }]
              : [],
          ),
        )
        const order = (a: { start: number; end: number }, b: { start: number; end: number }) =>
          a.end - b.end || a.start - b.start
        expect(new Automaton(phrases).findAll(text)).toEqual(expected.sort(order))
      }),
    )
  })

  it('prefers the leftmost, then the longest', () => {
    const automaton = new Automaton(['市一院', '上海市一院', '一院骨科'])
    expect(automaton.findLongest('在上海市一院骨科')).toEqual([{ phrase: 1, start: 1, end: 6 }])
  })

  it('works without phrases', () => {
    expect(new Automaton([]).findAll('上海')).toEqual([])
  })
})
