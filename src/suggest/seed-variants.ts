import { sliceSpan, type Span } from '../core/span.js'

/** A stretch of a line that is nearly a known seed: one character is another, or signs part it. */
export interface SeedVariant extends Span {
  readonly seed: string
}

/** Finds what is written nearly as a known seed is, to slip past lists: 百家楽, 百-家-乐. */
export class VariantFinder {
  /** Seeds by the same with one character left open. */
  private readonly masked = new Map<string, string>()
  private readonly seeds: ReadonlySet<string>
  private readonly lengths: readonly number[]

  /** Shorter seeds are left out: with one character changed they are another word. */
  constructor(seeds: readonly string[]) {
    const long = seeds.filter((seed) => seed.length >= SHORTEST_SEED)
    this.seeds = new Set(long)
    this.lengths = [...new Set(long.map((seed) => seed.length))]
    for (const seed of long)
      for (let open = 0; open < seed.length; open++) this.masked.set(mask(seed, open), seed)
  }

  find(line: string): SeedVariant[] {
    const { letters, offsets } = lettersOf(line)
    const found: SeedVariant[] = []
    for (let at = 0; at < letters.length; at++)
      for (const length of this.lengths) {
        const window = letters.slice(at, at + length)
        if (window.length < length) continue
        const span = { start: offsets[at]!, end: offsets[at + length - 1]! + 1 }
        const seed = this.seedOf(window, sliceSpan(line, span))
        if (seed !== null) found.push({ ...span, seed })
      }
    return found
  }

  /** The seed that `letters` are but for one, or that `written` has signs in; else null. */
  private seedOf(letters: string, written: string): string | null {
    if (this.seeds.has(letters)) return written === letters ? null : letters
    if (written !== letters) return null
    for (let open = 0; open < letters.length; open++) {
      const seed = this.masked.get(mask(letters, open))
      if (seed !== undefined) return seed
    }
    return null
  }
}

function mask(text: string, open: number): string {
  return `${text.slice(0, open)}?${text.slice(open + 1)}`
}

/** The letters and digits of a line, and where each stands. */
function lettersOf(line: string): { letters: string; offsets: readonly number[] } {
  const found = [...line.matchAll(LETTER)]
  return {
    letters: found.map(([letter]) => letter).join(''),
    offsets: found.map(({ index }) => index),
  }
}

const SHORTEST_SEED = 3
/** One code unit each, so that windows are as long as seeds. */
const LETTER = /[a-zA-Z0-9\u4e00-\u9fff]/g
