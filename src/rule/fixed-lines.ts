import type { DropKind } from '../core/edit.js'
import type { PhraseList } from '../dictionary/phrase-lists.js'
import { exactKey, phraseKey, slotKey } from './line-key.js'
import type { LineSpan } from './line-rules.js'

/** The roles that phrase lists play for fixed lines: a line on its own, and lines in a row. */
export const FIXED_ROLES = ['line', 'block'] as const

/** The list that knows a line. */
export interface FixedLine {
  readonly id: string
  readonly kind: DropKind
}

/**
 * Knows lines that are one of a list's phrases and nothing else, signs and spaces apart; `#` in a
 * phrase stands for a number. A phrase of several lines (role `block`) is known only where all of
 * them stand below each other, empty lines between them or not.
 */
export class FixedLines {
  private readonly lines = new Map<string, FixedLine>()
  /** Blocks by the key of their first line, the longer first. */
  private readonly blocks = new Map<string, FixedBlock[]>()
  /** 1 for the code units that some phrase's key begins with; any digit may be a number's. */
  private readonly openings = new Uint8Array(65536)
  private readonly longest: number

  constructor(lists: readonly PhraseList[]) {
    let longest = 0
    for (const { id, kind, role, phrases } of lists)
      for (const phrase of phrases) {
        if (role !== 'line' && role !== 'block') continue
        const keys = phrase.split('\n').map(phraseKey).filter(hasLetters)
        const [first] = keys
        if (first === undefined) continue
        longest = Math.max(longest, phrase.length)
        this.openings[first.charCodeAt(0)] = 1
        if (role === 'line') this.lines.set(keys.join(''), { id, kind })
        else this.addBlock({ id, kind, keys })
      }
    this.longest = longest + SIGNS_MORE
    if (this.openings[NUMBER] === 1)
      for (let digit = 0; digit < 10; digit++) this.openings[0x30 + digit] = 1
  }

  /** For each line of `text` (in text order) the list that knows it, or null. */
  match(text: string, spans: readonly LineSpan[]): (FixedLine | null)[] {
    const found = new Array<FixedLine | null>(spans.length).fill(null)
    for (const [index, span] of spans.entries()) {
      if (found[index] !== null) continue
      const keys = this.keysAt(text, span)
      if (keys === null) continue
      found[index] = this.lines.get(keys.exact) ?? this.lines.get(keys.slots) ?? null
      const blocks = this.blocks.get(keys.exact) ?? this.blocks.get(keys.slots)
      if (blocks !== undefined) markBlock(text, spans, index, blocks, found)
    }
    return found
  }

  private addBlock(block: FixedBlock): void {
    const first = block.keys[0] ?? ''
    const known = this.blocks.get(first) ?? []
    this.blocks.set(
      first,
      [...known, block].sort((a, b) => b.keys.length - a.keys.length),
    )
  }

  /** The keys of a line that can be a phrase by its length and its first letter; else null. */
  private keysAt(text: string, { start, end }: LineSpan): Keys | null {
    if (end - start > this.longest) return null
    let first = start
    // Most lines begin with a letter; what cannot be one is passed over.
    while (first < end && !isLetter(text.charCodeAt(first))) first++
    if (first === end || this.openings[text.charCodeAt(first)] === 0) return null
    return keysOf(text.slice(start, end))
  }
}

interface FixedBlock extends FixedLine {
  readonly keys: readonly string[]
}

interface Keys {
  readonly exact: string
  readonly slots: string
}

function keysOf(line: string): Keys {
  const exact = exactKey(line)
  return { exact, slots: slotKey(exact) }
}

/** Marks the lines of the first block that stands at `from` in full. */
function markBlock(
  text: string,
  spans: readonly LineSpan[],
  from: number,
  blocks: readonly FixedBlock[],
  found: (FixedLine | null)[],
): void {
  for (const { id, kind, keys } of blocks) {
    const members = [from]
    for (let index = from + 1; index < spans.length && members.length < keys.length; index++) {
      const { exact, slots } = keysOf(text.slice(spans[index]!.start, spans[index]!.end))
      if (exact === '') continue
      const expected = keys[members.length]
      if (exact !== expected && slots !== expected) break
      members.push(index)
    }
    if (members.length < keys.length) continue
    for (const member of members) found[member] = { id, kind }
    return
  }
}

function isLetter(unit: number): boolean {
  if (unit >= 0x4e00 && unit <= 0x9fff) return true
  if (unit < 0x80)
    return (
      (unit >= 0x30 && unit <= 0x39) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      (unit >= 0x61 && unit <= 0x7a)
    )
  return LETTER.test(String.fromCharCode(unit))
}

function hasLetters(key: string): boolean {
  return key !== ''
}

const LETTER = /[\p{L}\p{N}]/u
/** How many signs, spaces and digits a line may have more than a phrase. */
const SIGNS_MORE = 16
const NUMBER = '#'.charCodeAt(0)
