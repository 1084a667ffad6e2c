import type { Span } from '../../core/span.js'

/** A string of a script, as it stands between its quotes. */
export interface ScriptString extends Span {
  /** What it is the value of: a member, a variable; '' where that has no name. */
  readonly key: string
  /** Tells the array it stands in, its own key and its depth there; the same for one item and the next. */
  readonly series: string
  /** The bracket it stands in directly, by number. */
  readonly container: number
}

/**
 * The strings of a script that are values, in order, read without regard to whether the script is
 * JSON or a program, in time linear in its length. Numbers that are as long as a time stamp count.
 */
export function readScriptStrings(source: string, script: Span): ScriptString[] {
  return new ScriptReader(source, script).read()
}

/** An open bracket. */
interface Container {
  readonly number: number
  readonly key: string
  readonly isArray: boolean
  /** The innermost array around, this one included, and how deep its items lie. */
  readonly array: number
  readonly arrayDepth: number
}

class ScriptReader {
  private readonly strings: ScriptString[] = []
  private readonly containers: Container[] = []
  private opened = 0
  private key = ''
  private at: number
  /** A quote that is not closed before here, of each kind. */
  private readonly unclosed = new Map<number, number>()

  constructor(
    private readonly source: string,
    private readonly script: Span,
  ) {
    this.at = script.start
  }

  read(): ScriptString[] {
    const { source, script } = this
    while (this.at < script.end) {
      const unit = source.charCodeAt(this.at)
      if (unit === DOUBLE || unit === SINGLE || unit === BACKTICK) this.readString(unit)
      else if (isNameUnit(unit)) this.readName()
      else this.readSign(unit)
    }
    return this.strings
  }

  private readString(quote: number): void {
    const start = this.at + 1
    const end = this.endOfString(start, quote)
    if (end < 0) {
      this.at = start
      return
    }
    this.at = end + 1
    if (this.source.charCodeAt(this.afterSpace()) === COLON) {
      this.key = end - start <= LONGEST_KEY ? this.source.slice(start, end) : ''
    } else if (end > start) this.add(start, end)
  }

  private readName(): void {
    const start = this.at
    while (this.at < this.script.end && isNameUnit(this.source.charCodeAt(this.at))) this.at++
    const next = this.afterSpace()
    const sign = this.source.charCodeAt(next)
    const isNamed =
      sign === COLON || (sign === EQUALS && this.source.charCodeAt(next + 1) !== EQUALS)
    const length = this.at - start
    if (isNamed) this.key = length <= LONGEST_KEY ? this.source.slice(start, this.at) : ''
    else if ((length === 10 || length === 13) && this.isNumber(start)) this.add(start, this.at)
  }

  private readSign(unit: number): void {
    this.at++
    switch (unit) {
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.open(unit === OPEN_BRACKET)
        break
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.containers.pop()
        this.key = ''
        break
      case COMMA:
      case SEMICOLON:
        this.key = ''
        break
      case SLASH:
        this.skipComment()
        break
    }
  }

  private open(isArray: boolean): void {
    const parent = this.containers[this.containers.length - 1]
    const depth = this.containers.length + 1
    const inherited = { array: parent?.array ?? 0, arrayDepth: parent?.arrayDepth ?? 0 }
    const number = ++this.opened
    const own = isArray ? { array: number, arrayDepth: depth } : inherited
    this.containers.push({ number, key: this.key || (parent?.key ?? ''), isArray, ...own })
    this.key = ''
  }

  private add(start: number, end: number): void {
    const container = this.containers[this.containers.length - 1]
    const key = this.key === '' && container?.isArray === true ? container.key : this.key
    const depth = this.containers.length - (container?.arrayDepth ?? 0)
    const place = container === undefined || container.array === 0 ? start : container.array
    const series = `${place}:${depth}:${key}`
    this.strings.push({ start, end, key, series, container: container?.number ?? 0 })
  }

  /** Where the string that begins at `start` is closed; -1 where it is none. */
  private endOfString(start: number, quote: number): number {
    const { source, script } = this
    if (start < (this.unclosed.get(quote) ?? 0)) return -1
    for (let at = start; at < script.end; at++) {
      const unit = source.charCodeAt(at)
      if (unit === BACKSLASH) at++
      else if (unit === quote) return at
      else if (unit === LINE_FEED && quote !== BACKTICK) {
        this.unclosed.set(quote, at)
        return -1
      }
    }
    this.unclosed.set(quote, script.end)
    return -1
  }

  private skipComment(): void {
    const next = this.source.charCodeAt(this.at)
    if (next !== SLASH && next !== ASTERISK) return
    const mark = next === SLASH ? '\n' : '*/'
    const found = this.source.indexOf(mark, this.at + 1)
    this.at = found < 0 || found > this.script.end ? this.script.end : found + mark.length
  }

  private afterSpace(): number {
    let at = this.at
    while (at < this.script.end && this.source.charCodeAt(at) <= 0x20) at++
    return at
  }

  private isNumber(start: number): boolean {
    for (let at = start; at < this.at; at++) {
      const unit = this.source.charCodeAt(at)
      if (unit < 0x30 || unit > 0x39) return false
    }
    return true
  }
}

function isNameUnit(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x5f ||
    unit === 0x24
  )
}

const LONGEST_KEY = 40
const LINE_FEED = 0x0a
const DOUBLE = 0x22
const SINGLE = 0x27
const ASTERISK = 0x2a
const COMMA = 0x2c
const SLASH = 0x2f
const COLON = 0x3a
const SEMICOLON = 0x3b
const EQUALS = 0x3d
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const BACKTICK = 0x60
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
