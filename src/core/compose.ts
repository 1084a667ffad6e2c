import type { Edit } from './edit.js'
import type { Histories } from './history.js'
import { type Runs, RunsBuilder } from './runs.js'

/**
 * An edit widened to whole runs, so that no run is torn whose inside has no places of its own. There
 * is one at a time, used again for the next.
 */
interface Change {
  start: number
  end: number
  text: string
  /** Where the last edit merged into this change ends; the text from there to `end` is kept. */
  editEnd: number
  /** The step of its first edit, -1 before there is one, and the other steps of those merged. */
  step: number
  others: readonly number[]
}

const NONE: readonly number[] = []

/** The runs of the text that `edits` make of `text`; `edits` are sorted, disjoint and in range. */
export function composeRuns(
  text: string,
  runs: Runs,
  edits: readonly Edit[],
  histories: Histories,
): { text: string; runs: Runs } {
  const cursor = new Cursor(runs, histories)
  const pieces: string[] = []
  let position = 0
  widen(text, runs, edits, histories, (change) => {
    pieces.push(text.slice(position, change.start), change.text)
    cursor.copyTo(change.start)
    cursor.replace(change)
    position = change.end
  })
  pieces.push(text.slice(position))
  cursor.copyRest()
  return { text: pieces.join(''), runs: cursor.built.build() }
}

/**
 * Calls `apply` for each change, in order. Edits that touch the inside of a whole run take in all of
 * it; several in one run become one.
 */
function widen(
  text: string,
  runs: Runs,
  edits: readonly Edit[],
  histories: Histories,
  apply: (change: Change) => void,
): void {
  const change: Change = { start: 0, end: 0, text: '', editEnd: 0, step: -1, others: NONE }
  const close = (): void => {
    if (change.step === -1) return
    if (change.editEnd < change.end) change.text += text.slice(change.editEnd, change.end)
    apply(change)
  }
  let run = 0
  for (const edit of edits) {
    while (run < runs.count && runs.textStart[run + 1]! <= edit.start) run++
    let start = edit.start
    if (isWhole(runs, run) && runs.textStart[run]! < start) start = runs.textStart[run]!
    let end = edit.end
    let last = run
    while (last < runs.count && runs.textStart[last + 1]! < end) last++
    if (isWhole(runs, last) && runs.textStart[last]! < end) end = runs.textStart[last + 1]!
    const step = histories.stepOf(edit)
    if (change.step !== -1 && start < change.end) {
      change.text += text.slice(change.editEnd, edit.start) + edit.replacement
      change.end = Math.max(change.end, end)
      if (step !== change.step && !change.others.includes(step))
        change.others = [...change.others, step]
    } else {
      close()
      change.start = start
      change.end = end
      change.text = text.slice(start, edit.start) + edit.replacement
      change.step = step
      change.others = NONE
    }
    change.editEnd = edit.end
  }
  close()
}

function isWhole(runs: Runs, run: number): boolean {
  if (run >= runs.count || runs.linear[run] === 1) return false
  return runs.textStart[run + 1]! > runs.textStart[run]!
}

/** Walks the old runs once, writing the new ones. */
class Cursor {
  readonly built = new RunsBuilder()
  private run = 0
  /** How many characters of the current (linear) run are already written. */
  private offset = 0

  constructor(
    private readonly runs: Runs,
    private readonly histories: Histories,
  ) {}

  /** Copies runs that end before, or linear ones up to, `position`; gaps standing there wait. */
  copyTo(position: number): void {
    while (this.run < this.runs.count && this.textAt() < position) {
      const length = Math.min(this.textEnd(), position) - this.textAt()
      if (this.runs.linear[this.run] === 1) {
        this.built.pushLinear(length, this.runs.history[this.run]!)
        this.advance(length)
      } else this.copyUnit()
    }
  }

  copyRest(): void {
    while (this.run < this.runs.count) {
      if (this.runs.linear[this.run] === 1) {
        this.built.pushLinear(this.textEnd() - this.textAt(), this.runs.history[this.run]!)
        this.next()
      } else this.copyUnit()
    }
  }

  replace(change: Change): void {
    if (change.start === change.end) {
      this.built.pushWhole(change.text.length, 0, this.extend(0, change))
      return
    }
    while (this.isGap() && this.textAt() === change.start) this.copyUnit()
    if (change.text === '') this.remove(change)
    else if (change.text.length === change.end - change.start && this.isLinearUpTo(change.end))
      this.rewrite(change)
    else this.substitute(change)
  }

  /** Everything up to the change's end becomes gaps; gaps inside keep their own reason. */
  private remove(change: Change): void {
    while (this.run < this.runs.count && this.textAt() < change.end) {
      if (this.isGap()) {
        this.copyUnit()
        continue
      }
      const length = Math.min(this.textEnd(), change.end) - this.textAt()
      const linear = this.runs.linear[this.run] === 1
      const history = this.extend(this.runs.history[this.run]!, change)
      this.built.pushGap(linear ? length : this.sourceLength(), history)
      this.advance(length)
    }
  }

  /** Character for character, so that what was dropped in between stays dropped on its own. */
  private rewrite(change: Change): void {
    while (this.run < this.runs.count && this.textAt() < change.end) {
      if (this.isGap()) {
        this.copyUnit()
        continue
      }
      const length = Math.min(this.textEnd(), change.end) - this.textAt()
      this.built.pushLinear(length, this.extend(this.runs.history[this.run]!, change))
      this.advance(length)
    }
  }

  /** One whole run from the first to the last source character concerned. */
  private substitute(change: Change): void {
    let history = 0
    let sourceLength = 0
    while (this.run < this.runs.count && this.textAt() < change.end) {
      history = this.histories.union(history, this.runs.history[this.run]!)
      const length = Math.min(this.textEnd(), change.end) - this.textAt()
      sourceLength += this.runs.linear[this.run] === 1 ? length : this.sourceLength()
      this.advance(length)
    }
    this.built.pushWhole(change.text.length, sourceLength, this.extend(history, change))
  }

  private isLinearUpTo(end: number): boolean {
    for (let run = this.run; run < this.runs.count && this.runs.textStart[run]! < end; run++)
      if (isWhole(this.runs, run)) return false
    return true
  }

  private extend(history: number, change: Change): number {
    let extended = this.histories.extend(history, change.step)
    for (const step of change.others) extended = this.histories.extend(extended, step)
    return extended
  }

  private copyUnit(): void {
    const length = this.textEnd() - this.textAt()
    this.built.pushWhole(length, this.sourceLength(), this.runs.history[this.run]!)
    this.next()
  }

  private textAt(): number {
    return this.runs.textStart[this.run]! + this.offset
  }

  private textEnd(): number {
    return this.runs.textStart[this.run + 1]!
  }

  private sourceLength(): number {
    return this.runs.sourceStart[this.run + 1]! - this.runs.sourceStart[this.run]!
  }

  private isGap(): boolean {
    return this.run < this.runs.count && this.textEnd() === this.runs.textStart[this.run]!
  }

  private advance(length: number): void {
    this.offset += length
    if (this.runs.textStart[this.run]! + this.offset >= this.textEnd()) this.next()
  }

  private next(): void {
    this.run++
    this.offset = 0
  }
}
