import { describe, expect, it } from 'vitest'
import { sliceSpan } from '../../../src/core/span.js'
import { clausesOf } from '../../../src/stages/facts/passages.js'
import { readMarked } from '../../rule/marked-text.js'

/** The words of each clause with how many mentions stand in it. */
function clauses(marked: string): [string, number][] {
  const { text, sentence, mentions } = readMarked(marked)
  return clausesOf(text, { span: sentence.span, mentions }).map((clause) => [
    sliceSpan(text, clause.span),
    clause.mentions.length,
  ])
}

describe('clausesOf', () => {
  it('cuts a sentence at its commas, each mention with its clause', () => {
    expect(clauses('[date|去年]，[hospital|甲医院]派驻[quantity|9名]，很好。')).toEqual([
      ['去年，', 1],
      ['甲医院派驻9名，', 2],
      ['很好。', 0],
    ])
  })

  it('leaves a comma inside a mention alone', () => {
    expect(clauses('共[quantity|1，200名]，')).toEqual([['共1，200名，', 1]])
  })

  it('takes a sentence without a comma as one clause', () => {
    expect(clauses('共[quantity|9名]。')).toEqual([['共9名。', 1]])
  })
})
