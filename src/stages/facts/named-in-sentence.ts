import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import { sliceSpan, type Span } from '../../core/span.js'

/** The institutions that one sentence names, by its clauses, whatever part they play. */
export class NamedInSentence {
  private marks: readonly number[] | null = null

  /** `all` are those of the sentence, in text order. */
  constructor(
    private readonly body: string,
    private readonly sentence: Sentence,
    readonly all: readonly Mention[],
  ) {}

  /** Those named before `at` in the sentence, the last of very many. */
  before(at: number): readonly Mention[] {
    const count = this.countBefore(at)
    return this.all.slice(Math.max(0, count - MOST_IN_CLAUSE), count)
  }

  /** The institution named last in an earlier clause, objects too. */
  lastBeforeClause(at: number): Mention | null {
    const start = this.clauseStart(at)
    let index = this.countBefore(start) - 1
    while (index >= 0 && this.all[index]!.span.end > start) index--
    return this.all[index] ?? null
  }

  /** Institutions named before `at` in its own clause, the last of very many. */
  inClause(at: number): readonly Mention[] {
    const start = this.clauseStart(at)
    const count = this.countBefore(at)
    return this.all
      .slice(Math.max(this.countBefore(start), count - MOST_IN_CLAUSE), count)
      .filter(({ span }) => span.end <= at)
  }

  /** Those of its clause but one that only explains the words in brackets; the first of very many. */
  beside(span: Span): readonly Mention[] {
    const clause = this.clauseStart(span.start)
    const first = this.countBefore(clause)
    return this.all.slice(first, first + MOST_IN_CLAUSE).filter((entity) => {
      const { start } = entity.span
      return (
        this.clauseStart(start) === clause &&
        !(start === span.end + 1 && '(（'.includes(this.body[span.end]!))
      )
    })
  }

  /** Where the clause starts that `at` stands in: behind the last mark before it. */
  clauseStart(at: number): number {
    const { span } = this.sentence
    this.marks ??= [...sliceSpan(this.body, span).matchAll(/[，,；;：:]/g)].map(
      ({ index }) => span.start + index + 1,
    )
    const { marks } = this
    return marks[bisect(marks.length, (index) => marks[index]! <= at) - 1] ?? span.start
  }

  /** How many entities begin before `at`. */
  countBefore(at: number): number {
    return bisect(this.all.length, (index) => this.all[index]!.span.start < at)
  }
}

const MOST_IN_CLAUSE = 100
