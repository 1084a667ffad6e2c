import { foldPunctuation } from './folding.js'
import { PatternError } from './pattern-syntax.js'

/** A compiled line pattern. */
export interface LinePattern {
  /**
   * Words of which at least one stands in every line that matches, Latin letters in lower case; null
   * if it can do without.
   */
  readonly literals: readonly string[] | null
  /** How lines that match begin, as `openingOf` gives it; null if they can begin with anything. */
  readonly openings: ReadonlySet<string> | null
  /** `line` is without outer white space, its punctuation folded (`foldPunctuation`). */
  matches(line: string): boolean
}

/**
 * Compiles a line pattern: words as they are, `( a | b )` one of several, `( … )?` optional, `…` any
 * characters, `#` a number, `^` and `$` the line's ends, a space for white space that may be there;
 * a single sign needs no brackets to be optional (`:?`), and `\` before a sign takes it as it is.
 * Half- and full-width punctuation are one.
 * `^ 上一(篇|页) :? …`
 *
 * A pattern is cut at `…` into pieces of bounded length that are looked for one behind the other, so
 * that matching is linear in the line.
 * @throws {PatternError} at the first place that cannot be read
 */
export function compileLinePattern(source: string): LinePattern {
  const compiler = new LineCompiler(source)
  const pieces = compiler.compile()
  const expressions = pieces.map((piece) => new RegExp(piece, piece.startsWith('^') ? 'iy' : 'ig'))
  return {
    literals: compiler.literals,
    openings: compiler.openings,
    matches: (line) => {
      let at = 0
      for (const expression of expressions) {
        expression.lastIndex = at
        if (!expression.test(line)) return false
        at = expression.lastIndex
      }
      return true
    },
  }
}

/**
 * The first character of a line as `openings` gives it: punctuation folded, in upper case. `line` is
 * without outer white space.
 */
export function openingOf(line: string): string {
  if (line === '' || isHan(line.charCodeAt(0))) return line.charAt(0)
  return foldPunctuation(line.charAt(0)).toUpperCase()
}

/** The characters most lines begin with, which have neither case nor width. */
function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}

/** A part of a pattern as an expression, and the words without which it cannot match. */
interface Part {
  readonly expression: string
  readonly literals: readonly string[] | null
  /** The characters it can begin with, white space aside. */
  readonly openings: readonly string[]
  /** True where it can stand for nothing but white space, so that the next part is the first. */
  readonly isOptional: boolean
}

class LineCompiler {
  literals: readonly string[] | null = null
  openings: ReadonlySet<string> | null = null
  private at = 0
  private depth = 0

  constructor(private readonly source: string) {}

  compile(): string[] {
    const pieces: string[] = []
    const start = this.take('^') ? '^\\s{0,9}' : ''
    for (;;) {
      const part = this.sequence()
      if (pieces.length === 0 && start !== '' && !part.isOptional)
        this.openings = new Set(part.openings)
      const piece = (pieces.length === 0 ? start : '') + part.expression
      this.literals = stronger(this.literals, part.literals)
      if (this.take('…')) {
        pieces.push(piece)
        continue
      }
      const end = this.take('$') ? '\\s{0,9}$' : ''
      if (this.at < this.source.length)
        throw new PatternError(`unexpected "${this.source.charAt(this.at)}".`, this.at)
      return [...pieces, piece + end].filter((expression) => expression !== '')
    }
  }

  private sequence(): Part {
    let expression = ''
    let literals: readonly string[] | null = null
    const openings: string[] = []
    let isOptional = true
    while (this.at < this.source.length && !'|)…'.includes(this.source.charAt(this.at))) {
      const character = this.source.charAt(this.at)
      if (character === '$') {
        if (this.depth === 0) break
        this.at++
        expression += '$'
        continue
      }
      const part = character === '(' ? this.group() : this.words()
      expression += part.expression
      literals = stronger(literals, part.literals)
      if (isOptional) openings.push(...part.openings)
      isOptional &&= part.isOptional
    }
    return { expression, literals, openings, isOptional }
  }

  private group(): Part {
    const open = this.at++
    this.depth++
    const options = [this.sequence()]
    while (this.take('|')) options.push(this.sequence())
    if (this.take('…')) throw new PatternError('… cannot stand in brackets.', this.at - 1)
    if (!this.take(')')) throw new PatternError('this bracket is never closed.', open)
    this.depth--
    const expression = `(?:${options.map((option) => option.expression).join('|')})`
    const openings = options.flatMap((option) => option.openings)
    if (this.take('?'))
      return { expression: `${expression}?`, literals: null, openings, isOptional: true }
    const isOptional = options.some((option) => option.isOptional)
    const needed = options.map(({ literals }) => literals)
    const literals = needed.includes(null) ? null : needed.flatMap((words) => words ?? [])
    return { expression, literals, openings, isOptional }
  }

  private words(): Part {
    let expression = ''
    let run = ''
    let longest = ''
    const openings: string[] = []
    let isOptional = true
    for (; this.at < this.source.length; this.at++) {
      const character = this.source.charAt(this.at)
      if (SPECIAL.includes(character)) break
      const sign = character === '\\' ? this.source.charAt(++this.at) : character
      expression += unitOf(sign, sign !== character)
      run = isFixed(sign, sign !== character) ? run + sign.toLowerCase() : ''
      if (run.length > longest.length) longest = run
      if (isOptional) openings.push(...openingsOf(sign, sign !== character))
      if (this.source.charAt(this.at + 1) === '?' && !/[\p{L}\s]/u.test(sign)) {
        expression += '?'
        this.at++
      } else if (character !== ' ') isOptional = false
    }
    if (expression === '')
      throw new PatternError(`"${this.source.charAt(this.at)}" has nothing to belong to.`, this.at)
    return { expression, literals: longest === '' ? null : [longest], openings, isOptional }
  }

  private take(character: string): boolean {
    if (this.source.charAt(this.at) !== character) return false
    this.at++
    return true
  }
}

/** The expression of one character of a pattern; escaped, it stands for itself. */
function unitOf(character: string, escaped: boolean): string {
  if (character === ' ' && !escaped) return '\\s{0,9}'
  if (character === '#' && !escaped) return '(?:[0-9]{1,15})'
  return foldPunctuation(character).replace(/[^\p{L}\p{N}\s]/u, '\\$&')
}

function openingsOf(character: string, escaped: boolean): readonly string[] {
  if (character === ' ' && !escaped) return []
  if (character === '#' && !escaped) return DIGITS
  return [openingOf(character)]
}

/**
 * True for what looks the same in every line in lower case, so can be looked for: a Latin letter, or
 * what has no case and no width.
 */
function isFixed(character: string, escaped: boolean): boolean {
  if (!escaped && (character === '#' || character === ' ')) return false
  if (/[，；：！？（）]/.test(foldPunctuation(character))) return false
  if (/[a-z]/i.test(character)) return true
  return character.trim() !== '' && character.toLowerCase() === character.toUpperCase()
}

/** Of two demands that both hold, the one that fewer lines meet: that with the longer words. */
function stronger(a: readonly string[] | null, b: readonly string[] | null): typeof a {
  if (a === null || b === null) return a ?? b
  const shortest = (words: readonly string[]): number => Math.min(...words.map((w) => w.length))
  return shortest(b) > shortest(a) ? b : a
}

const DIGITS = [...'0123456789']
const SPECIAL = '()|…^$?'
