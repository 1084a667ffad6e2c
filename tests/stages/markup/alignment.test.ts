import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page } from '../../../src/core/layers.js'
import { linesOf, readPage } from './page.js'

const FRAGMENTS = [
  ...['<p>', '</p>', '<div class="a b">', '</div>', '<br>', '</br>', '<li>', '<ul>', '</ul>'],
  ...['<table>', '<tr>', '<td>', '</td>', '</table>', '<a href="x">', '</a>', '<a>', '<b>', '</b>'],
  ...['<pre>', '</pre>', '<h1>', '</h2>', '<body>', '</html>', '<title>', '</title>'],
  ...['<script>', '</script>', '<style>', '</style>', '<textarea>', '</textarea>', '<svg>'],
  ...['</svg>', '<g/>', '<select>', '<option>', '</select>', '<span hidden>', '</span>'],
  ...['<script type="application/ld+json">', '{"pubDate":"2024\\u5e74\\n"}', '"headline":"题'],
  ...[
    '<meta name="author" content="',
    '陈&amp;&nbsp;李',
    '">',
    "<time datetime='2024'>",
    '</time>',
  ],
  ...[
    '<!--',
    '-->',
    '<!',
    '<?x',
    '</',
    '<',
    '>',
    '"',
    '&',
    '&nbsp;',
    '&#x4e2d;',
    '&NotEqualTilde;',
  ],
  ...[
    '&#10;',
    '&#xd800;',
    '医院',
    '增长10%',
    'data',
    '𠮷',
    '😀',
    ' ',
    '\n',
    '\r\n',
    '　',
    '\u2028',
  ],
  ...['\u00a0', '\u200b', '“', '—', '\0', '\ufeff'],
]

const sources = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 4 })), { maxLength: 60 })
  .map((parts) => `<html>${parts.join('')}`)
  .filter((source) => !/\p{Surrogate}/u.test(source))

describe('the alignment of a page', () => {
  it('has a block for each line, with its length', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const page = readPage(source)
        const lengths = linesOf(page).map((line) => line.length)
        expect(page.blocks.map(({ length }) => length)).toEqual(lengths)
        for (const block of page.blocks) expect(block.linkLength).toBeLessThanOrEqual(block.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('has no line of a page that is empty or begins or ends with white space', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const page = readPage(source)
        if (page.text.text === '') return
        for (const line of linesOf(page)) {
          expect(line).not.toBe('')
          expect(line).toBe(line.trim())
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('tiles the source and keeps every character but entities and white space', () => {
    fc.assert(
      fc.property(sources, (source) => {
        expectAligned(readPage(source))
        expectAligned(readPage(source.replace('<html>', '')))
      }),
      { numRuns: 2000 },
    )
  })
})

function expectAligned({ text: aligned }: Page): void {
  const { text, source } = aligned
  let textEnd = 0
  let sourceEnd = 0
  for (const piece of aligned.pieces()) {
    expect(piece.text.start).toBe(textEnd)
    expect(piece.source.start).toBe(sourceEnd)
    textEnd = piece.text.end
    sourceEnd = piece.source.end
    const words = text.slice(piece.text.start, piece.text.end)
    const quote = source.slice(piece.source.start, piece.source.end)
    const rules = piece.steps.map(({ origin }) => origin.rule)
    if (rules.length === 0) expect(words).toBe(quote)
    else if (rules[0] === 'markup/entity') expect(quote).toMatch(/^(?:&|\\)/)
    else if (rules[0] === 'markup/line-break') expect(words).toMatch(/^\n+$/)
    else if (rules[0] === 'markup/space') expect(words).toMatch(/^ *$/)
    else expect(words).toBe('')
  }
  expect(textEnd).toBe(text.length)
  expect(sourceEnd).toBe(source.length)
}
