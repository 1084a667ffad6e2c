import { excessOf, PATTERN_LIMITS } from './pattern-limits.js'
import type { PatternNode } from './pattern-node.js'

export interface PatternNames {
  /** Mention kinds: quantity, date and the pipeline's entity kinds. */
  readonly kinds: readonly string[]
  /** Named building blocks, `$name` in a pattern. */
  readonly phrases: Readonly<Record<string, string>>
}

/** What is wrong in a pattern; `offset` counts from its first character. */
export class PatternError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message)
  }
}

/** The kind a role has when the pattern does not say: `{quantity}`, `{time}`. */
const DEFAULT_KINDS: Readonly<Record<string, string>> = { quantity: 'quantity', time: 'date' }
/** Roles that only a mention can fill. */
const MENTION_ROLES: readonly string[] = ['subject', 'object', 'quantity', 'time']

/**
 * Reads a pattern.
 * @throws {PatternError} at the first place that cannot be read, and where it would take too long to match
 */
export function parsePattern(text: string, names: PatternNames): PatternNode {
  const parser = new PatternParser(text, names, 0, { parts: 0 })
  const node = parser.parseAll()
  const excess = excessOf(node)
  if (excess !== null) throw new PatternError(excess, 0)
  return node
}

class PatternParser {
  private at = 0

  /** `size` is counted over the pattern and all phrases put into it. */
  constructor(
    private readonly text: string,
    private readonly names: PatternNames,
    private depth: number,
    private readonly size: { parts: number },
  ) {
    if (text.length <= PATTERN_LIMITS.length) return
    const message = `${text.length} characters are too many; a pattern has at most ${PATTERN_LIMITS.length}.`
    throw new PatternError(message, PATTERN_LIMITS.length)
  }

  parseAll(): PatternNode {
    const node = this.parseAlternatives()
    if (this.at < this.text.length) this.fail(`unexpected "${this.text[this.at] ?? ''}".`)
    return node
  }

  private parseAlternatives(): PatternNode {
    const options = [this.parseSequence()]
    while (this.take('|')) options.push(this.parseSequence())
    return options.length === 1 ? options[0]! : { type: 'alternatives', options }
  }

  private parseSequence(): PatternNode {
    const items: PatternNode[] = []
    for (;;) {
      this.skipSpaces()
      const character = this.text[this.at]
      if (character === undefined || character === '|' || character === ')') break
      items.push(this.parseItem(character))
    }
    return items.length === 1 ? items[0]! : { type: 'sequence', items }
  }

  private parseItem(character: string): PatternNode {
    const atom = this.parseAtom(character)
    this.skipSpaces()
    if (this.text[this.at] !== '?') return atom
    if (atom.type === 'literal' && [...atom.text].length > 1)
      this.fail('put the optional words in brackets: (累计)?')
    this.at++
    return { type: 'optional', item: atom }
  }

  private parseAtom(character: string): PatternNode {
    if (++this.size.parts > PATTERN_LIMITS.parts)
      this.fail(`with its phrases put in the pattern has more than ${PATTERN_LIMITS.parts} parts.`)
    switch (character) {
      case '(':
        return this.parseGroup()
      case '{':
        return this.parseSlot()
      case '<':
        return this.parseWord()
      case '→':
        this.at++
        return { type: 'ahead', item: this.parseSequence() }
      case '$':
        return this.parsePhrase()
      case '…':
        return this.parseGap()
      case '!':
        return this.text[this.at + 1] === '(' ? this.parseAbsent() : this.parseLiteral()
      case '^':
      case '¶':
        this.at++
        return { type: 'anchor', at: character === '^' ? 'start' : 'end' }
      case '+':
      case '*':
        return this.fail(
          `"${character}" has nothing to belong to: only words repeat (<n>+, up to eight); write \\${character} for the character.`,
        )
      case '?':
      case '}':
      case '>':
        return this.fail(
          `"${character}" has nothing to belong to; write \\${character} for the character.`,
        )
      default:
        return this.parseLiteral()
    }
  }

  private parseGroup(): PatternNode {
    const start = this.at
    this.at++
    this.enter()
    const node = this.parseAlternatives()
    this.depth--
    if (!this.take(')')) throw new PatternError('this bracket is never closed.', start)
    return node.type === 'literal' ? { type: 'sequence', items: [node] } : node
  }

  private parseAbsent(): PatternNode {
    const start = this.at
    const end = this.text.indexOf(')', start)
    const words = this.text.slice(start + 2, end < 0 ? start + 2 : end).split('|')
    const isPlain = (word: string): boolean =>
      word !== '' && [...word].every((character) => !SPECIAL.includes(character))
    if (!words.every(isPlain)) this.fail('what must not stand here is words alone: !(比例|以上).')
    this.at = end + 1
    return { type: 'absent', words }
  }

  private parseGap(): PatternNode {
    let length = 0
    while (this.text[this.at] === '…') {
      this.at++
      length++
    }
    if (length > 2) this.fail('a gap is … (within a clause) or …… (within the sentence).')
    return { type: 'gap', reach: length === 1 ? 'clause' : 'sentence' }
  }

  private parseWord(): PatternNode {
    const end = this.text.indexOf('>', this.at)
    if (end < 0) this.fail('this < is never closed; a word by part of speech is <n> or <n|v>.')
    const tags = this.text.slice(this.at + 1, end).split('|')
    if (tags.some((tag) => !/^[a-z]+$/.test(tag)))
      this.fail('parts of speech are jieba tags in small letters: <n>, <vn|n>.')
    this.at = end + 1
    return { type: 'word', tags, many: this.take('+') }
  }

  private parsePhrase(): PatternNode {
    const start = this.at
    const name = /^\$([a-z][a-z-]*)/.exec(this.text.slice(this.at))?.[1]
    if (name === undefined) return this.fail('a phrase is $ and a name in small letters.')
    this.at += name.length + 1
    return this.parseInside(this.phrase(name, start))
  }

  private phrase(name: string, offset: number): string {
    const phrase = this.names.phrases[name]
    if (phrase !== undefined) return phrase
    const known = Object.keys(this.names.phrases).join(', ') || 'none'
    throw new PatternError(`unknown phrase $${name}; known are: ${known}.`, offset)
  }

  private parseSlot(): PatternNode {
    const start = this.at
    const end = closingBrace(this.text, start)
    if (end < 0) this.fail('this { is never closed.')
    const inner = this.text.slice(start + 1, end)
    const [, role, spec] = /^\s*([a-z][a-z-]*)\s*(?::\s*(.*?))?\s*$/s.exec(inner) ?? []
    if (role === undefined) this.fail('a slot is {role} or {role: kind or words}.')
    this.at = end + 1
    return this.slotOf(role, spec ?? '', start)
  }

  private slotOf(role: string, spec: string, start: number): PatternNode {
    const { kinds } = this.names
    const [head = ''] = spec.split(/[\s+]/, 1)
    const byDefault = DEFAULT_KINDS[role]
    const kind = kinds.includes(head) ? head : byDefault
    if (kind === undefined) {
      if (spec === '')
        throw new PatternError(`say what {${role}} is: {${role}: ${kinds.join(' or ')}}.`, start)
      if (MENTION_ROLES.includes(role) || /^[a-z-]+\+?$/.test(spec))
        throw new PatternError(`unknown kind "${spec}"; known are: ${kinds.join(', ')}.`, start)
      return { type: 'words', role, item: this.parseInside(spec) }
    }
    const rest = (kinds.includes(head) ? spec.slice(head.length) : spec).trim()
    const many = rest.startsWith('+')
    const unitText = (many ? rest.slice(1) : rest).trim()
    const except = unitText.startsWith('!')
    const list = (except ? unitText.slice(1) : unitText)
      .replace(/\$([a-z][a-z-]*)/g, (_all, name: string) => this.phrase(name, start))
      .trim()
    if (list !== '' && kind !== 'quantity')
      throw new PatternError(`only a quantity has units; {${role}} is a ${kind}.`, start)
    const units = list === '' ? null : list.split('|').map((unit) => unit.trim())
    return { type: 'mention', role, kind, many, units, except }
  }

  private parseLiteral(): PatternNode {
    let text = ''
    while (this.at < this.text.length) {
      const character = this.text[this.at]!
      if (character === '\\' && this.at + 1 < this.text.length) {
        text += this.text[this.at + 1]!
        this.at += 2
      } else if (SPECIAL.includes(character) || /\s/.test(character)) break
      else if (character === '!' && text !== '' && this.text[this.at + 1] === '(') break
      else {
        text += character
        this.at++
      }
    }
    return { type: 'literal', text }
  }

  private parseInside(text: string): PatternNode {
    this.enter()
    const node = new PatternParser(text, this.names, this.depth, this.size).parseAll()
    this.depth--
    return node
  }

  private enter(): void {
    if (++this.depth > PATTERN_LIMITS.depth)
      this.fail(
        `brackets and phrases stand more than ${PATTERN_LIMITS.depth} deep in each other; do phrases go round in a circle?`,
      )
  }

  private skipSpaces(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false
    this.at++
    return true
  }

  private fail(message: string): never {
    throw new PatternError(message, this.at)
  }
}

const SPECIAL = '(){}<>|?…^¶→$+*'

function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return -1
}
