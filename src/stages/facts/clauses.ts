import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import { spansOverlap, type Span } from '../../core/span.js'
import type { Cues } from './cues.js'

/** Reads from the words around a name in one sentence what part the name can play in it. */
export class ClauseReader {
  constructor(
    private readonly options: Cues['subject'],
    private readonly body: string,
    private readonly sentence: Sentence,
    private readonly mentions: readonly Mention[],
  ) {}

  /** True where the words before make the name no subject (与…, 聘请…), or a list of such goes on. */
  isObject(span: Span): boolean {
    const before = this.before(span.start).replace(/[“"「『（(]+$/, '')
    if (this.options.objectMarkers.some((marker) => before.endsWith(marker))) return true
    const locative = this.options.locatives.find((marker) => before.endsWith(marker))
    if (locative !== undefined) return !this.startsAt(span.start - locative.length)
    const joint = /[、和及与或]+$/.exec(before)?.[0].length ?? 0
    const former = this.mentions.find(({ span: { end } }) => end === span.start - joint)
    return joint > 0 && former?.value.type === 'entity' && this.isObject(former.span)
  }

  /** True where a clause starts at `at`: after punctuation, a date, or words such as 其中. */
  startsAt(at: number): boolean {
    if (at === this.sentence.span.start) return true
    const before = this.before(at)
    if (/[，,；;：:。“”"（(—\s]$/.test(before)) return true
    if (this.options.leadIns.some((word) => before.endsWith(word))) return true
    return this.mentions.some(({ kind, span }) => kind === 'date' && span.end === at)
  }

  /** True where a mention stands over the words. */
  isCovered(span: Span): boolean {
    return this.mentions.some((mention) => spansOverlap(mention.span, span))
  }

  /** True where the words name the institution by its title, not the title's programme or another's. */
  isDesignation({ start, end }: Span): boolean {
    const after = this.body.slice(end, end + MAX_MARKER)
    if (this.options.notAfterDesignation.some((word) => after.startsWith(word))) return false
    if (this.mentions.some(({ span }) => span.start === end)) return false
    return this.startsAt(start) || this.before(start).endsWith('的')
  }

  /** True where a place only begins another name: 四川大学, 湖南省卫生健康委员会. */
  isPartOfName(place: Span): boolean {
    const after = this.body.slice(place.end, place.end + MAX_BODY_NAME)
    const name = /^[\u4e00-\u9fff]*/.exec(after)?.[0] ?? ''
    if (this.options.notAfterRegion.some((word) => name.startsWith(word))) return true
    return this.options.bodyEndings.some((ending) => name.includes(ending))
  }

  /** Institutions named before `at` that can be subjects, in text order. */
  subjectsBefore(at: number): readonly Mention[] {
    return this.entitiesBefore(at).filter((mention) => !this.isObject(mention.span))
  }

  /** Those named in earlier clauses of the sentence than the one that `at` stands in. */
  subjectsBeforeClause(at: number): readonly Mention[] {
    return this.subjectsBefore(this.clauseStart(at))
  }

  /** Those of earlier clauses, objects too. */
  namedBeforeClause(at: number): readonly Mention[] {
    return this.entitiesBefore(this.clauseStart(at))
  }

  /** Institutions named before `at` in its own clause. */
  entitiesOfClause(at: number): readonly Mention[] {
    const start = this.clauseStart(at)
    return this.entitiesBefore(at).filter(({ span }) => span.start >= start)
  }

  private clauseStart(at: number): number {
    let start = at
    while (start > this.sentence.span.start && !/[，,；;：:]/.test(this.body[start - 1] ?? ''))
      start--
    return start
  }

  private entitiesBefore(at: number): readonly Mention[] {
    return this.mentions.filter(({ value, span }) => value.type === 'entity' && span.end <= at)
  }

  private before(at: number): string {
    return this.body.slice(Math.max(this.sentence.span.start, at - MAX_MARKER), at)
  }
}

const MAX_MARKER = 6
const MAX_BODY_NAME = 8
