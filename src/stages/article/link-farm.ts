import { Automaton } from '../../dictionary/automaton.js'
import type { PhraseList } from '../../dictionary/phrase-lists.js'
import type { LineSpan } from '../../rule/line-rules.js'

/** How much of a line the words of link-farm titles must fill, and how many of them there must be. */
export interface FarmLimits {
  readonly shortLine: number
  readonly shortShare: number
  readonly shortTitles: number
  readonly longShare: number
  readonly longTitles: number
}

/** The words of titles in a line: how much they fill, where the last ends, which they are. */
interface FarmWords {
  covered: number
  end: number
  readonly phrases: Set<number>
}

/** Knows lines that are (rows of) titles of pornographic or gambling pages by their words. */
export class FarmFinder {
  private readonly automaton: Automaton
  private readonly ids: readonly string[]

  constructor(
    lists: readonly PhraseList[],
    private readonly limits: FarmLimits,
  ) {
    const phrases = lists
      .filter(({ role }) => role === 'title' || role === 'seed')
      .flatMap(({ id, phrases }) => phrases.map((phrase) => ({ id, phrase })))
    this.automaton = new Automaton(phrases.map(({ phrase }) => phrase))
    this.ids = phrases.map(({ id }) => id)
  }

  /** For each line the id of the list that makes it spam, or null; `lines` are in text order. */
  find(text: string, lines: readonly LineSpan[]): (string | null)[] {
    const counts = new Array<FarmWords | undefined>(lines.length)
    let at = 0
    this.automaton.scan(text, (phrase, start, end) => {
      while (at < lines.length && lines[at]!.end <= start) at++
      const line = lines[at]
      if (line === undefined || line.start > start) return
      const count = (counts[at] ??= { covered: 0, end: 0, phrases: new Set() })
      count.covered += Math.max(0, end - Math.max(start, count.end))
      count.end = Math.max(count.end, end)
      count.phrases.add(phrase)
    })
    return lines.map(({ start, end }, index) => {
      const count = counts[index]
      if (count === undefined) return null
      const { covered, phrases } = count
      const [first] = phrases
      if (first === undefined || !this.isFarm(end - start, covered, phrases.size)) return null
      return text.slice(start, end).includes('。') ? null : this.ids[first]!
    })
  }

  private isFarm(length: number, covered: number, phrases: number): boolean {
    const { shortLine, shortShare, shortTitles, longShare, longTitles } = this.limits
    return length <= shortLine
      ? phrases >= shortTitles && covered >= length * shortShare
      : phrases >= longTitles && covered >= length * longShare
  }
}
