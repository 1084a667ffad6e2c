import type { Segmenter } from '../core/segmenter.js'
import type { Span } from '../core/span.js'

/** A stretch of text that stands in the midst of a word: without it, the word is whole. */
export interface Break extends Span {
  /** The word that it breaks. */
  readonly word: string
}

/** Finds stretches that break words, such as those that were put into a text by a program. */
export class BreakFinder {
  /** Whether a word stands across the joint of a character and the two behind it. */
  private readonly joints = new Map<string, boolean>()

  constructor(private readonly segmenter: Segmenter) {}

  /**
   * The breaks in a line that `mayBreak` lets through, in text order, of each start the first. Cheap
   * where few do; `mayBreak` is asked with the hash of the stretch's characters so far.
   */
  find(line: string, mayBreak: (hash: number) => boolean): Break[] {
    const breaks: Break[] = []
    for (let start = 1; start + SHORTEST < line.length; start++) {
      if (!isHan(line.charCodeAt(start - 1))) continue
      let hash = 0
      const latest = Math.min(start + LONGEST, line.length - 1)
      for (let end = start; end < latest;) {
        const unit = line.charCodeAt(end++)
        if (!isHan(unit)) break
        hash = addToHash(hash, unit)
        if (end - start < SHORTEST || !mayBreak(hash)) continue
        const word = this.brokenWord(line, { start, end })
        if (word === null) continue
        breaks.push({ start, end, word })
        break
      }
    }
    return breaks
  }

  /** The word that the stretch breaks; null if it breaks none. */
  brokenWord(line: string, { start, end }: Span): string | null {
    // Three characters tell most places apart, and are soon known.
    const near = line.charAt(start - 1)
    const behind = line.slice(end, end + 2)
    const key = `${near}${behind}`
    let isJoint = this.joints.get(key)
    if (isJoint === undefined) {
      isJoint = this.wordAcross(near, behind) !== null
      if (this.joints.size >= MOST_JOINTS) this.joints.clear()
      this.joints.set(key, isJoint)
    }
    if (!isJoint) return null
    const before = line.slice(Math.max(0, start - CONTEXT), start)
    return this.wordAcross(before, line.slice(end, end + CONTEXT))
  }

  /** A word of the dictionary across the joint, whose halves are no words with their neighbours. */
  private wordAcross(before: string, behind: string): string | null {
    if (!isHan(before.charCodeAt(before.length - 1)) || !isHan(behind.charCodeAt(0))) return null
    const last = this.segmenter.cut(before).at(-1) ?? ''
    if (last.length > 1) return null
    let end = 0
    for (const { word, tag } of this.segmenter.tag(before + behind)) {
      const start = end
      end += word.length
      if (end <= before.length) continue
      return start < before.length && word.length > 1 && tag !== 'x' ? word : null
    }
    return null
  }
}

/** Adds a character to the hash of those before it; the hash of nothing is 0. */
export function addToHash(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x01000193) ^ 0x5bd1e995
  return mixed ^ (mixed >>> 13)
}

export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}

/** How long a stretch is, in characters. */
export const SHORTEST = 3
export const LONGEST = 10
const CONTEXT = 8
const MOST_JOINTS = 1_000_000
