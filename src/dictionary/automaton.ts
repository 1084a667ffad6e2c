/** A phrase found in a text: its number in the list the automaton was built from, and its place. */
export interface PhraseMatch {
  readonly phrase: number
  readonly start: number
  readonly end: number
}

/**
 * Finds all of many phrases in one pass over a text (Aho & Corasick 1975), in time linear in the
 * text whatever the number of phrases. States and transitions are typed arrays: those from the start
 * in a table of all code units, since most of a text is passed over by it alone, the others in an
 * open-addressing hash table by state and code unit.
 */
export class Automaton {
  /** The state after a phrase's first unit; 0 for units that begin none. */
  private readonly begins = new Int32Array(65536)
  /** How many states `begins` leads to; they have the lowest numbers. */
  private readonly firstStates: number
  /** 0 where no second unit of a phrase has that slot: small enough to stay in the nearest cache. */
  private readonly seconds = new Uint8Array(65536)
  private readonly edges: EdgeTable
  /** The state of the longest proper suffix that is also a prefix of some phrase. */
  private readonly fail: Int32Array
  /** The phrase that ends in a state, or -1. */
  private readonly phraseAt: Int32Array
  /** The next shorter phrase that ends in a state, as a state; 0 if none. */
  private readonly shorter: Int32Array
  private readonly lengths: Uint32Array

  /** `phrases` must not be empty strings; where two are equal, the first is reported. */
  constructor(phrases: readonly string[]) {
    const edges = new EdgeTable()
    const states: NewStates = { parent: [0], unit: [0], depth: [0] }
    const phraseAt = [-1]
    const addState = (parent: number, unit: number): number => {
      states.parent.push(parent)
      states.unit.push(unit)
      states.depth.push(states.depth[parent]! + 1)
      return phraseAt.push(-1) - 1
    }
    for (const phrase of phrases) {
      const unit = phrase.charCodeAt(0)
      if (phrase !== '' && this.begins[unit] === 0) this.begins[unit] = addState(0, unit)
    }
    this.firstStates = phraseAt.length - 1
    for (let index = 0; index < phrases.length; index++) {
      const phrase = phrases[index]!
      let state = phrase === '' ? 0 : this.begins[phrase.charCodeAt(0)]!
      for (let at = 1; at < phrase.length; at++) {
        const unit = phrase.charCodeAt(at)
        let next = edges.step(state, unit)
        if (next === 0) {
          next = addState(state, unit)
          edges.add(state, unit, next)
          if (at === 1) this.seconds[secondSlot(state, unit)] = 1
        }
        state = next
      }
      if (phraseAt[state] === -1) phraseAt[state] = index
    }
    this.edges = edges
    this.lengths = Uint32Array.from(phrases, (phrase) => phrase.length)
    this.phraseAt = new Int32Array(phraseAt)
    this.fail = new Int32Array(phraseAt.length)
    this.shorter = new Int32Array(phraseAt.length)
    this.link(states)
  }

  /** Calls `visit` for every occurrence of every phrase, by end, then the longer first. */
  scan(text: string, visit: (phrase: number, start: number, end: number) => void): void {
    const { begins, firstStates, seconds, edges, fail, phraseAt, shorter, lengths } = this
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      let next = 0
      while (state !== 0) {
        if (state > firstStates || seconds[secondSlot(state, unit)] === 1)
          next = edges.step(state, unit)
        if (next !== 0) break
        state = fail[state]!
      }
      state = next === 0 ? begins[unit]! : next
      if (state === 0) continue
      let found = phraseAt[state] === -1 ? shorter[state]! : state
      while (found !== 0) {
        const phrase = phraseAt[found]!
        visit(phrase, at + 1 - lengths[phrase]!, at + 1)
        found = shorter[found]!
      }
    }
  }

  /** The numbers of the phrases that begin at `at`, the longest first. */
  beginningAt(text: string, at: number): number[] {
    const found: number[] = []
    let state = at < text.length ? this.begins[text.charCodeAt(at)]! : 0
    for (let next = at + 1; state !== 0; next++) {
      if (this.phraseAt[state] !== -1) found.unshift(this.phraseAt[state]!)
      state = next < text.length ? this.edges.step(state, text.charCodeAt(next)) : 0
    }
    return found
  }

  /** All occurrences, by end, then the longer first. */
  findAll(text: string): PhraseMatch[] {
    const matches: PhraseMatch[] = []
    this.scan(text, (phrase, start, end) => matches.push({ phrase, start, end }))
    return matches
  }

  /**
   * The leftmost longest occurrences, none overlapping another, in text order. Each one found ends
   * behind all before it, so it has the place of those that begin in it, unless an earlier one reaches
   * into it.
   */
  findLongest(text: string): PhraseMatch[] {
    const kept: PhraseMatch[] = []
    this.scan(text, (phrase, start, end) => {
      let count = kept.length
      while (count > 0 && kept[count - 1]!.start >= start) count--
      if (count > 0 && kept[count - 1]!.end > start) return
      kept.length = count
      kept.push({ phrase, start, end })
    })
    return kept
  }

  /** A state's links follow from those of shallower states, so they are made in order of depth. */
  private link({ parent, unit, depth }: NewStates): void {
    for (const state of inOrder(depth)) {
      if (depth[state]! < 2) continue
      let suffix = this.fail[parent[state]!]!
      let next = 0
      while (suffix !== 0 && (next = this.edges.step(suffix, unit[state]!)) === 0)
        suffix = this.fail[suffix]!
      const target = suffix === 0 ? this.begins[unit[state]!]! : next
      this.fail[state] = target
      this.shorter[state] = this.phraseAt[target] === -1 ? this.shorter[target]! : target
    }
  }
}

function secondSlot(state: number, unit: number): number {
  return (Math.imul(state, 0x9e3b) + unit) & 0xffff
}

/** The states while the automaton is built: how each is reached. */
interface NewStates {
  readonly parent: number[]
  readonly unit: number[]
  readonly depth: number[]
}

/** The numbers of all states, the shallowest first. */
function inOrder(depths: readonly number[]): Uint32Array {
  let deepest = 0
  for (const depth of depths) deepest = Math.max(deepest, depth)
  const next = new Uint32Array(deepest + 2)
  for (const depth of depths) next[depth + 1]!++
  for (let depth = 1; depth < next.length; depth++) next[depth]! += next[depth - 1]!
  const order = new Uint32Array(depths.length)
  for (let state = 0; state < depths.length; state++) order[next[depths[state]!]!++] = state
  return order
}

/** Transitions by state and code unit; as full as half its size, it doubles. */
class EdgeTable {
  private keys = new Float64Array(64)
  private targets = new Int32Array(64)
  private count = 0

  add(state: number, unit: number, target: number): void {
    if (++this.count * 2 > this.keys.length) this.grow()
    this.insert(state * 65536 + unit, target)
  }

  /** The state that `unit` leads to, 0 if none. */
  step(state: number, unit: number): number {
    const { keys } = this
    const key = state * 65536 + unit
    const mask = keys.length - 1
    let slot = hash(state, unit) & mask
    for (;;) {
      const found = keys[slot]!
      if (found === key) return this.targets[slot]!
      if (found === 0) return 0
      slot = (slot + 1) & mask
    }
  }

  private grow(): void {
    const { keys, targets } = this
    this.keys = new Float64Array(keys.length * 2)
    this.targets = new Int32Array(keys.length * 2)
    for (let slot = 0; slot < keys.length; slot++)
      if (keys[slot] !== 0) this.insert(keys[slot]!, targets[slot]!)
  }

  /** Keys are never 0: no edge leads from the start. */
  private insert(key: number, target: number): void {
    const mask = this.keys.length - 1
    let slot = hash(Math.floor(key / 65536), key % 65536) & mask
    while (this.keys[slot] !== 0) slot = (slot + 1) & mask
    this.keys[slot] = key
    this.targets[slot] = target
  }
}

function hash(state: number, unit: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
