import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Cues } from './cues.js'

/** A date, and the offset up to which what is said behind it holds then. */
export interface HeldDate {
  readonly mention: Mention
  readonly until: number
  /** True where it dates an event, by month or day (6月,医院获批…): what stands as it is needs more. */
  readonly ofEvent: boolean
}

/** 截至…, …以来, 目前: what holds up to a day, or since one, or now. */
export function isOnward({ value }: Mention): boolean {
  if (value.type !== 'date') return false
  const { mod } = value.date
  return mod === 'END' || mod === 'START' || value.date.value === 'PRESENT_REF'
}

/** Tells of each date of one sentence how far it reaches. */
export class DateReach {
  private cuts: readonly number[] | null = null
  private parts: readonly number[] | null = null

  constructor(
    private readonly options: Cues['time'],
    private readonly body: string,
    private readonly sentence: Sentence,
    /** Those of the sentence, in text order. */
    private readonly mentions: readonly Mention[],
  ) {}

  /** The dates that something can hold at, in text order; those compared with are left out. */
  read(): readonly HeldDate[] {
    return this.mentions.flatMap((mention, index) => {
      if (mention.value.type !== 'date' || this.isCompared(mention)) return []
      if (mention.value.date.type === 'DURATION' && !this.isElapsed(mention)) return []
      const { until, ofEvent } = this.reachOf(mention, index)
      const cut = Math.min(this.cutAfter(mention), this.nextParty(mention))
      return [{ mention, until: Math.min(until, cut), ofEvent }]
    })
  }

  /** 较上年同期增长, 比刚挂牌时的2021年增长, 是2015年的3.2倍: what is compared with is not when it holds. */
  private isCompared({ span }: Mention): boolean {
    const before = this.body.slice(Math.max(0, span.start - MAX_MARKER), span.start)
    if (this.options.comparisons.some((word) => before.endsWith(word))) return true
    const clause = /[^，,；;。：:]*$/.exec(
      this.body.slice(span.start - MAX_COMPARED, span.start),
    )?.[0]
    if (/^[较比]/.test(clause ?? '')) return true
    return /^的[\d.]+[万亿]?倍/.test(this.body.slice(span.end, span.end + MAX_COMPARED))
  }

  /** 三年来, 近五年: a stretch of time that has just passed; so is one that what was done stands behind. */
  private isElapsed({ span: { start, end }, value }: Mention): boolean {
    const { elapsed, lately, notPassed, lasting } = this.options
    const follows = (words: readonly string[]): boolean =>
      words.some((word) => this.body.startsWith(word, end))
    if (follows(elapsed) || lately.some((word) => this.body.startsWith(word, start))) return true
    // 两年完成手术476台: of years and months only; 三年的协议, 为期两年 are something else.
    if (value.type !== 'date' || !/^P\d+[YM]/.test(value.date.value)) return false
    const before = this.body.slice(Math.max(this.sentence.span.start, start - MAX_MARKER), start)
    const opens = before === '' || MARKS.includes(before.at(-1)!)
    if (MARKS.includes(this.body[end] ?? '') && !opens) return false
    return !follows(notPassed) && !lasting.some((word) => before.endsWith(word))
  }

  private reachOf(mention: Mention, index: number): Omit<HeldDate, 'mention'> {
    const { span } = mention
    const next = this.mentions[index + 1]
    if (this.isStart(span.start, span.end) && next !== undefined)
      return { until: next.span.end, ofEvent: false }
    // 创建于1951年,…: the words before the date say what it dates.
    if (this.body[span.start - 1] === '于')
      return { until: this.markAfter(span.end), ofEvent: true }
    const end = this.clauseEnd(span.end)
    if (mention.value.type === 'date' && mention.value.date.type === 'SET')
      return { until: end, ofEvent: false }
    const quantified = this.hasQuantity(span.end, end)
    const words = this.body.slice(span.end, end)
    const goesOn = this.options.onward.some((word) => words.endsWith(word)) || isOnward(mention)
    if (quantified || goesOn) return { until: Infinity, ofEvent: false }
    if (this.options.events.some((word) => words.includes(word)))
      return { until: end, ofEvent: true }
    return { until: Infinity, ofEvent: this.isNarrow(mention) }
  }

  /** 由2018年的7.4%降至…: the first of two dates holds for the first of two amounts. */
  private isStart(start: number, end: number): boolean {
    const before = this.body[start - 1] ?? ''
    return this.options.starts.includes(before) && this.body[end] === '的'
  }

  private isNarrow({ value }: Mention): boolean {
    return value.type === 'date' && /^[\dX]{4}-\d\d(-\d\d)?$/.test(value.date.value)
  }

  /** Where a clause ends that begins at `at`; one that is empty goes on to the next mark. */
  private clauseEnd(at: number): number {
    const end = Math.min(this.sentence.span.end, at + MAX_CLAUSE)
    let from = at
    while (from < end && MARKS.includes(this.body[from]!)) from++
    return this.markAfter(from)
  }

  private markAfter(at: number): number {
    const end = Math.min(this.sentence.span.end, at + MAX_CLAUSE)
    let from = at
    while (from < end && !MARKS.includes(this.body[from]!)) from++
    return from
  }

  private hasQuantity(start: number, end: number): boolean {
    const first = bisect(this.mentions.length, (at) => this.mentions[at]!.span.start < start)
    for (let at = first; at < this.mentions.length && this.mentions[at]!.span.start < end; at++)
      if (this.mentions[at]!.kind === 'quantity') return true
    return false
  }

  /** 1986年…,如今…: what comes then is of another time. */
  private cutAfter(mention: Mention): number {
    if (isOnward(mention)) return Infinity
    this.cuts ??= this.findCuts()
    const { cuts } = this
    return cuts[bisect(cuts.length, (index) => cuts[index]! < mention.span.end)] ?? Infinity
  }

  /** 甲医院2021年…;乙医院…: a date that opens no sentence is not said of who comes in the next part. */
  private nextParty({ span }: Mention): number {
    const { start, end } = this.sentence.span
    if (span.start - start <= MAX_MARKER) return Infinity
    this.parts ??= [...this.body.slice(start, end).matchAll(/[；;]/g)].map(
      ({ index }) => start + index,
    )
    const { parts, mentions } = this
    const part = parts[bisect(parts.length, (index) => parts[index]! < span.end)]
    if (part === undefined) return Infinity
    const first = bisect(mentions.length, (index) => mentions[index]!.span.start < part)
    for (let index = first; index < Math.min(mentions.length, first + MOST_LOOKED_AT); index++)
      if (mentions[index]!.value.type === 'entity') return mentions[index]!.span.start
    return Infinity
  }

  private findCuts(): number[] {
    const { start, end } = this.sentence.span
    const text = this.body.slice(start, end)
    const cuts: number[] = []
    for (const word of this.options.cuts)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        cuts.push(start + at)
    return cuts.sort((a, b) => a - b)
  }
}

const MAX_MARKER = 4
const MAX_COMPARED = 12
const MOST_LOOKED_AT = 8
/** How far a clause is read, so that one without an end stays cheap. */
const MAX_CLAUSE = 60
const MARKS = '，,；;：:。！？'
