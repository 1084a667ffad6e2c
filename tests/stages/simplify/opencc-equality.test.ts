import fc from 'fast-check'
import * as library from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  CONVERSION_TABLES,
  OPENCC_LIBRARY,
  readConversionTable,
} from '../../../src/chinese/opencc.js'
import { AlignedText } from '../../../src/core/aligned-text.js'
import { compileTable, type CompiledTable } from '../../../src/stages/simplify/convert.js'
import { collectEdits, startDraft } from '../../../src/stages/simplify/draft.js'
import { readProjectFile } from './simplify-page.js'

type MakeConverter = (locales: { from: string; to: string }) => (text: string) => string

/** The library's own types do not resolve. */
const { Converter, Locale } = z
  .object({
    Converter: z.custom<MakeConverter>((value) => typeof value === 'function'),
    Locale: z.object({ from: z.object({ cn: z.array(z.array(z.string())) }) }),
  })
  .parse(library)

const LOCALES = { t2s: 't', tw2s: 'tw', hk2s: 'hk' } as const

function convert(table: CompiledTable, source: string): string {
  const draft = startDraft(source)
  const all = [{ start: 0, end: source.length }]
  table.convert(draft, 0, source.length)
  return AlignedText.of(source).edit(collectEdits(draft, all, table.origin)).text
}

/** Traditional phrases of all OpenCC's dictionaries, also of those that lead to traditional text. */
function traditionalPhrases(): string[] {
  const ours = CONVERSION_TABLES.flatMap((name) =>
    readConversionTable(name).steps.flatMap((step) => [...step.keys()]),
  )
  const theirs = Locale.from.cn
    .flat()
    .flatMap((dictionary) => dictionary.split('|').map((entry) => entry.split(' ')[1] ?? ''))
  return [...new Set([...ours, ...theirs])]
}

describe.each(CONVERSION_TABLES)('our %s', (name) => {
  const table = compileTable(name)
  const convertTheirs = Converter({ from: LOCALES[name], to: 'cn' })
  const phrases = traditionalPhrases()

  it('converts every phrase of its dictionaries as opencc-js does', () => {
    const wrong = phrases.filter((phrase) => convert(table, phrase) !== convertTheirs(phrase))
    expect(wrong).toEqual([])
  })

  it('converts a long text of them as opencc-js does', () => {
    const text = phrases.join('')
    expect(convert(table, text) === convertTheirs(text)).toBe(true)
  })

  it('converts any sequence of phrases, punctuation and odd characters as opencc-js does', () => {
    const piece = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...phrases) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...['，', '𠮷', '⿰氵', '⿳', 'A1', '\ud83d', '\udc00']),
      },
      { weight: 2, arbitrary: fc.constantFrom(...'乾著么後裡隻發髮於徵藉瞭覆鍾夥畫摺沈甦') },
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        // A description that the end of the text cuts off is the one case where they differ.
        const text = `${pieces.join('')}。。。。。`
        expect(convert(table, text)).toBe(convertTheirs(text))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('opencc-js', () => {
  it('is the version whose undocumented dictionaries we read', () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readProjectFile('node_modules/opencc-js/package.json').text))
    expect(OPENCC_LIBRARY).toBe(`opencc-js ${version}`)
  })

  it('has the dictionaries that the tables are made of', () => {
    const sizes = CONVERSION_TABLES.map((name) => {
      const { segmentation, steps } = readConversionTable(name)
      return [name, segmentation?.size ?? null, ...steps.map((step) => step.size)]
    })
    expect(sizes).toMatchInlineSnapshot(`
      [
        [
          "t2s",
          null,
          3989,
        ],
        [
          "tw2s",
          477,
          1166,
          3989,
        ],
        [
          "hk2s",
          477,
          371,
          3989,
        ],
      ]
    `)
  })
})
