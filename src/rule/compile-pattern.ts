import { type Alphabet, CLOSE, FOLDED, foldPunctuation, REFERENCE } from './folding.js'
import { childrenOf, type MentionSlot, type PatternNode } from './pattern-node.js'

/** A pattern as a regular expression over folded sentences; each slot is a named group. */
export interface CompiledPattern {
  /** The pattern as read, for whoever asks at which part of it a text parts from it. */
  readonly node: PatternNode
  readonly expression: RegExp
  /** The role of each capturing group, in order; a role may stand several times. */
  readonly roles: readonly string[]
  /** True if it asks for parts of speech, so that the sentence must be folded with words. */
  readonly needsWords: boolean
  /** Of each list one word at least must stand in the text; the list that says most comes first. */
  readonly required: readonly (readonly string[])[]
  /** True if a match can hold a comma, so that the clauses of a sentence cannot be tried one by one. */
  readonly crossesClauses: boolean
  /** The places for mentions that cannot stay empty: the sentence must have a mention for each. */
  readonly slots: readonly MentionSlot[]
  /** The character of the mention's kind with which every match ends; null where one can end otherwise. */
  readonly endsWith: string | null
}

/** The furthest a gap reaches, in characters, and the longest row of words: matching stays linear. */
const CLAUSE_REACH = 40
const SENTENCE_REACH = 160
const MAX_WORDS = 8
const MAX_WORD_LENGTH = 16
const MAX_LIST = 12
/** Punctuation is no word, whatever tag the segmenter gives it. */
const NOT_IN_WORDS = '，。；：！？、（）《》“”‘’…—\\s'

/** Compiles a parsed pattern. Units it names are declared in `alphabet`. */
export function compilePattern(node: PatternNode, alphabet: Alphabet): CompiledPattern {
  const writer = new ExpressionWriter(alphabet, asksForWords(node))
  const source = writer.write(node, true)
  return {
    node,
    // Without the u flag, which costs a third: all positions are in code units anyway.
    expression: new RegExp(source, 'dg'),
    roles: writer.roles,
    needsWords: writer.words,
    required: requiredLiterals(node),
    crossesClauses: crossesClauses(node),
    slots: requiredSlots(node),
    endsWith: looksBeyond(node) ? null : lastKind(node, alphabet),
  }
}

class ExpressionWriter {
  readonly roles: string[] = []

  constructor(
    private readonly alphabet: Alphabet,
    readonly words: boolean,
  ) {}

  /** `opens`: nothing of the pattern can stand before the node. */
  write(node: PatternNode, opens = false): string {
    switch (node.type) {
      case 'sequence':
        return this.sequence(node.items, opens)
      case 'alternatives':
        return `(?:${node.options.map((option) => this.write(option, opens)).join('|')})`
      case 'optional':
        return `(?:${this.write(node.item, opens)})?`
      case 'literal':
        return this.literal(node.text)
      case 'gap':
        return this.gap(node.reach)
      case 'anchor':
        return node.at === 'start' ? '^' : '$'
      case 'ahead':
        return `(?=${this.write(node.item)})`
      case 'absent': {
        const words = node.words.map((word) => this.literal(word)).join('|')
        return opens ? `(?<!${words})` : `(?!${words})`
      }
      case 'word':
        return this.word(node, opens)
      case 'mention':
        return this.group(node.role, () => this.mention(node))
      case 'words':
        return this.group(node.role, () => this.write(node.item, opens))
    }
  }

  private sequence(items: readonly PatternNode[], opens: boolean): string {
    let first = opens
    return items
      .map((item) => {
        const source = this.write(item, first)
        first &&= item.type === 'optional' || item.type === 'absent'
        return source
      })
      .join('')
  }

  /** Between the characters of a literal a word may end, so the tag that follows it is stepped over. */
  private literal(text: string): string {
    const characters = [...foldPunctuation(text)].map((character) => {
      const tag = this.words ? `[${FOLDED.tag}]?` : ''
      // Some pages part clauses by a comma and a space.
      return `${escapeCharacter(character)}${tag}${character === '，' ? `(?: ${tag})?` : ''}`
    })
    return characters.join('')
  }

  private gap(reach: 'clause' | 'sentence'): string {
    const date = `${this.alphabet.kindCharacter('date')}[${FOLDED.unit}]${CLOSE}`
    const reference = `[${FOLDED.open}]${this.alphabet.unitCharacter(REFERENCE)}${CLOSE}`
    const mention = `[${FOLDED.open}][${FOLDED.unit}]${CLOSE}`
    const length = (characters: number): string =>
      `{0,${this.words ? characters * 2 : characters}}?`
    return reach === 'clause'
      ? `(?:[^${FOLDED.mark}${FOLDED.unit}，；：。！？]|${date}|${reference})${length(CLAUSE_REACH)}`
      : `(?:[^${FOLDED.mark}${FOLDED.unit}]|${mention})${length(SENTENCE_REACH)}`
  }

  /**
   * A row of words that opens a pattern is tried only where it begins: from a later word it would
   * end at the same place, and the search takes the earliest start anyway.
   */
  private word({ tags, many }: Extract<PatternNode, { type: 'word' }>, opens: boolean): string {
    const marks = tags.map((tag) => this.alphabet.tagCharacters(tag)).join('')
    const begins = `(?<=^|[${CLOSE}${FOLDED.tag}])`
    const word = `[^\\uE000-\\uEFFF${NOT_IN_WORDS}]{1,${MAX_WORD_LENGTH}}[${marks}]`
    if (!many) return `${begins}${word}`
    const follows = `(?<![^\\uE000-\\uEFFF${NOT_IN_WORDS}][${marks}])`
    return `${opens ? follows : ''}${begins}(?:${word}){1,${MAX_WORDS}}`
  }

  private mention(slot: MentionSlot): string {
    const kind = this.alphabet.kindCharacter(slot.kind)
    const units = slot.units?.map((unit) => this.alphabet.declareUnit(unit)).join('')
    const unit =
      units === undefined
        ? `[${FOLDED.unit}]`
        : slot.except
          ? `(?![${units}])[${FOLDED.unit}]`
          : `[${units}]`
    const one = `${kind}${unit}${CLOSE}`
    const joint = `[、和及与以跟${FOLDED.tag}]{1,6}`
    return slot.many ? `${one}(?:${joint}${one}){0,${MAX_LIST}}` : one
  }

  /** Groups are numbered by where they open, so the role is noted before its inside is written. */
  private group(role: string, write: () => string): string {
    this.roles.push(role)
    return `(${write()})`
  }
}

function escapeCharacter(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character
}

function asksForWords(node: PatternNode): boolean {
  return node.type === 'word' || childrenOf(node).some(asksForWords)
}

/**
 * Lists of words of which a text that the pattern matches holds one each, the list that says most first:
 * of alternatives one list, if each of them has some; the longer and fewer its words, the more it says.
 */
export function requiredLiterals(node: PatternNode): readonly (readonly string[])[] {
  switch (node.type) {
    case 'literal':
      // Punctuation is folded before it is matched, so it cannot be looked for as it stands.
      return foldPunctuation(node.text) === node.text && !/^[\uFF00-\uFFEF]+$/.test(node.text)
        ? [[node.text]]
        : []
    case 'sequence':
      return node.items
        .flatMap(requiredLiterals)
        .sort((a, b) => shortest(b) - shortest(a) || a.length - b.length)
    case 'alternatives': {
      const lists = node.options.map((option) => requiredLiterals(option)[0])
      return lists.includes(undefined) ? [] : [[...new Set(lists.flatMap((list) => list ?? []))]]
    }
    case 'ahead':
    case 'words':
      return requiredLiterals(node.item)
    default:
      return []
  }
}

function shortest(set: readonly string[]): number {
  return Math.min(...set.map((literal) => literal.length))
}

/** Words and gaps within a clause hold no comma; mentions in a row may be joined by one. */
function crossesClauses(node: PatternNode): boolean {
  switch (node.type) {
    case 'literal':
      return foldPunctuation(node.text).includes('，')
    case 'gap':
      return node.reach === 'sentence'
    case 'mention':
      return node.many
    case 'anchor':
      return true
    default:
      return childrenOf(node).some(crossesClauses)
  }
}

function requiredSlots(node: PatternNode): readonly MentionSlot[] {
  switch (node.type) {
    case 'mention':
      return [node]
    case 'sequence':
      return node.items.flatMap(requiredSlots)
    case 'ahead':
    case 'words':
      return requiredSlots(node.item)
    default:
      return []
  }
}

/** True where a match depends on what stands behind it. */
function looksBeyond(node: PatternNode): boolean {
  return ['ahead', 'absent', 'anchor'].includes(node.type) || childrenOf(node).some(looksBeyond)
}

function lastKind(node: PatternNode, alphabet: Alphabet): string | null {
  switch (node.type) {
    case 'mention':
      return alphabet.kindCharacter(node.kind)
    case 'words':
      return lastKind(node.item, alphabet)
    case 'sequence': {
      const last = node.items.at(-1)
      return last === undefined ? null : lastKind(last, alphabet)
    }
    default:
      return null
  }
}
