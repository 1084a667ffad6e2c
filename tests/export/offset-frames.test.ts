import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeSource } from '../../src/store/decode-source.js'
import { offsetFrames } from '../../src/export/offset-frames.js'

const ENCODINGS = {
  'utf-8': '医院a1，𠮷🏥é\n',
  gb18030: '医院a1，𠮷🏥é㐀\n',
  big5: '醫院a1，病床\n',
  'utf-16le': '医院a1，𠮷🏥\n',
  'utf-16be': '医院a1，𠮷🏥\n',
} as const

describe('offsetFrames', () => {
  for (const [encoding, alphabet] of Object.entries(ENCODINGS))
    it(`finds each character’s bytes and code points in ${encoding}`, () => {
      const character = fc.constantFrom(...alphabet)
      fc.assert(
        fc.property(fc.array(character), fc.boolean(), (characters, addBOM) => {
          const bytes = iconv.encode(characters.join(''), encoding, { addBOM })
          const text = decodeSource(bytes, encoding)
          const frames = offsetFrames({ text, encoding, bytes })
          let unit = 0
          for (const [point, one] of characters.entries()) {
            const end = unit + one.length
            const slice = bytes.subarray(frames.bytes[unit], frames.bytes[end])
            expect(decodeSource(slice, encoding)).toBe(one)
            expect(frames.codePoints[unit]).toBe(point)
            unit = end
          }
        }),
      )
    })

  it('finds the bytes of a text with invalid sequences', () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF医'),
      Buffer.from([0xff, 0xe5, 0x8c]),
      Buffer.from('院'),
    ])
    const text = decodeSource(bytes, 'utf-8')
    const frames = offsetFrames({ text, encoding: 'utf-8', bytes })
    const at = text.indexOf('院')
    expect(bytes.subarray(frames.bytes[at], frames.bytes[at + 1]).toString()).toBe('院')
    expect(bytes.subarray(frames.bytes[0], frames.bytes[1]).toString()).toBe('医')
  })
})
