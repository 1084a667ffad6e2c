import { dropSpan, type Edit, replaceSpan } from '../../core/edit.js'
import { type DropRule, kindOf, ORIGINS } from './origins.js'
import { BLANK, COLLAPSIBLE, joinsAcrossLineBreak, SOLID, spacingOf } from './white-space.js'

/** Is told of every line, so that it can say what the line stands in. */
export interface LineListener {
  /** A line begins with the characters to come. */
  begin(): void
  /** Characters are added to the line. */
  add(count: number): void
  end(): void
}

/** A stretch of source behind the last kept character, up to the next gap or character to keep. */
interface Gap {
  readonly start: number
  readonly rule: DropRule
  /** What stands there if the line goes on behind it: blanks that are not collapsed; else ''. */
  readonly blank: string
}

/**
 * Turns a page's source, given piece by piece in order, into the edits that make lines of it:
 * drops what is not text, decodes entities, puts line breaks between lines, collapses white space
 * as a browser does. No line is empty, and none begins or ends with white space.
 */
export class LineWriter {
  readonly edits: Edit[] = []
  private readonly gaps: Gap[] = []
  /** Where the last kept character ends in the source, and the code unit that it is. */
  private keptEnd = 0
  private lastUnit = 0
  private isInLine = false
  private hasLines = false
  /** A drop in the making: it reaches from the last kept or replaced character to `dropEnd`. */
  private dropStart = 0
  private dropEnd = 0
  private dropRule: DropRule = 'tag'

  constructor(
    private readonly source: string,
    private readonly lines: LineListener,
  ) {}

  /** What follows from `start` on and is not kept is dropped by `rule`. */
  drop(start: number, rule: DropRule): void {
    this.openGap(start, rule, '')
  }

  /** The next character that is kept begins a new line. */
  endLine(): void {
    if (!this.isInLine) return
    this.isInLine = false
    this.lines.end()
  }

  /** Text, its white space collapsed. */
  text(start: number, end: number): void {
    let at = start
    while (at < end) {
      const spacing = spacingOf(this.source.charCodeAt(at))
      let next = at + 1
      if (spacing === SOLID) {
        next = this.solidUpTo(next, end)
        this.keep(at, next)
      } else {
        while (next < end && spacingOf(this.source.charCodeAt(next)) === spacing) next++
        this.openGap(at, 'space', spacing === BLANK ? this.source.slice(at, next) : '')
      }
      at = next
    }
  }

  /** Text whose line breaks end lines and whose spaces inside a line are all kept. */
  preformatted(start: number, end: number): void {
    let at = start
    while (at < end) {
      const unit = this.source.charCodeAt(at)
      let next = at + 1
      if (spacingOf(unit) === SOLID) {
        next = this.solidUpTo(next, end)
        this.keep(at, next)
      } else if (unit === 0x20 || unit === 0x09 || spacingOf(unit) === BLANK) {
        this.openGap(at, 'space', this.source.charAt(at))
      } else {
        this.endLine()
        this.openGap(at, 'space', '')
      }
      at = next
    }
  }

  /** `characters` (not empty) stand for the source from `start` to `end`. */
  replace(start: number, end: number, characters: string): void {
    const spacing = spacingOf(characters.charCodeAt(0))
    if (spacing !== SOLID) {
      this.openGap(start, 'space', spacing === COLLAPSIBLE ? '' : characters)
      return
    }
    this.closeGaps(start, characters.charCodeAt(0))
    this.edits.push(replaceSpan({ start, end }, characters, ORIGINS.entity))
    this.advance(end, characters.charCodeAt(characters.length - 1))
    this.lines.add(characters.length)
  }

  /** Ends the last line and drops the rest of the source. */
  finish(): void {
    this.endLine()
    this.dropGaps(this.source.length)
  }

  /** The end of a stretch of solid characters and of single spaces between them. */
  private solidUpTo(from: number, end: number): number {
    const { source } = this
    let at = from
    while (at < end) {
      const unit = source.charCodeAt(at)
      if (spacingOf(unit) === SOLID) at++
      else if (unit === 0x20 && at + 1 < end && spacingOf(source.charCodeAt(at + 1)) === SOLID)
        at += 2
      else break
    }
    return at
  }

  private keep(start: number, end: number): void {
    this.closeGaps(start, this.source.charCodeAt(start))
    this.advance(end, this.source.charCodeAt(end - 1))
    this.lines.add(end - start)
  }

  private advance(end: number, lastUnit: number): void {
    this.keptEnd = end
    this.dropStart = end
    this.dropEnd = end
    this.lastUnit = lastUnit
  }

  private openGap(start: number, rule: DropRule, blank: string): void {
    const last = this.gaps[this.gaps.length - 1]
    const goesOn = last !== undefined && blank === '' && last.blank === ''
    if (goesOn && (last.rule === rule || (rule === 'space' && !this.isInLine))) return
    this.gaps.push({ start, rule, blank })
  }

  /** Decides on what lies between the last kept character and the one at `next`. */
  private closeGaps(next: number, unit: number): void {
    if (this.isInLine) {
      if (next > this.keptEnd) this.closeGapsInLine(next, unit)
      return
    }
    if (this.hasLines) {
      const here = { start: this.keptEnd, end: this.keptEnd }
      this.edits.push(replaceSpan(here, '\n', ORIGINS.lineBreak))
    }
    this.dropGaps(next)
    this.isInLine = true
    this.hasLines = true
    this.lines.begin()
  }

  private dropGaps(next: number): void {
    for (const [index, gap] of this.gaps.entries())
      this.extendDrop(this.gaps[index + 1]?.start ?? next, gap.rule)
    this.extendDrop(next, 'tag')
    this.flushDrop()
    this.gaps.length = 0
  }

  private closeGapsInLine(next: number, unit: number): void {
    const space = this.gaps.some(({ blank }) => blank !== '') ? -1 : this.spaceToKeep(next, unit)
    for (const [index, { start, rule, blank }] of this.gaps.entries()) {
      const end = this.gaps[index + 1]?.start ?? next
      if (blank !== '') this.keepBlank(start, end, blank)
      else if (space >= start && space < end) {
        this.extendDrop(space, rule)
        this.keepSpace(space)
        this.extendDrop(end, rule)
      } else this.extendDrop(end, rule)
    }
    this.extendDrop(next, 'tag')
    this.flushDrop()
    this.gaps.length = 0
  }

  /** The offset of the white space that stays as one space before `unit`; -1 where none does. */
  private spaceToKeep(next: number, unit: number): number {
    const index = this.gaps.findIndex(({ rule }) => rule === 'space')
    if (index < 0) return -1
    const { start } = this.gaps[index]!
    const run = this.source.slice(start, this.gaps[index + 1]?.start ?? next)
    const isWrapped = this.gaps.length === 1 && /[\n\r\f\u2028\u2029]/.test(run)
    if (isWrapped && joinsAcrossLineBreak(this.lastUnit, unit)) return -1
    return start + Math.max(0, run.indexOf(' '))
  }

  private keepBlank(start: number, end: number, blank: string): void {
    this.extendDrop(start, 'space')
    this.flushDrop()
    if (this.source.slice(start, end) !== blank)
      this.edits.push(replaceSpan({ start, end }, blank, ORIGINS.entity))
    this.advance(end, blank.charCodeAt(0))
    this.lines.add(blank.length)
  }

  private keepSpace(at: number): void {
    this.flushDrop()
    if (this.source.charCodeAt(at) !== 0x20)
      this.edits.push(replaceSpan({ start: at, end: at + 1 }, ' ', ORIGINS.space))
    this.advance(at + 1, 0x20)
    this.lines.add(1)
  }

  /** Space beside markup is the layout of its source, and goes with it. */
  private extendDrop(end: number, rule: DropRule): void {
    if (end <= this.dropEnd) return
    const isEmpty = this.dropStart === this.dropEnd
    if (!isEmpty && this.dropRule !== 'space' && rule !== 'space' && rule !== this.dropRule)
      this.flushDrop()
    if (this.dropStart === this.dropEnd || this.dropRule === 'space') this.dropRule = rule
    this.dropEnd = end
  }

  private flushDrop(): void {
    const { dropStart: start, dropEnd: end, dropRule: rule } = this
    if (end > start) this.edits.push(dropSpan({ start, end }, kindOf(rule), ORIGINS[rule]))
    this.dropStart = end
  }
}
