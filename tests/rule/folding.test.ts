import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Alphabet, foldPunctuation, foldSentence, plainStretches } from '../../src/rule/folding.js'
import { readMarked } from './marked-text.js'

const alphabet = new Alphabet(['hospital', 'quantity', 'date'])

describe('foldSentence', () => {
  it('keeps for each character its place in the text', () => {
    const { text, sentence, mentions } = readMarked('共[quantity|36名]专家,[hospital|甲医院]的。')
    const folded = foldSentence(text, sentence, mentions, alphabet, null)
    for (const words of ['共', '专家', '的。']) {
      const at = folded.text.indexOf(words)
      expect(text.startsWith(words, folded.offsets[at])).toBe(true)
    }
    expect(folded.offsets).toHaveLength(folded.text.length + 1)
    expect(folded.offsets.at(-1)).toBe(text.length)
  })

  it('writes a mention as three characters, whatever its length', () => {
    const fold = (marked: string) => {
      const { text, sentence, mentions } = readMarked(marked)
      return foldSentence(text, sentence, mentions, alphabet, null).text
    }
    expect(fold('[hospital|甲医院]好')).toBe(fold('[hospital|宜昌市中心人民医院]好'))
    expect(fold('[hospital|甲医院]好')).toHaveLength(4)
  })

  it('lets no character of the text pass for a mention', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', ',', '\uE001', '\uE0FF') }), (text) => {
        expect(foldPunctuation(text)).not.toMatch(/[\uE000-\uF8FF]/)
        expect(foldPunctuation(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('plainStretches', () => {
  it('gives the words around and between mentions', () => {
    const { text, sentence, mentions } = readMarked('共[quantity|36名]专家,[hospital|甲医院]')
    const stretches = plainStretches(sentence, mentions)
    expect(stretches.map(({ start, end }) => text.slice(start, end))).toEqual(['共', '专家,'])
  })

  it('takes mentions on the same words for one', () => {
    const { sentence, mentions } = readMarked('[hospital|市一、二院]好')
    expect(plainStretches(sentence, [...mentions, ...mentions])).toEqual([{ start: 5, end: 6 }])
  })
})
