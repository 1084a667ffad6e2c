import { toDecimal } from '../../src/core/decimal.js'
import type { Mention, MentionValue } from '../../src/core/mention.js'
import type { Sentence } from '../../src/core/sentence.js'

export interface MarkedText {
  readonly text: string
  readonly sentence: Sentence
  readonly mentions: readonly Mention[]
}

/** Reads `[hospital|湖北省人民医院]派驻[quantity|36名]`: a text with its mentions marked. */
export function readMarked(marked: string): MarkedText {
  const mentions: Mention[] = []
  let text = ''
  for (const part of marked.split(/(\[[a-z]+\|[^\]]+\])/)) {
    const [, kind, words] = /^\[([a-z]+)\|(.+)\]$/.exec(part) ?? []
    const start = text.length
    text += words ?? part
    if (kind === undefined || words === undefined) continue
    const origin = { stage: 'test', rule: null, entry: null }
    const span = { start, end: text.length }
    mentions.push({ kind, span, value: valueOf(kind, words), member: null, origin })
  }
  return {
    text,
    sentence: { index: 0, paragraph: 0, span: { start: 0, end: text.length } },
    mentions,
  }
}

function valueOf(kind: string, words: string): MentionValue {
  if (kind === 'quantity') {
    const unit = words.replace(/^[第\d.]+/, '')
    const mod = words.startsWith('第') ? 'rank' : 'exact'
    const value = toDecimal(Number.parseFloat(words.replace('第', '')))
    return { type: 'quantity', quantity: { value, low: null, high: null, unit, mod } }
  }
  if (kind === 'date') {
    const date = {
      type: 'DATE',
      value: words,
      mod: null,
      start: null,
      end: null,
      anchor: null,
    } as const
    return { type: 'date', date }
  }
  return { type: 'entity', entity: { id: null, name: words, candidates: [] } }
}
