import { bisect } from '../../core/bisect.js'
import type { FactTime, Role } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { Cues } from './cues.js'

/** When something holds, and where the text says so. */
export interface BoundTime {
  readonly time: FactTime
  readonly role: Role
}

/** Finds, sentence by sentence in text order, the time at which what is said there holds. */
export class TimeFinder {
  private leading: Mention | null = null
  private paragraph = -1
  private governs = false

  constructor(
    private readonly options: Cues['time'],
    private readonly body: string,
  ) {}

  /** The times of the next sentence; `mentions` are those in it, in text order. */
  read(sentence: Sentence, mentions: readonly Mention[]): SentenceTimes {
    if (sentence.paragraph !== this.paragraph && !this.governs) this.leading = null
    this.paragraph = sentence.paragraph
    const dates = mentions.filter((mention) => isPoint(mention) && !this.isCompared(mention))
    const times = new SentenceTimes(dates, this.leading, this.body, sentence)
    this.follow(sentence, dates)
    return times
  }

  /** 较上年同期增长: what is compared with is not when it holds. */
  private isCompared({ span }: Mention): boolean {
    const before = this.body.slice(Math.max(0, span.start - MAX_MARKER), span.start)
    return this.options.comparisons.some((word) => before.endsWith(word))
  }

  /** A line that ends in —— or ： leads in those after it; a list goes on while its lines end in ；. */
  private follow(sentence: Sentence, dates: readonly Mention[]): void {
    const last = this.body[sentence.span.end - 1] ?? ''
    if (LEADS_IN.includes(last)) {
      this.leading = dates[0] ?? this.leading
      this.governs = true
    } else if (!GOES_ON.includes(last)) this.governs = false
  }
}

const MAX_MARKER = 4
const LEADS_IN = '—：:'
const GOES_ON = '；;'

/** The times named in one sentence, and the one that a lead-in line brings along. */
export class SentenceTimes {
  constructor(
    private readonly dates: readonly Mention[],
    private readonly leading: Mention | null,
    private readonly body: string,
    private readonly sentence: Sentence,
  ) {}

  /** The nearest one named before `at`, else the one the lead-in says; null if there is none. */
  before(at: number): BoundTime | null {
    const { dates } = this
    const first = bisect(dates.length, (index) => dates[index]!.span.start < at)
    for (let index = first - 1; index >= 0; index--)
      if (dates[index]!.span.end <= at) return boundTime(dates[index]!, 'stated')
    return this.leading === null ? null : boundTime(this.leading, 'inherited')
  }

  /**
   * When what is told from `start` on came about, told by a date before `at`: one in its own clause, or
   * one that opens an earlier clause, unless it belongs to a noun (今年3月启用的平台).
   */
  ofAct(start: number, at: number): BoundTime | null {
    const { dates, body } = this
    const count = bisect(dates.length, (index) => dates[index]!.span.end <= at)
    const date = dates
      .slice(Math.max(0, count - MOST_DATES), count)
      .findLast((one) => !isRecurring(one))
    if (date === undefined) return null
    const { span } = date
    const after = body.slice(span.end, Math.max(span.end, start))
    const comma = after.search(/[，,；;]/)
    if (comma > 0 && after.slice(0, comma).includes('的')) return null
    if (comma >= 0 && /[；;]/.test(after)) return null
    if (/[，,]/.test(after.slice(1)) && !this.opensClause(span)) return null
    return boundTime(date, 'stated')
  }

  private opensClause({ start }: Span): boolean {
    const before = this.body.slice(Math.max(this.sentence.span.start, start - 2), start)
    return before === '' || /[，,；;：:。“”（(\s][自从在于]?$|^[自从在于]$/.test(before)
  }
}

const MOST_DATES = 20

/** True where a date tells since when or how often: no point at which something came about. */
function isRecurring({ value }: Mention): boolean {
  return value.type === 'date' && value.date.type === 'SET'
}

/** The time that a date mention says. */
export function boundTime(mention: Mention, basis: Role['basis']): BoundTime | null {
  if (mention.value.type !== 'date') return null
  const { value, mod, start, end } = mention.value.date
  return { time: { value, mod, start, end }, role: { mention, basis } }
}

function isPoint({ value }: Mention): boolean {
  return value.type === 'date' && value.date.type !== 'DURATION'
}
