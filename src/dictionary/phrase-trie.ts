/** Looks up phrases at one place of a text; for all places at once there is the Automaton. */
export class PhraseTrie {
  private readonly root: Node = { children: new Map(), phrase: -1 }
  private readonly step: 1 | -1
  /** Marks the code units that some phrase begins (or ends) with: most places are done with one look. */
  private readonly first = new Uint8Array(65_536)

  /**
   * `forward` phrases begin at the place asked for, `backward` ones end there. Of equal phrases the
   * first is reported.
   */
  constructor(phrases: readonly string[], direction: 'forward' | 'backward' = 'forward') {
    this.step = direction === 'forward' ? 1 : -1
    for (const [index, phrase] of phrases.entries()) this.insert(phrase, index)
  }

  /**
   * The number of the longest phrase that begins (or ends) at `at` and does not reach beyond `edge`;
   * -1 if there is none.
   */
  longest(text: string, at: number, edge = this.step === 1 ? text.length : 0): number {
    const { step } = this
    if (!this.first[text.charCodeAt(step === 1 ? at : at - 1)]) return -1
    const past = step === 1 ? edge : edge - 1
    let found = -1
    let node: Node | undefined = this.root
    for (let next = step === 1 ? at : at - 1; (past - next) * step > 0; next += step) {
      node = node.children.get(text.charCodeAt(next))
      if (node === undefined) break
      if (node.phrase >= 0) found = node.phrase
    }
    return found
  }

  /** The numbers of all phrases that begin (or end) at `at`, the longest first. */
  all(text: string, at: number): readonly number[] {
    let found: number[] | null = null
    const { step } = this
    let node: Node | undefined = this.root
    for (let next = step === 1 ? at : at - 1; next >= 0 && next < text.length; next += step) {
      node = node.children.get(text.charCodeAt(next))
      if (node === undefined) break
      if (node.phrase >= 0) (found ??= []).unshift(node.phrase)
    }
    return found ?? NONE
  }

  private insert(phrase: string, index: number): void {
    let node = this.root
    for (let at = 0; at < phrase.length; at++) {
      const unit = phrase.charCodeAt(this.step === 1 ? at : phrase.length - 1 - at)
      if (at === 0) this.first[unit] = 1
      let next = node.children.get(unit)
      if (next === undefined) {
        next = { children: new Map(), phrase: -1 }
        node.children.set(unit, next)
      }
      node = next
    }
    if (phrase.length > 0 && node.phrase === -1) node.phrase = index
  }
}

const NONE: readonly number[] = []

interface Node {
  readonly children: Map<number, Node>
  phrase: number
}
