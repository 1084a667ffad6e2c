import { SCRIPT_CLASS } from '../../chinese/scripts.js'
import type { Span } from '../../core/span.js'

/** How many characters of each script class a stretch of text holds. */
export interface Census extends Span {
  readonly hanzi: number
  /** Characters that only traditional text holds, and that only simplified text holds. */
  readonly traditional: number
  readonly simplified: number
  readonly kana: number
}

/** Counts `span` of `text`; `classes` as `buildScriptClasses` gives them. */
export function takeCensus(text: string, { start, end }: Span, classes: Uint8Array): Census {
  const counts = COUNTS.fill(0)
  for (let at = start; at < end; at++) counts[classes[text.charCodeAt(at)]!]!++
  const traditional = counts[SCRIPT_CLASS.traditional]!
  const simplified = counts[SCRIPT_CLASS.simplified]!
  const hanzi = counts[SCRIPT_CLASS.shared]! + traditional + simplified
  return { start, end, hanzi, traditional, simplified, kana: counts[SCRIPT_CLASS.kana]! }
}

/** Made once: a page has hundreds of lines, and making typed arrays is slow. */
const COUNTS = new Uint32Array(Object.keys(SCRIPT_CLASS).length)

/** The stretches of `span` that end at a sentence's end or a bar; together they are all of it. */
export function splitSentences(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = []
  let from = start
  for (let at = start; at < end; at++) {
    if (!SENTENCE_ENDS.has(text.charCodeAt(at))) continue
    sentences.push({ start: from, end: at + 1 })
    from = at + 1
  }
  if (from < end) sentences.push({ start: from, end })
  return sentences
}

/** Bars part the items of link lists. */
const SENTENCE_ENDS = new Set([...'。！？!?；;|｜'].map((mark) => mark.charCodeAt(0)))
