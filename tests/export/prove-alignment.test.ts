import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlignedText } from '../../src/core/aligned-text.js'
import { dropSpan, type Edit, replaceSpan } from '../../src/core/edit.js'
import { netEffectOf } from '../../src/core/net-effect.js'
import { type ProvableArticle, proveAlignment } from '../../src/export/prove-alignment.js'
import type { ArticleRecord, MentionRecord, SentenceRecord } from '../../src/pipeline/records.js'

const SPACE = { stage: 'repair', rule: 'repair/space', entry: null }
const SCRIPT = { stage: 'simplify', rule: 'simplify/characters', entry: null }
const SPAM = { stage: 'clean', rule: 'clean/injected', entry: null }

/** The records of a body with one sentence, all of it, and mentions at `places` of the body. */
function recordsOf(body: AlignedText, places: readonly [number, number][]): ProvableArticle {
  const base = { article: 'a_1', sentence: 's_1' }
  const article: ArticleRecord = {
    record: 'article',
    id: 'a_1',
    source: { path: 'a.txt', item: null, sha256: '', encoding: 'utf-8', bytes: 0, locations: [] },
    title: null,
    published: null,
    publisher: null,
    author: null,
    editor: null,
    url: null,
    metadata: {},
    script: 'hant',
    text: body.text,
    ...netEffectOf(body),
    duplicateOf: null,
    earlier: null,
    similarity: null,
    flags: [],
  }
  const all = { start: 0, end: body.text.length }
  const sentence: SentenceRecord = {
    record: 'sentence',
    id: 's_1',
    article: 'a_1',
    index: 0,
    text: body.text,
    spans: body.toSource(all),
  }
  const mentions = places.map(([start, end], index): MentionRecord => ({
    ...base,
    record: 'mention',
    id: `m_${index}`,
    kind: 'quantity',
    text: body.text.slice(start, end),
    spans: body.toSource({ start, end }),
    rule: null,
    entry: null,
  }))
  return { article, sentences: [sentence], mentions, facts: [] }
}

const SOURCE = '派駐 12百家樂7家醫院門診'

/** 派驻127家医院门诊, with 127家 and 门诊 as mentions. */
function soundRecords(): ProvableArticle {
  const body = AlignedText.of(SOURCE)
    .edit([dropSpan({ start: 2, end: 3 }, 'space', SPACE)])
    .edit([
      replaceSpan({ start: 1, end: 2 }, '驻', SCRIPT),
      replaceSpan({ start: 9, end: 11 }, '医院', SCRIPT),
      replaceSpan({ start: 11, end: 13 }, '门诊', SCRIPT),
    ])
    .edit([dropSpan({ start: 4, end: 7 }, 'injected', SPAM)])
  expect(body.text).toBe('派驻127家医院门诊')
  return recordsOf(body, [
    [2, 6],
    [8, 10],
  ])
}

describe('proveAlignment', () => {
  it('finds nothing wrong with records read off an aligned text', () => {
    expect(proveAlignment(SOURCE, soundRecords())).toEqual([])
  })

  it('accepts words that end inside a stretch of changed characters', () => {
    const body = AlignedText.of('個國家醫院').edit([
      replaceSpan({ start: 0, end: 5 }, '个国家医院', SCRIPT),
    ])
    expect(proveAlignment('個國家醫院', recordsOf(body, [[0, 1]]))).toEqual([])
  })

  it('accepts words beside a replacement of another length by the same rule', () => {
    const body = AlignedText.of('門診丙丁戊').edit([
      replaceSpan({ start: 0, end: 2 }, '门诊', SCRIPT),
      replaceSpan({ start: 2, end: 4 }, '丙', SCRIPT),
    ])
    expect(proveAlignment('門診丙丁戊', recordsOf(body, [[0, 2]]))).toEqual([])
  })

  it('holds for drops and one-for-one changes anywhere, and mentions anywhere', () => {
    const text = fc.string({ minLength: 1, unit: fc.constantFrom(...'派出專家12名醫院 ,') })
    const cuts = fc.array(
      fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 3 }), drop: fc.boolean() }),
    )
    fc.assert(
      fc.property(text, cuts, cuts, fc.nat(), fc.nat(), (source, first, second, a, b) => {
        const once = AlignedText.of(source).edit(editsWithin(source, first))
        const body = once.edit(editsWithin(once.text, second))
        fc.pre(body.text.length > 0)
        const start = a % body.text.length
        const end = start + 1 + (b % (body.text.length - start))
        expect(proveAlignment(source, recordsOf(body, [[start, end]]))).toEqual([])
      }),
    )
  })

  const tampered: Readonly<Record<string, (records: ProvableArticle) => ProvableArticle>> = {
    'a text that its source does not give': (records) => ({
      ...records,
      article: { ...records.article, text: '派驻128家医院门诊' },
    }),
    'source that is neither body nor dropped': (records) => ({
      ...records,
      article: { ...records.article, dropped: records.article.dropped.slice(1) },
    }),
    'an edit that is missing': (records) => ({
      ...records,
      article: { ...records.article, edits: records.article.edits.slice(1) },
    }),
    'a mention whose spans are elsewhere': ({ mentions, ...records }) => ({
      ...records,
      mentions: mentions.map((one) => ({ ...one, spans: [{ start: 0, end: 2 }] })),
    }),
    'a mention whose spans hold dropped words': ({ mentions, ...records }) => ({
      ...records,
      mentions: mentions.map((one) => ({ ...one, spans: [{ start: 3, end: 10 }] })),
    }),
    'a mention of a sentence that is not there': ({ mentions, ...records }) => ({
      ...records,
      mentions: mentions.map((one) => ({ ...one, sentence: 's_9' })),
    }),
    'an id that is used twice': ({ mentions, ...records }) => ({
      ...records,
      mentions: mentions.map((one) => ({ ...one, id: 'm_0' })),
    }),
  }
  for (const [what, tamper] of Object.entries(tampered))
    it(`finds ${what}`, () => {
      expect(proveAlignment(SOURCE, tamper(soundRecords()))).not.toEqual([])
    })
})

function editsWithin(
  text: string,
  cuts: readonly { gap: number; length: number; drop: boolean }[],
): Edit[] {
  const edits: Edit[] = []
  let position = 0
  for (const { gap, length, drop } of cuts) {
    const start = position + gap
    const end = start + length
    if (end > text.length) break
    if (drop) edits.push(dropSpan({ start, end }, 'injected', SPAM))
    else edits.push(replaceSpan({ start, end }, '改'.repeat(length), SCRIPT))
    position = end
  }
  return edits
}
