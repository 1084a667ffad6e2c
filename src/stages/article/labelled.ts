import type { Span } from '../../core/span.js'
import { parsePublished } from '../../chinese/published.js'
import { Automaton } from '../../dictionary/automaton.js'
import { endsLikePublisher, type LabelField, type Labels } from './labels.js'

/** A labelled value of a metadata line; `value` is its span, `date` marks one without a label. */
export interface Labelled {
  readonly field: LabelField | 'date' | 'before-date' | 'after-date'
  readonly label: string
  /** In the offsets of the line that was read. */
  readonly value: Span
}

/** Reads lines such as `日期:2024-02-29 16:14 信息来源:市卫健委 作者:罗笑 点击:350次`. */
export class LabelReader {
  private readonly automaton: Automaton
  private readonly words: readonly string[]

  constructor(private readonly labels: Labels) {
    this.words = [...labels.fields.keys()]
    this.automaton = new Automaton(this.words)
  }

  /** What the line tells, in its order; empty where it is no metadata line. */
  read(line: string): Labelled[] {
    if (line.length > LONGEST_LINE) return []
    const hits = this.findLabels(line)
    const first = hits[0]
    if (first === undefined) return readDateLine(line)
    const before = { start: 0, end: first.start }
    const items = isEmpty(line, before) ? [] : readDateLine(line.slice(0, first.start))
    if (items.length === 0) {
      if (!isBrief(line, before)) return []
      const outlet = trim(line, before)
      const isOutlet = endsLikePublisher(line.slice(outlet.start, outlet.end), this.labels)
      if (isOutlet) items.push({ field: 'before-date', label: '', value: outlet })
    }
    for (const [index, hit] of hits.entries()) {
      const value = trim(line, { start: hit.from, end: hits[index + 1]?.start ?? line.length })
      if (hit.field !== 'other' && hit.field !== 'url' && !isValue(line, value)) return []
      items.push({ field: hit.field, label: hit.label, value })
    }
    return items
  }

  private findLabels(line: string): LabelHit[] {
    const hits: LabelHit[] = []
    for (const { phrase, start, end } of this.automaton.findLongest(line)) {
      const label = this.words[phrase]!
      const isGlued = HAN.test(line.charAt(start - 1))
      if (label.length === 1 && isGlued) continue
      const sign = SIGN.exec(line.slice(end, end + 8))
      const field = this.labels.fields.get(label)!
      // A bar may part one word from the next (只看该作者|倒序浏览), a colon does not.
      const isPart = sign !== null && BAR.test(sign[0]) && isGlued
      const isSigned = SIGNATURE.test(line.slice(start, end + 4))
      if (sign !== null && !isPart && !isSigned)
        hits.push({ field, label, start, from: end + sign[0].length })
      // Without a sign a label must head the line and be set off from what it announces.
      else if (isEmpty(line, { start: 0, end: start }) && /^\s/.test(line.slice(end)))
        hits.push({ field, label, start, from: end + 1 })
      // Behind another value a counter needs no sign: 阅读 8.1万.
      else if (
        label.length > 1 &&
        field === 'other' &&
        hits.length > 0 &&
        OTHER_END.test(line.slice(end, end + 2))
      ) {
        // 频道 may be the end of an outlet's name.
        if (isGlued && this.labels.publisherEndings.includes(label)) continue
        hits.push({ field, label, start, from: end })
      }
    }
    return hits
  }
}

interface LabelHit {
  readonly field: LabelField
  readonly label: string
  readonly start: number
  /** Where its value begins. */
  readonly from: number
}

/** A line that is a date with at most a few words before and behind: `2024-02-26 10:01 新华网`. */
function readDateLine(line: string): Labelled[] {
  if (line.length > LONGEST_DATE_LINE || !/\d/.test(line) || STOP.test(line)) return []
  const date = parsePublished(line)
  if (date === null) return []
  const items: Labelled[] = []
  const before = trim(line, { start: 0, end: date.start })
  const after = trim(line, { start: date.end, end: line.length })
  if (before.end - before.start > LONGEST_WORDS || after.end - after.start > LONGEST_WORDS)
    return []
  if (before.start < before.end) items.push({ field: 'before-date', label: '', value: before })
  items.push({ field: 'date', label: '', value: { start: date.start, end: date.end } })
  if (after.start < after.end) items.push({ field: 'after-date', label: '', value: after })
  return items
}

/** The span without the white space, bars and brackets around it; those of a pair inside it stay. */
function trim(line: string, span: Span): Span {
  let { start, end } = span
  while (start < end && EDGE.test(line.charAt(start))) start++
  while (end > start && EDGE.test(line.charAt(end - 1))) {
    const opening = OPENINGS.get(line.charAt(end - 1))
    if (opening !== undefined && line.slice(start, end - 1).includes(opening)) break
    end--
  }
  return { start, end }
}

function isEmpty(line: string, span: Span): boolean {
  const { start, end } = trim(line, span)
  return start === end
}

/** Few words, no sentence: what may stand before the first label (the name of the site). */
function isBrief(line: string, span: Span): boolean {
  const words = line.slice(span.start, span.end)
  return words.length <= LONGEST_WORDS && !STOP.test(words)
}

function isValue(line: string, value: Span): boolean {
  return value.end - value.start <= LONGEST_VALUE && !STOP.test(line.slice(value.start, value.end))
}

const LONGEST_LINE = 400
const LONGEST_DATE_LINE = 60
const LONGEST_WORDS = 24
const LONGEST_VALUE = 80
const HAN = /\p{Script=Han}/u
const SIGN = /^\s{0,4}[:：/丨|｜]/
/** 文/图 closes a byline; it announces nothing. */
const SIGNATURE = /^[文图摄]\s?[/／]\s?[文图摄](?!\p{L})/u
const OTHER_END = /^(?:$|[】\])）]|\s?\d|\s$)/
const BAR = /[丨|｜]/
const STOP = /[。！!？?；]/
const OPENINGS: ReadonlyMap<string, string> = new Map(
  ['()', '（）', '【】', '《》', '[]'].map((pair) => [pair.charAt(1), pair.charAt(0)]),
)
const EDGE = /[\s()（）【】〔〕[\]|｜丨,，;；•·<>《》—-]/
