/**
 * Disjoint sets of keys (union–find). A set is named by the smallest key it was made of. `nameOf`
 * gives the set that a key was in before, null for none; keys never asked about cost nothing.
 */
export class Forest {
  private readonly parents = new Map<number, number>()

  constructor(private readonly nameOf: (key: number) => number | null) {}

  find(key: number): number {
    let root = this.parentOf(key)
    for (let next = this.parentOf(root); next !== root; next = this.parentOf(root)) root = next
    for (let at = key; at !== root;) {
      const next = this.parentOf(at)
      this.parents.set(at, root)
      at = next
    }
    return root
  }

  union(a: number, b: number): void {
    const first = this.find(a)
    const second = this.find(b)
    this.parents.set(Math.max(first, second), Math.min(first, second))
  }

  /** Every key that was looked at, with its set. */
  *entries(): Generator<readonly [key: number, name: number]> {
    for (const key of [...this.parents.keys()]) yield [key, this.find(key)]
  }

  private parentOf(key: number): number {
    let parent = this.parents.get(key)
    if (parent === undefined) {
      parent = this.nameOf(key) ?? key
      this.parents.set(key, parent)
    }
    return parent
  }
}
