import type {
  ArticleRecord,
  FactRecord,
  MentionRecord,
  SentenceRecord,
} from '../pipeline/records.js'

/**
 * The proof that records say what their source says, from the records and the bytes alone. It knows
 * the contract and nothing else: no code of the pipeline takes part, so that an error there cannot
 * hide itself here.
 */
export interface ProvableArticle {
  readonly article: ArticleRecord
  readonly sentences: readonly SentenceRecord[]
  readonly mentions: readonly MentionRecord[]
  readonly facts: readonly FactRecord[]
}

/** A record that does not hold. */
export interface Failure {
  readonly record: string
  readonly id: string
  readonly problem: string
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Everything that does not hold; empty for sound records. `source` is the decoded text. */
export function proveAlignment(source: string, records: ProvableArticle): Failure[] {
  const { article, sentences, mentions, facts } = records
  const failures: Failure[] = []
  const check = (record: { record: string; id: string }, problem: string | null): void => {
    if (problem !== null) failures.push({ record: record.record, id: record.id, problem })
  }
  check(article, findTilingFault(article, source.length))
  check(article, findEditFault(article, source.length))
  if (failures.length > 0) return failures
  const body = new Rewriting(source, article)
  check(article, differs('text', article.text, body.textOf([{ start: 0, end: source.length }])))
  for (const record of [...sentences, ...mentions]) check(record, findTextFault(record, body))
  const byId = new Map(sentences.map((sentence) => [sentence.id, sentence]))
  for (const fact of facts) check(fact, findFactFault(fact, body, byId.get(fact.sentence)))
  failures.push(...findReferenceFaults(records))
  return failures
}

/** Applies an article's edits and leaves out what it dropped, over any ranges of the source. */
class Rewriting {
  constructor(
    private readonly source: string,
    private readonly article: ArticleRecord,
  ) {}

  /** The rewritten text of `ranges`, which are in source order; insertions at their ends included. */
  textOf(ranges: readonly Range[]): string {
    return this.piecesOf(ranges).join('')
  }

  /** Every reading of `ranges`, with and without what was inserted right at the two ends. */
  readingsOf(ranges: readonly Range[]): string[] {
    const pieces = this.piecesOf(ranges)
    const first = pieces[0] ?? ''
    const last = pieces[pieces.length - 1] ?? ''
    const inner = pieces.slice(1, -1).join('')
    return [inner, first + inner, inner + last, first + inner + last]
  }

  /** True where `ranges` touch no dropped source. */
  avoidsDropped(ranges: readonly Range[]): boolean {
    return ranges.every((range) => {
      const dropped = this.article.dropped[firstEndingAfter(this.article.dropped, range.start)]
      return dropped === undefined || dropped.start >= range.end
    })
  }

  /** What was inserted at the first range's start, the text, what was inserted at the last one's end. */
  private piecesOf(ranges: readonly Range[]): string[] {
    const first = ranges[0]
    const last = ranges[ranges.length - 1]
    if (first === undefined || last === undefined) return []
    const before = this.insertedAt(first.start)
    const pieces = [before]
    for (const [index, range] of ranges.entries()) {
      const next = ranges[index + 1]
      pieces.push(this.rewrite(range))
      if (next !== undefined) pieces.push(this.insertedWithin(range.end, next.start))
    }
    pieces.push(first.start === last.end ? '' : this.insertedAt(last.end))
    return pieces
  }

  private insertedAt(position: number): string {
    return this.insertedWithin(position, position)
  }

  private insertedWithin(from: number, to: number): string {
    const { edits } = this.article
    let text = ''
    for (let at = firstEndingAfter(edits, from - 1); at < edits.length; at++) {
      const edit = edits[at]
      if (edit === undefined || edit.start > to) break
      if (edit.start === edit.end && edit.start >= from) text += edit.text
    }
    return text
  }

  /** Edits strictly inside or covering `range`, dropped source left out. */
  private rewrite(range: Range): string {
    const { edits } = this.article
    let text = ''
    let position = range.start
    for (let at = firstEndingAfter(edits, range.start); at < edits.length; at++) {
      const edit = edits[at]
      if (edit === undefined || edit.start >= range.end) break
      const start = Math.max(edit.start, range.start)
      const end = Math.min(edit.end, range.end)
      text += this.kept(position, start)
      // A replacement as long as what it replaces stands for it character for character.
      const oneForOne = edit.text.length === edit.end - edit.start
      text += oneForOne ? edit.text.slice(start - edit.start, end - edit.start) : edit.text
      position = end
    }
    return text + this.kept(position, range.end)
  }

  private kept(from: number, to: number): string {
    const { dropped } = this.article
    let text = ''
    let position = from
    for (let at = firstEndingAfter(dropped, from); at < dropped.length; at++) {
      const gap = dropped[at]
      if (gap === undefined || gap.start >= to) break
      text += this.source.slice(position, Math.max(position, gap.start))
      position = Math.min(to, gap.end)
    }
    return text + this.source.slice(position, to)
  }
}

/** Spans and dropped, each in order and disjoint, are together the whole source. */
function findTilingFault({ spans, dropped }: ArticleRecord, length: number): string | null {
  const pieces = [...spans, ...dropped].sort((a, b) => a.start - b.start || a.end - b.end)
  let position = 0
  for (const { start, end } of pieces) {
    if (start !== position || end <= start)
      return `spans and dropped do not tile the source at ${position}: the next piece is [${start}, ${end})`
    position = end
  }
  if (position !== length)
    return `spans and dropped end at ${position}, the source has ${length} characters`
  return isInOrder(spans) && isInOrder(dropped) ? null : 'spans or dropped are not in source order'
}

/** Edits are in order, disjoint, inside the source, and none replaces dropped source. */
function findEditFault({ edits, dropped }: ArticleRecord, length: number): string | null {
  let position = 0
  for (const { start, end } of edits) {
    if (start < position || end < start || end > length)
      return `edit [${start}, ${end}) is out of order or outside the source`
    const gap = dropped[firstEndingAfter(dropped, start)]
    if (start < end && gap !== undefined && gap.start < end)
      return `edit [${start}, ${end}) replaces source that is listed as dropped`
    position = end
  }
  return null
}

function findTextFault(
  { text, spans }: SentenceRecord | MentionRecord,
  body: Rewriting,
): string | null {
  if (spans.length === 0 || !isInOrder(spans)) return 'its spans are missing or not in source order'
  if (!body.avoidsDropped(spans)) return 'its spans hold source that was dropped'
  const readings = body.readingsOf(spans)
  return readings.includes(text) ? null : differs('text', text, readings[0] ?? '')
}

function findFactFault(
  fact: FactRecord,
  body: Rewriting,
  sentence: SentenceRecord | undefined,
): string | null {
  if (sentence === undefined) return `its sentence ${fact.sentence} is not there`
  if (fact.spans.length === 0) return 'it has no spans'
  if (!body.avoidsDropped(fact.spans)) return 'its spans hold source that was dropped'
  const from = sentence.spans[0]?.start ?? 0
  const to = sentence.spans[sentence.spans.length - 1]?.end ?? 0
  const isInside = fact.spans.every(({ start, end }) => from <= start && start < end && end <= to)
  return isInside ? null : `its spans leave its sentence [${from}, ${to})`
}

/** Every id is used once and every id named is there. */
function findReferenceFaults({ article, sentences, mentions, facts }: ProvableArticle): Failure[] {
  const failures: Failure[] = []
  const seen = new Set<string>()
  const ids = new Set([...sentences, ...mentions].map(({ id }) => id))
  for (const record of [article, ...sentences, ...mentions, ...facts]) {
    const fail = (problem: string): void => {
      failures.push({ record: record.record, id: record.id, problem })
    }
    if (seen.has(record.id)) fail('its id is used twice')
    seen.add(record.id)
    if (record.record !== 'article' && record.article !== article.id) fail('its article is another')
    if (record.record === 'mention' && !ids.has(record.sentence)) fail('its sentence is not there')
    if (record.record === 'fact')
      for (const [name, role] of Object.entries(record.roles))
        if (role.mention !== null && !ids.has(role.mention))
          fail(`the mention of its ${name}, ${role.mention}, is not there`)
  }
  return failures
}

function differs(what: string, expected: string, found: string): string | null {
  if (expected === found) return null
  let at = 0
  while (at < expected.length && expected[at] === found[at]) at++
  const show = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 5), at + 15))
  return `${what} differs from what source and edits give, from character ${at}: ${show(expected)} and ${show(found)}`
}

function isInOrder(ranges: readonly Range[]): boolean {
  return ranges.every(({ start, end }, index) => {
    const previous = ranges[index - 1]
    return start <= end && (previous === undefined || previous.end <= start)
  })
}

/** The index of the first range that ends after `position`, in ranges sorted and disjoint. */
function firstEndingAfter(ranges: readonly Range[], position: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const range = ranges[middle]
    if (range !== undefined && range.end > position) high = middle
    else low = middle + 1
  }
  return low
}
