import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../../src/core/errors.js'
import type { Decoded } from '../../../src/core/layers.js'
import { decodeStage } from '../../../src/stages/decode/stage.js'

const run = decodeStage.prepare({
  options: decodeStage.options.parse({}),
  rules: [],
  dictionaries: {},
  pipeline: { entities: [], relations: [], events: [] },
  services: {
    segmenter: {
      identity: 'none',
      cut: () => [],
      tag: () => [],
      tagAll: () => [],
      frequency: () => 0,
    },
  },
})

const HANS = '澄江医院新门诊楼于3月1日启用，日均可接诊4200人次，比旧楼多出近一倍。\n'
const HANT = '澄江醫院新門診大樓三月一日啟用，每天可以看診四千二百人次，比舊大樓多出將近一倍。\n'

function decode(bytes: Uint8Array): Decoded {
  return run({ bytes })
}

function codeOf(bytes: Uint8Array): string {
  try {
    decode(bytes)
    return 'none'
  } catch (error) {
    return error instanceof DocumentError ? error.code : String(error)
  }
}

describe('the encoding of a document', () => {
  it.each([
    ['utf-8', HANS],
    ['utf-8', HANT],
    ['gb18030', HANS],
    ['gb18030', HANT],
    ['big5', HANT],
    ['utf-16le', HANS],
    ['utf-16be', HANT],
  ])('%s is found without a declaration', (encoding, text) => {
    const bytes = iconv.encode(text, encoding, { addBOM: false })
    expect(decode(bytes)).toEqual({ text, encoding })
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])(
    '%s is taken from a byte-order mark, which is dropped',
    (encoding) => {
      const bytes = iconv.encode(`\uFEFF${HANS}`, encoding)
      expect(decode(bytes)).toEqual({ text: HANS, encoding })
    },
  )

  it('drops one byte-order mark only', () => {
    expect(decode(Buffer.from(`\uFEFF\uFEFF${HANS}`)).text).toBe(`\uFEFF${HANS}`)
  })

  it.each([
    ['gbk-declared-utf-8', 'gb18030'],
    ['big5-declared-in-meta', 'big5'],
    ['utf-16-without-mark', 'utf-16le'],
  ])('of the fixture %s is %s', (name, encoding) => {
    const text = readFileSync(`fixtures/decode/${name}/expected.html`, 'utf8')
    expect(decode(readFileSync(`fixtures/decode/${name}/input.html`))).toEqual({ text, encoding })
  })

  it.each([
    ['a meta element', '<meta charset="gb2312">'],
    ['an http-equiv', "<META http-equiv=Content-Type content='text/html; charset = GBK'>"],
    ['an XML declaration', '<?xml version="1.0" encoding="GB2312"?>'],
  ])('is known from %s where the text tells nothing', (_name, declaration) => {
    const text = `${declaration}<p>plain`
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'gb18030' })
  })

  it.each(['gbk', 'big5'])('is UTF-8 where valid UTF-8 is declared %s', (label) => {
    const text = `<meta charset="${label}">${HANS}`
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' })
  })

  it('is what is declared where bytes are valid UTF-8 by chance', () => {
    const declaration = '<meta charset=gbk>'
    // 一 in GBK has the bytes of a Cyrillic letter in UTF-8.
    const bytes = Buffer.concat([Buffer.from(declaration), Buffer.from([0xd2, 0xbb])])
    expect(decode(bytes)).toEqual({ text: `${declaration}一`, encoding: 'gb18030' })
  })

  it('is found where the first Chinese stands behind much script', () => {
    const text = `<script>${'var a = 1;\n'.repeat(20_000)}</script>${HANS.repeat(3)}`
    expect(decode(iconv.encode(text, 'gbk'))).toEqual({ text, encoding: 'gb18030' })
  })

  it('decodes as anyone does who is told the encoding', () => {
    fc.assert(
      fc.property(fc.constantFrom('gb18030', 'utf-16be', 'utf-8'), fc.string(), (name, words) => {
        const bytes = iconv.encode(HANS + words, name, { addBOM: false })
        const { text, encoding } = decode(bytes)
        expect(encoding).toBe(name)
        expect(text).toBe(iconv.decode(bytes, encoding))
      }),
    )
  })
})

describe('damage', () => {
  it.each([
    ['utf-8', [0xff]],
    ['gb18030', [0xff]],
    ['big5', [0xa4, 0x20]],
  ])('of one stray byte in %s does not lose the page', (encoding, stray) => {
    const text = HANT.repeat(5)
    const half = iconv.encode(text, encoding)
    const decoded = decode(Buffer.concat([half, Buffer.from(stray), half]))
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text.split('\uFFFD').map((part) => part.trim())).toEqual([
      text.trim(),
      text.trim(),
    ])
  })

  it('quoted by a page as U+FFFD is not damage of the page', () => {
    const text = `${HANS}${'\uFFFD'.repeat(20)}`
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x0a])])
    expect(decode(bytes).text).toBe(`${text}\uFFFD\n`)
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'decode-empty'],
    ['a byte-order mark alone', Buffer.from('\uFEFF'), 'decode-empty'],
    ['gzip', gzipSync(HANS), 'decode-binary'],
    ['a PNG image', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'decode-binary'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'decode-binary'],
    ['numbers', Buffer.from(Float64Array.from({ length: 99 }, Math.sqrt).buffer), 'decode-binary'],
    ['zeros', Buffer.alloc(1000), 'decode-binary'],
    ['cut UTF-8', Buffer.from(HANS + '中').subarray(0, -1), 'decode-truncated'],
    ['cut GBK', iconv.encode(HANS + '中', 'gbk').subarray(0, -1), 'decode-truncated'],
    ['cut UTF-16', iconv.encode(HANS, 'utf-16').subarray(0, -1), 'decode-truncated'],
    [
      'Korean in EUC-KR',
      iconv.encode('병원 진료 환자 '.repeat(20), 'euc-kr'),
      'decode-undecodable',
    ],
    ['half-lost text', Buffer.from(HANS.repeat(9)).filter((_, at) => at % 4), 'decode-undecodable'],
  ])('is told of %s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  it('never makes the stage fail otherwise, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(codeOf(bytes)).toMatch(/^(?:none|decode-(?:empty|binary|truncated|undecodable))$/)
      }),
      { numRuns: 1000 },
    )
  })
})
