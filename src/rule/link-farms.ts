import { z } from 'zod'
import { Automaton } from '../dictionary/automaton.js'
import type { PhraseList } from '../dictionary/phrase-lists.js'
import type { LineSpan } from './line-rules.js'

/** How much of a line the words of link-farm titles must fill, and how many of them there must be. */
export const farmLimitsSchema = z.strictObject({
  /** Up to how many characters a line is short. */
  shortLine: z.number().int().default(40),
  shortShare: z.number().default(0.45),
  shortTitles: z.number().int().default(2),
  longShare: z.number().default(0.2),
  longTitles: z.number().int().default(5),
})

export type FarmLimits = Readonly<z.infer<typeof farmLimitsSchema>>

/** What a line is as a line of titles: the list that makes it spam, or null. */
export interface FarmVerdict {
  readonly entry: string | null
  readonly titleWords: number
}

/** The words of titles in a line: how much they fill, where the last ends, which they are. */
interface FarmWords {
  covered: number
  end: number
  /** Lines of a report about such pages hold none of theirs as titles. */
  isReport: boolean
  entry: string | null
  readonly strong: Set<number>
  readonly phrases: Set<number>
}

/**
 * Knows titles of pornographic or gambling pages by the words they are made of: a
 * line full of them, and lines between and beside such lines that have some. A line needs one word
 * that stands in such titles only; `国产` and `高清` are everyone's.
 */
export class FarmFinder {
  private readonly automaton: Automaton
  private readonly phrases: readonly { readonly id: string; readonly role: string }[]

  constructor(
    lists: readonly PhraseList[],
    private readonly limits: FarmLimits,
  ) {
    const used = new Map<string, { readonly id: string; readonly role: string }>()
    for (const role of ROLES)
      for (const list of lists)
        if (list.role === role)
          for (const phrase of list.phrases)
            if (!used.has(phrase)) used.set(phrase, { id: list.id, role })
    this.automaton = new Automaton([...used.keys()])
    this.phrases = [...used.values()]
  }

  /** For each line the id of the list that makes it spam, or null; `lines` are in text order. */
  find(text: string, lines: readonly LineSpan[]): (string | null)[] {
    return this.judge(text, lines).map(({ entry }) => entry)
  }

  /** The same, with how many words of titles alone each line holds. */
  judge(text: string, lines: readonly LineSpan[]): FarmVerdict[] {
    const words = this.wordsOf(text, lines)
    const found = lines.map((line, index) => {
      const count = words[index]
      return count !== undefined && this.isFarm(text, line, count) ? count.entry : null
    })
    if (words.some((count) => count !== undefined && count.strong.size > 0))
      this.spread(text, lines, words, found)
    return found.map((entry, index) => ({ entry, titleWords: words[index]?.strong.size ?? 0 }))
  }

  /**
   * Titles that stand in the same line as sentences: runs of pieces between spaces and bars. `spans`
   * are sentences, in text order; so are the runs, each with the id of the list that makes it spam.
   */
  findRuns(text: string, spans: readonly LineSpan[]): (LineSpan & { readonly entry: string })[] {
    const words = this.wordsOf(text, spans)
    return spans.flatMap((span, index) => {
      const count = words[index]
      if (count === undefined || count.isReport || count.phrases.size < FEWEST_IN_RUN) return []
      if (count.strong.size < 2) return []
      const pieces = piecesOf(text, span)
      const inPieces = this.wordsOf(text, pieces)
      const isTitle = pieces.map((piece, at) => this.isTitle(piece, inPieces[at]))
      const first = isTitle.indexOf(true)
      const last = isTitle.lastIndexOf(true)
      // Real words between two titles are a sentence with an injected phrase, not a farm.
      if (first === -1 || isTitle.slice(first, last).includes(false)) return []
      const run = { start: pieces[first]!.start, end: pieces[last]!.end }
      const [inRun] = this.wordsOf(text, [run])
      const isLong = inRun !== undefined && inRun.phrases.size >= FEWEST_IN_RUN
      return isLong && count.entry !== null ? [{ ...run, entry: count.entry }] : []
    })
  }

  private wordsOf(text: string, lines: readonly LineSpan[]): (FarmWords | undefined)[] {
    const counts = new Array<FarmWords | undefined>(lines.length).fill(undefined)
    const [from, to] = [lines[0]?.start ?? 0, lines[lines.length - 1]?.end ?? 0]
    let at = 0
    this.automaton.scan(text.slice(from, to), (phrase, found, foundEnd) => {
      const [start, end] = [from + found, from + foundEnd]
      while (at < lines.length && lines[at]!.end <= start) at++
      const line = lines[at]
      if (line === undefined || line.start > start) return
      const { id, role } = this.phrases[phrase]!
      const count = (counts[at] ??= newWords())
      if (role === 'topic' || role === 'crime') {
        count.isReport = true
        return
      }
      count.covered += Math.max(0, end - Math.max(start, count.end))
      count.end = Math.max(count.end, end)
      count.phrases.add(phrase)
      if (role === 'plain') return
      count.strong.add(phrase)
      count.entry ??= id
    })
    return counts
  }

  private isFarm(text: string, { start, end }: LineSpan, words: FarmWords): boolean {
    const { shortLine, shortShare, shortTitles, longShare, longTitles } = this.limits
    const { covered, phrases, strong, isReport } = words
    if (strong.size === 0 || isReport) return false
    const length = end - start
    const isFull =
      length <= shortLine
        ? phrases.size >= shortTitles && covered >= length * shortShare
        : phrases.size >= longTitles && covered >= length * longShare
    return isFull && isTitleLike(text, start, end)
  }

  private isTitle({ start, end }: LineSpan, words: FarmWords | undefined): boolean {
    return words !== undefined && words.covered >= (end - start) * this.limits.shortShare
  }

  /**
   * Marks the rest of a block of titles: beside lines that are sure those that have a word of theirs,
   * and what stands between; three lines with such words are sure together.
   */
  private spread(
    text: string,
    lines: readonly LineSpan[],
    words: readonly (FarmWords | undefined)[],
    found: (string | null)[],
  ): void {
    let block: number[] = []
    const close = (): void => {
      const strong = block.filter((index) => (words[index]?.strong.size ?? 0) > 0)
      const entry = strong.map((index) => words[index]!.entry).find((id) => id !== null) ?? null
      const sure = block.filter((index) => found[index] !== null)
      const like = block.filter((index) => (words[index]?.phrases.size ?? 0) > 0)
      const isBlock =
        strong.length >= FEWEST_LINES || (sure.length > 0 && like.length >= FEWEST_LINES)
      const isMost = like.length * 2 > block.length
      if (isBlock && isMost && entry !== null)
        for (const index of block)
          if (index >= like[0]! && index <= like[like.length - 1]!) found[index] = entry
      block = []
    }
    for (const [index, { start, end }] of lines.entries()) {
      if (start === end) continue
      const isLike = found[index] !== null || isTitleLike(text, start, end)
      if (isLike && words[index]?.isReport !== true) block.push(index)
      else if (block.length > 0) close()
    }
    close()
  }
}

function newWords(): FarmWords {
  return {
    covered: 0,
    end: 0,
    isReport: false,
    entry: null,
    strong: new Set(),
    phrases: new Set(),
  }
}

/** False for what has the signs of a sentence. A very long line is judged by its beginning. */
function isTitleLike(text: string, start: number, end: number): boolean {
  return !SENTENCE.test(text.slice(start, Math.min(end, start + JUDGED)))
}

function piecesOf(text: string, { start, end }: LineSpan): LineSpan[] {
  const pieces: LineSpan[] = []
  for (const { index, 0: piece } of text.slice(start, end).matchAll(PIECE))
    pieces.push({ start: start + index, end: start + index + piece.length })
  return pieces
}

/** Of a phrase with several roles that which comes first counts. */
const ROLES: readonly string[] = ['title', 'seed', 'plain', 'topic', 'crime']
const FEWEST_LINES = 3
const FEWEST_IN_RUN = 4
const JUDGED = 2000
const SENTENCE = /[。；;]|[！？!?](?!$)/
const PIECE = /[^\s|｜丨/、,，_·•]+/g
