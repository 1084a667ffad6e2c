import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import { PhraseTrie } from '../../dictionary/phrase-trie.js'
import type { Cues } from './cues.js'
import { NamedInSentence } from './named-in-sentence.js'

/** The cue words that tell what part a name plays, ready to be looked up. */
export interface ClauseCues {
  readonly words: Cues['subject']
  /** Whether the words before end in one of a list. */
  readonly objectMarkers: PhraseTrie
  readonly leadIns: PhraseTrie
  readonly pivots: PhraseTrie
}

export function clauseCues(words: Cues['subject']): ClauseCues {
  return {
    words,
    objectMarkers: new PhraseTrie(words.objectMarkers, 'backward'),
    leadIns: new PhraseTrie(words.leadIns, 'backward'),
    pivots: new PhraseTrie(words.pivots, 'backward'),
  }
}

/**
 * Reads from the words around a name in one sentence what part the name can play in it. What it
 * gathers at first makes every question logarithmic, so that a sentence of any length stays cheap.
 */
export class ClauseReader {
  readonly named: NamedInSentence
  private readonly entities: readonly Mention[]
  /** The first mention that ends at a place. */
  private readonly endingAt = new Map<number, Mention>()
  private readonly dateEnds = new Set<number>()
  /** By mention, how far it and those before it reach. */
  private readonly reach: number[] = []
  private readonly objectStarts = new Set<number>()
  /** By entity, the index of the last one up to it that can be a subject; -1 for none. */
  private readonly lastSubject: number[] = []

  /** `mentions` are those of the sentence, in text order. */
  constructor(
    private readonly cues: ClauseCues,
    private readonly body: string,
    private readonly sentence: Sentence,
    private readonly mentions: readonly Mention[],
  ) {
    this.entities = mentions.filter(({ value }) => value.type === 'entity')
    this.named = new NamedInSentence(body, sentence, this.entities)
    let reach = 0
    let index = -1
    this.markListed()
    for (const mention of mentions) {
      const { kind, span, value } = mention
      this.reach.push((reach = Math.max(reach, span.end)))
      if (!this.endingAt.has(span.end)) this.endingAt.set(span.end, mention)
      if (kind === 'date') this.dateEnds.add(span.end)
      if (value.type !== 'entity') continue
      index++
      const isObject = this.isObject(span)
      if (isObject) this.objectStarts.add(span.start)
      this.lastSubject.push(isObject ? (this.lastSubject[index - 1] ?? -1) : index)
    }
  }

  /** 甲医院、乙医院等23家: those that a list only names as examples are no subjects. */
  private markListed(): void {
    let next: Mention | null = null
    for (let index = this.mentions.length - 1; index >= 0; index--) {
      const mention = this.mentions[index]!
      if (mention.value.type !== 'entity') continue
      const { start, end } = mention.span
      const joint = next === null ? null : this.body.slice(end, next.span.start)
      const goesOn = joint !== null && joint.length === 1 && '、和及'.includes(joint)
      if (this.body[end] === '等' || (goesOn && this.objectStarts.has(next!.span.start)))
        this.objectStarts.add(start)
      next = mention
    }
  }

  /** True where the words before make the name no subject (与…, 聘请…), or a list of such goes on. */
  isObject(span: Span): boolean {
    const { start } = span
    if (this.objectStarts.has(start)) return true
    const before = this.before(start).replace(/[“"「『（(]+$/, '')
    if (this.isPivot(span)) return false
    if (this.cues.objectMarkers.longest(before, before.length) !== -1) return true
    if (this.isBesidePlace(start)) return true
    const locative = this.cues.words.locatives.find((marker) => before.endsWith(marker))
    if (locative !== undefined) return !this.startsAt(start - locative.length)
    const bracketed = /[（(]$/.test(this.before(start)) ? this.endingAt.get(start - 1) : undefined
    if (bracketed !== undefined && this.objectStarts.has(bracketed.span.start)) return true
    const joint = /[、和及与或]+$/.exec(before)?.[0].length ?? 0
    const former = joint > 0 ? this.endingAt.get(start - joint) : undefined
    return former?.value.type === 'entity' && this.objectStarts.has(former.span.start)
  }

  /** 并与越南甲医院…: a place may stand between 与 and the name. */
  private isBesidePlace(start: number): boolean {
    const from = this.named.clauseStart(start)
    if (start - from > MAX_MARKER || this.startsAt(start)) return false
    const opening = this.body.slice(from, start)
    return this.cues.words.comitatives.some((word) => opening.lastIndexOf(word, 1) >= 0)
  }

  /** True for a name that follows another in a list: 甲医院、乙医院. */
  isListed({ start }: Span): boolean {
    if (this.body[start - 1] !== '、' || start - 1 <= this.sentence.span.start) return false
    return this.endingAt.get(start - 1)?.value.type === 'entity' || this.body[start - 2] === '院'
  }

  /** 帮助乙医院开展…: who is helped to do something does it. */
  isPivot({ start, end }: Span): boolean {
    const before = this.before(start)
    if (this.cues.pivots.longest(before, before.length) === -1) return false
    const next = this.body[end] ?? ''
    return end < this.sentence.span.end && !'，。；：、！？,;:的等与和及）”'.includes(next)
  }

  /** True for who does what is told: 由甲医院派驻. */
  isAgent({ start }: Span): boolean {
    return this.cues.words.agents.some((word) => this.before(start).endsWith(word))
  }

  /** True where a clause starts at `at`: after punctuation, a date, or words such as 其中. */
  startsAt(at: number): boolean {
    if (at === this.sentence.span.start) return true
    const before = this.before(at)
    if (/[，,；;：:。“”"（(—\s]$/.test(before)) return true
    return this.cues.leadIns.longest(before, before.length) !== -1 || this.dateEnds.has(at)
  }

  /** True where who is named sends people elsewhere, or runs another: 派驻, 托管. */
  isSender({ end }: Span): boolean {
    const clause = /^[^，,；;。：:]*/.exec(this.body.slice(end, end + MAX_PREDICATE))?.[0] ?? ''
    const { senders, receivers, helpedEndings } = this.cues.words
    const receives = receivers.find((word) => clause.includes(word))
    const told = receives === undefined ? clause : clause.slice(0, clause.indexOf(receives))
    const word = senders.find((own) => told.includes(own))
    if (word === undefined) return false
    const after = told.indexOf(word) + word.length
    return !helpedEndings.some((ending) => told.startsWith(ending, after))
  }

  /** True for a body's name that opens a clause, with its place or without: 省卫健委拨付…. */
  opensAsActor({ start }: Span): boolean {
    const from = this.named.clauseStart(start)
    if (start - from > MAX_MARKER) return false
    const { locatives } = this.cues.words
    for (let at = from + 1; at <= start; at++) {
      if (this.cues.objectMarkers.longest(this.body, at, from) !== -1) return false
      if (locatives.includes(this.body.slice(at - 1, at))) return false
    }
    return true
  }

  /** True where the clause opens with 协助 or the like, and names nobody that is helped. */
  helpsSomeone({ start, end }: Span): boolean {
    if (start - this.named.clauseStart(start) > MAX_ADVERBS) return false
    const next = this.entities[this.named.countBefore(end)]?.span.start
    return next === undefined || this.named.clauseStart(next) !== this.named.clauseStart(start)
  }

  /** 市中医院奉化分院: true for a name that only heads a branch's name, which is not known. */
  headsBranch({ end }: Span): boolean {
    const [behind = ''] = /^[\u4e00-\u9fff]*/.exec(this.body.slice(end, end + MAX_MARKER)) ?? []
    return this.cues.words.branchEndings.some((ending) => behind.includes(ending))
  }

  /** The same where it is no other name of one before it, in brackets. */
  isBranch(span: Span): boolean {
    return this.headsBranch(span) && !/[（(]$/.test(this.before(span.start))
  }

  /** 孝丰分院: true for a branch that opens a clause by its place, known by no name. */
  isNamedByPlace(span: Span): boolean {
    const length = span.start - this.named.clauseStart(span.start)
    return (
      length > 0 && length <= MAX_ADVERBS && !this.isCovered(span) && !this.startsAt(span.start)
    )
  }

  /** True for the second of 甲和乙, where the words behind tell that what follows is said of both. */
  isJoint({ start, end }: Span): boolean {
    if (!this.cues.words.jointly.some((word) => this.body.startsWith(word, end))) return false
    const joint = /[、和及与同]$/.exec(this.before(start))
    return joint !== null && this.endingAt.get(start - 1)?.value.type === 'entity'
  }

  /** The one named last before `at` in the sentence that sends nobody and has another beside it that does. */
  hostBefore(at: number): Mention | null {
    const last = this.named.countBefore(at) - 1
    for (let index = last; index >= Math.max(0, last - MOST_LOOKED_AT); index--) {
      const entity = this.entities[index]!
      if (entity.span.end <= at && !this.isSender(entity.span)) return entity
    }
    return null
  }

  /** The institution named last before `at` that plays another part than the subject's: 与乙医院. */
  objectBefore(at: number): Mention | null {
    const last = this.named.countBefore(at) - 1
    for (let index = last; index >= Math.max(0, last - MOST_LOOKED_AT); index--)
      if (this.objectStarts.has(this.entities[index]!.span.start)) return this.entities[index]!
    return null
  }

  /** True where a part of the sentence behind ； begins. */
  opensPart({ start }: Span): boolean {
    return /[；;]$/.test(this.before(start))
  }

  /** True where a predicate follows a place: 海南已…, 全市共…. */
  acts({ end }: Span): boolean {
    return this.cues.words.predicates.some((word) => this.body.startsWith(word, end))
  }

  /** True inside a quotation, as far as the sentence shows. */
  isQuoted({ start }: Span): boolean {
    const before = this.body.slice(Math.max(this.sentence.span.start, start - MAX_QUOTED), start)
    return before.lastIndexOf('“') > before.lastIndexOf('”')
  }

  /** True where a mention stands over the words. */
  isCovered({ start, end }: Span): boolean {
    const count = bisect(this.mentions.length, (index) => this.mentions[index]!.span.start < end)
    return count > 0 && this.reach[count - 1]! > start
  }

  /** True where the words name the institution by its title, not the title's programme or another's. */
  isDesignation({ start, end }: Span): boolean {
    const after = this.body.slice(end, end + MAX_MARKER)
    if (this.cues.words.notAfterDesignation.some((word) => after.startsWith(word))) return false
    const next = bisect(this.mentions.length, (index) => this.mentions[index]!.span.start < end)
    if (this.mentions[next]?.span.start === end) return false
    return this.startsAt(start) || this.before(start).endsWith('的')
  }

  /** True for the place of a body that reports: 据云林县卫生局统计,…. */
  reports(place: Span): boolean {
    if (place.start - this.named.clauseStart(place.start) > MAX_ADVERBS) return false
    const clause =
      /^[^，,；;。：:]{0,24}[，,：:]/.exec(this.body.slice(place.end, place.end + 25))?.[0] ?? ''
    const { authorities, reporting } = this.cues.words
    return (
      authorities.some((word) => clause.slice(0, MAX_BODY_NAME).includes(word)) &&
      reporting.some((word) => clause.includes(word))
    )
  }

  /** True where a place only begins another name: 四川大学, 湖南省卫生健康委员会. */
  isPartOfName(place: Span): boolean {
    if (this.acts(place)) return false
    const after = this.body.slice(place.end, place.end + MAX_BODY_NAME)
    const name = /^[\u4e00-\u9fff]*/.exec(after)?.[0] ?? ''
    const { notAfterRegion, bodyEndings } = this.cues.words
    if (notAfterRegion.some((word) => name.startsWith(word))) return true
    return bodyEndings.some((ending) => name.includes(ending))
  }

  /** The institution named last before `at` that can be a subject. */
  subjectBefore(at: number): Mention | null {
    let index = this.lastSubject[this.named.countBefore(at) - 1] ?? -1
    while (index >= 0 && this.entities[index]!.span.end > at)
      index = this.lastSubject[index - 1] ?? -1
    return this.entities[index] ?? null
  }

  /** The one named last in an earlier clause of the sentence than the one that `at` stands in. */
  subjectBeforeClause(at: number): Mention | null {
    return this.subjectBefore(this.named.clauseStart(at))
  }

  private before(at: number): string {
    return this.body.slice(Math.max(this.sentence.span.start, at - MAX_MARKER), at)
  }
}

const MAX_MARKER = 6
const MAX_ADVERBS = 4
const MAX_BODY_NAME = 8
const MAX_PREDICATE = 24
const MAX_QUOTED = 200
const MOST_LOOKED_AT = 20
