/** Looks up phrases at one place of a text; for all places at once there is the Automaton. */
export class PhraseTrie {
  private readonly root: Node = { children: new Map(), phrase: -1 }

  /**
   * `forward` phrases begin at the place asked for, `backward` ones end there. Of equal phrases the
   * first is reported.
   */
  constructor(
    phrases: readonly string[],
    private readonly direction: 'forward' | 'backward' = 'forward',
  ) {
    for (const [index, phrase] of phrases.entries()) this.insert(phrase, index)
  }

  /** The number of the longest phrase that begins (or ends) at `at`, or -1. */
  longest(text: string, at: number): number {
    let found = -1
    let node: Node | undefined = this.root
    let position = this.direction === 'forward' ? at : at - 1
    const step = this.direction === 'forward' ? 1 : -1
    while (position >= 0 && position < text.length) {
      node = node.children.get(text.charCodeAt(position))
      if (node === undefined) break
      if (node.phrase >= 0) found = node.phrase
      position += step
    }
    return found
  }

  /** The numbers of all phrases that begin (or end) at `at`, the longest first. */
  all(text: string, at: number): number[] {
    const found: number[] = []
    let node: Node | undefined = this.root
    let position = this.direction === 'forward' ? at : at - 1
    const step = this.direction === 'forward' ? 1 : -1
    while (position >= 0 && position < text.length) {
      node = node.children.get(text.charCodeAt(position))
      if (node === undefined) break
      if (node.phrase >= 0) found.unshift(node.phrase)
      position += step
    }
    return found
  }

  private insert(phrase: string, index: number): void {
    let node = this.root
    for (let at = 0; at < phrase.length; at++) {
      const unit = phrase.charCodeAt(this.direction === 'forward' ? at : phrase.length - 1 - at)
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

interface Node {
  readonly children: Map<number, Node>
  phrase: number
}
