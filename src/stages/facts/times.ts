import { bisect } from '../../core/bisect.js'
import type { FactTime, Role } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { Cues } from './cues.js'
import { DateReach, type HeldDate, isOnward } from './held-dates.js'

/** When something holds, and where the text says so. */
export interface BoundTime {
  readonly time: FactTime
  readonly role: Role
}

/** Finds, sentence by sentence in text order, the time at which what is said there holds. */
export class TimeFinder {
  private leading: Mention | null = null
  /** What the sentence before opens with, if it reaches on: 截至目前. */
  private carried: Mention | null = null
  private paragraph = -1
  private governs = false

  constructor(
    private readonly options: Cues['time'],
    private readonly body: string,
  ) {}

  /** The times of the next sentence; `mentions` are those in it, in text order. */
  read(sentence: Sentence, mentions: readonly Mention[]): SentenceTimes {
    if (sentence.paragraph !== this.paragraph) {
      this.carried = null
      if (!this.governs) this.leading = null
    }
    this.paragraph = sentence.paragraph
    if (!mentions.some(isDate))
      return new SentenceTimes([], this.leading, this.follow(sentence, []), this.body, sentence)
    const dates = new DateReach(this.options, this.body, sentence, mentions).read()
    const times = new SentenceTimes(dates, this.leading, null, this.body, sentence)
    this.follow(sentence, dates)
    return times
  }

  /**
   * A line that ends in —— or ： leads in those after it; a list goes on while its lines end in ；.
   * Answers what the sentence before brings along.
   */
  private follow({ span }: Sentence, dates: readonly HeldDate[]): Mention | null {
    const { carried } = this
    const first = dates[0]?.mention ?? null
    if (first !== null)
      this.carried = first.span.start === span.start && isOnward(first) ? first : null
    const last = this.body[span.end - 1] ?? ''
    if (LEADS_IN.includes(last)) {
      this.leading = first ?? this.leading
      this.governs = true
    } else if (!GOES_ON.includes(last)) this.governs = false
    return carried
  }
}

const LEADS_IN = '—：:'
const GOES_ON = '；;'

/** What a statement asks of the time that it is given. */
export interface TimeDemand {
  /** It says what stands, not what was done: the day of an event is not its time. */
  readonly standing: boolean
  /** It goes on speaking of what the sentence before spoke of. */
  readonly continues: boolean
}

/** The times named in one sentence, and those that lines before it bring along. */
export class SentenceTimes {
  constructor(
    private readonly dates: readonly HeldDate[],
    private readonly leading: Mention | null,
    private readonly carried: Mention | null,
    private readonly body: string,
    private readonly sentence: Sentence,
  ) {}

  /** The nearest one named before `at` that reaches it, else one brought along; null if none is. */
  before(at: number, { standing, continues }: TimeDemand): BoundTime | null {
    const { dates } = this
    const first = bisect(dates.length, (index) => dates[index]!.mention.span.start < at)
    for (let index = first - 1; index >= Math.max(0, first - MOST_DATES); index--) {
      const { mention, until, ofEvent } = dates[index]!
      if (mention.span.end > at || until < at || (standing && ofEvent)) continue
      return boundTime(mention, 'stated')
    }
    const brought = this.leading ?? (continues ? this.carried : null)
    return brought === null ? null : boundTime(brought, 'inherited')
  }

  /**
   * When what is told from `start` on came about, told by a date before `at`: one in its own clause, or
   * one that opens an earlier clause, unless it belongs to a noun (今年3月启用的平台).
   */
  ofAct(start: number, at: number): BoundTime | null {
    const { dates, body } = this
    const count = bisect(dates.length, (index) => dates[index]!.mention.span.end <= at)
    const date = dates
      .slice(Math.max(0, count - MOST_DATES), count)
      .map(({ mention }) => mention)
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

/** True where a date tells since when or how often: no point at which something came about. */
function isRecurring({ value }: Mention): boolean {
  return value.type === 'date' && value.date.type === 'SET'
}

/** How many dates are looked at, so that a sentence of very many stays cheap. */
const MOST_DATES = 20

/** The time that a date mention says. */
export function boundTime(mention: Mention, basis: Role['basis']): BoundTime | null {
  if (mention.value.type !== 'date') return null
  const { value, mod, start, end } = mention.value.date
  return { time: { value, mod, start, end }, role: { mention, basis } }
}

function isDate({ value }: Mention): boolean {
  return value.type === 'date'
}
