/** A phrase found in a text: its number in the list the automaton was built from, and its place. */
export interface PhraseMatch {
  readonly phrase: number
  readonly start: number
  readonly end: number
}

/**
 * Finds all of many phrases in one pass over a text (Aho & Corasick 1975), in time linear in the
 * text whatever the number of phrases. States and transitions are typed arrays; a transition is
 * looked up by (state, UTF-16 code unit) in an open-addressing hash table.
 */
export class Automaton {
  private readonly keys: Float64Array
  private readonly targets: Int32Array
  private readonly mask: number
  /** The state of the longest proper suffix that is also a prefix of some phrase. */
  private readonly fail: Int32Array
  /** The phrase that ends in a state, or -1. */
  private readonly phraseAt: Int32Array
  /** The next shorter phrase that ends in a state, as a state; 0 if none. */
  private readonly shorter: Int32Array
  private readonly lengths: Uint32Array
  /** 1 for code units that begin a phrase: most of a text is passed over by this alone. */
  private readonly begins = new Uint8Array(65536)

  /** `phrases` must not be empty strings; where two are equal, the first is reported. */
  constructor(phrases: readonly string[]) {
    const children = [new Map<number, number>()]
    const phraseAt: number[] = [-1]
    this.lengths = Uint32Array.from(phrases, (phrase) => phrase.length)
    for (const [index, phrase] of phrases.entries()) {
      let state = 0
      for (let at = 0; at < phrase.length; at++) {
        const unit = phrase.charCodeAt(at)
        let next = children[state]!.get(unit)
        if (next === undefined) {
          next = children.length
          children.push(new Map<number, number>())
          phraseAt.push(-1)
          children[state]!.set(unit, next)
        }
        state = next
      }
      if (phraseAt[state] === -1) phraseAt[state] = index
    }
    const size = 2 ** Math.ceil(Math.log2(children.length * 2 + 2))
    this.mask = size - 1
    this.keys = new Float64Array(size).fill(-1)
    this.targets = new Int32Array(size)
    this.phraseAt = Int32Array.from(phraseAt)
    this.fail = new Int32Array(children.length)
    this.shorter = new Int32Array(children.length)
    for (const [state, edges] of children.entries())
      for (const [unit, next] of edges) this.insert(state, unit, next)
    for (const unit of children[0]!.keys()) this.begins[unit] = 1
    this.link(children)
  }

  /** Calls `visit` for every occurrence of every phrase, by end, then the longer first. */
  scan(text: string, visit: (phrase: number, start: number, end: number) => void): void {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (state === 0 && this.begins[unit] === 0) continue
      let next = this.step(state, unit)
      while (next === 0 && state !== 0) {
        state = this.fail[state]!
        next = this.step(state, unit)
      }
      state = next
      let found = this.phraseAt[state] === -1 ? this.shorter[state]! : state
      while (found !== 0) {
        const phrase = this.phraseAt[found]!
        visit(phrase, at + 1 - this.lengths[phrase]!, at + 1)
        found = this.shorter[found]!
      }
    }
  }

  /** All occurrences, by end, then the longer first. */
  findAll(text: string): PhraseMatch[] {
    const matches: PhraseMatch[] = []
    this.scan(text, (phrase, start, end) => matches.push({ phrase, start, end }))
    return matches
  }

  /** The leftmost longest occurrences, none overlapping another, in text order. */
  findLongest(text: string): PhraseMatch[] {
    const all = this.findAll(text).sort((a, b) => a.start - b.start || b.end - a.end)
    const kept: PhraseMatch[] = []
    let end = 0
    for (const match of all) {
      if (match.start < end) continue
      kept.push(match)
      end = match.end
    }
    return kept
  }

  private link(children: readonly Map<number, number>[]): void {
    const queue = [...children[0]!.values()]
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head]!
      for (const [unit, next] of children[state]!) {
        let suffix = this.fail[state]!
        while (suffix !== 0 && this.step(suffix, unit) === 0) suffix = this.fail[suffix]!
        this.fail[next] = this.step(suffix, unit)
        queue.push(next)
      }
      const suffix = this.fail[state]!
      this.shorter[state] = this.phraseAt[suffix] === -1 ? this.shorter[suffix]! : suffix
    }
  }

  private insert(state: number, unit: number, next: number): void {
    const key = state * 65536 + unit
    let slot = hash(state, unit) & this.mask
    while (this.keys[slot] !== -1) slot = (slot + 1) & this.mask
    this.keys[slot] = key
    this.targets[slot] = next
  }

  private step(state: number, unit: number): number {
    const key = state * 65536 + unit
    let slot = hash(state, unit) & this.mask
    for (;;) {
      const found = this.keys[slot]!
      if (found === key) return this.targets[slot]!
      if (found === -1) return 0
      slot = (slot + 1) & this.mask
    }
  }
}

function hash(state: number, unit: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
