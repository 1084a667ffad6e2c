/**
 * How a text stands on its source, as a table of runs that tile both in order. A run is
 * - linear: as many characters in the text as in the source, one for one;
 * - whole: the run's text stands for the run's source as a unit (a length-changing replacement);
 * - a gap: source that has no text any more.
 * Typed arrays, so that a page costs some bytes a run and nothing a character.
 */
export interface Runs {
  readonly count: number
  /** Where each run starts in the text; one entry more than runs, the last is the text's length. */
  readonly textStart: Uint32Array
  /** Where each run starts in the source; one entry more than runs, the last is the source's length. */
  readonly sourceStart: Uint32Array
  /** The number of each run's history (see `Histories`). */
  readonly history: Uint32Array
  /** 1 for a linear run, 0 for a whole run or a gap. */
  readonly linear: Uint8Array
}

/** Collects runs in order, joining neighbours that are alike. */
export class RunsBuilder {
  private readonly textStart: number[] = []
  private readonly sourceStart: number[] = []
  private readonly history: number[] = []
  private readonly linear: number[] = []
  private textLength = 0
  private sourceLength = 0

  pushLinear(length: number, history: number): void {
    if (length === 0) return
    const last = this.history.length - 1
    if (last < 0 || this.linear[last] !== 1 || this.history[last] !== history) this.open(history, 1)
    this.textLength += length
    this.sourceLength += length
  }

  /** A run whose text stands for its source as a whole; `sourceLength` may be 0 (an insertion). */
  pushWhole(textLength: number, sourceLength: number, history: number): void {
    if (textLength === 0) {
      this.pushGap(sourceLength, history)
      return
    }
    this.open(history, 0)
    this.textLength += textLength
    this.sourceLength += sourceLength
  }

  pushGap(sourceLength: number, history: number): void {
    if (sourceLength === 0) return
    const last = this.history.length - 1
    const extendsGap =
      last >= 0 && this.textStart[last] === this.textLength && this.history[last] === history
    if (!extendsGap) this.open(history, 0)
    this.sourceLength += sourceLength
  }

  build(): Runs {
    return {
      count: this.history.length,
      textStart: closeStarts(this.textStart, this.textLength),
      sourceStart: closeStarts(this.sourceStart, this.sourceLength),
      history: new Uint32Array(this.history),
      linear: new Uint8Array(this.linear),
    }
  }

  private open(history: number, linear: 0 | 1): void {
    this.textStart.push(this.textLength)
    this.sourceStart.push(this.sourceLength)
    this.history.push(history)
    this.linear.push(linear)
  }
}

function closeStarts(starts: readonly number[], end: number): Uint32Array {
  const closed = new Uint32Array(starts.length + 1)
  closed.set(starts)
  closed[starts.length] = end
  return closed
}

/** The first run that ends after `offset`; `count` if there is none. */
export function firstEndingAfter(starts: Uint32Array, count: number, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle + 1]! > offset) high = middle
    else low = middle + 1
  }
  return low
}
