import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Cues } from './cues.js'

/** The values that a page lists under labels (输出医院： … 依托医院： …), as data on a card. */
export interface Cards {
  /** The institutions given as who helps, and as who is helped, of one card each. */
  readonly ties: readonly { readonly helper: Mention; readonly helped: Mention }[]
  /** True for one that a label gives as who helps: what follows on the card is not said of it. */
  isHelper(mention: Mention): boolean
}

/** Prepares reading cards; a label is a word for a partner with a colon, its value the name behind it. */
export function cardReader({
  helpers,
  helped,
}: Cues['partners']): (
  body: string,
  sentences: readonly Sentence[],
  mentionsOf: readonly (readonly Mention[])[],
) => Cards {
  const sides = new Map([
    ...helpers.map((word) => [word, 'helper'] as const),
    ...helped.map((word) => [word, 'helped'] as const),
  ])
  return (body, sentences, mentionsOf) => {
    const values: Value[] = []
    for (const [index, { span }] of sentences.entries()) {
      const line = body.slice(span.start, Math.min(span.end, span.start + LONGEST_LINE))
      for (const { index: from, 0: label } of line.matchAll(LABEL)) {
        const side = sides.get(label.slice(0, -1))
        if (side === undefined) continue
        const at = span.start + from + label.length
        const own = nameAt(at, mentionsOf[index]!)
        const next = sentences[index + 1]
        const follows = at === span.end && next !== undefined
        const mention = own ?? (follows ? nameAt(next.span.start, mentionsOf[index + 1]!) : null)
        if (mention !== null) values.push({ side, mention, index })
      }
    }
    const ofHelpers = new Set(
      values.flatMap(({ side, mention }) => (side === 'helper' ? [mention] : [])),
    )
    return { ties: tiesOf(values), isHelper: (mention) => ofHelpers.has(mention) }
  }
}

const LABEL = /[\u4e00-\u9fff]{2,8}[：:]/g
/** A line of labels is short. */
const LONGEST_LINE = 160

interface Value {
  readonly side: 'helper' | 'helped'
  readonly mention: Mention
  /** Of the label's sentence. */
  readonly index: number
}

/** The institution named at a place, but for a quotation mark or a space. */
function nameAt(at: number, mentions: readonly Mention[]): Mention | null {
  const found = mentions.find(
    ({ value, span }) => value.type === 'entity' && span.start >= at && span.start <= at + 1,
  )
  return found ?? null
}

/** Values of the two sides that stand close to each other are of one card. */
function tiesOf(values: readonly Value[]): Cards['ties'] {
  return values.flatMap((value, at) => {
    const next = values[at + 1]
    if (next === undefined || next.side === value.side) return []
    if (next.index - value.index > CARD_LINES) return []
    const [helper, helped] = value.side === 'helper' ? [value, next] : [next, value]
    return [{ helper: helper.mention, helped: helped.mention }]
  })
}

/** How many sentences the labels of one card lie apart at the most. */
const CARD_LINES = 4
