import type { ComparableBody } from './compare.js'
import type { CorpusChanges, CorpusIndex } from './corpus-index.js'
import type { CorpusLayer } from './corpus-layer.js'
import { Forest } from './forest.js'
import { setReprints } from './set-reprints.js'
import { sketchesAgree } from './sketch.js'

/**
 * Links the reprints among the current documents: near-copies are joined into components, and each
 * document of one is linked to its root. Only what came, or stood near what went, is compared; the
 * outcome is that of linking everything anew, whatever the order and number of runs.
 */
export function linkReprints(index: CorpusIndex, layer: CorpusLayer): void {
  const changes = index.update((text) => layer.sketch(text))
  const open = openBodies(index, changes)
  const compared = new BodyCache(index, layer)
  const forest = new Forest((body) => index.component(body))
  for (const body of [...open].sort((a, b) => a - b))
    for (const other of index.neighbours(body)) {
      // Of two open bodies the first has compared itself with the second.
      if (open.has(other) && other < body) continue
      if (forest.find(body) === forest.find(other)) continue
      if (compared.isReprint(body, other)) forest.union(body, other)
    }
  nameComponents(index, forest)
  for (const document of changes.documents)
    if (!index.isCurrent(document)) index.setReprint(document, null)
  const bodies = new Set([...open, ...changes.bodies])
  setReprints(index, layer, { bodies, documents: changes.documents })
}

/**
 * The bodies whose neighbours have to be looked at: new ones, those that came to lead a bucket, and
 * all of a component that lost a body, or one of whose bodies no longer leads a bucket, since what
 * held the component together may be gone.
 */
function openBodies(index: CorpusIndex, { came, went }: CorpusChanges): ReadonlySet<number> {
  const open = new Set(came)
  const loosened = new Set(went)
  for (const body of went) for (const leader of index.leave(body)) open.add(leader)
  for (const body of came) for (const former of index.enter(body)) loosened.add(former)
  for (const body of loosened) {
    const component = index.component(body)
    if (component === null) continue
    for (const member of index.bodiesOf(component)) {
      index.setComponent(member, null)
      open.add(member)
    }
  }
  for (const body of went) open.delete(body)
  return open
}

function nameComponents(index: CorpusIndex, forest: Forest): void {
  const sizes = new Map<number, number>()
  for (const [, name] of forest.entries()) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  for (const [body, name] of forest.entries()) {
    const former = index.component(body)
    if (former === name || sizes.get(name) === 1) continue
    if (former === null) index.setComponent(body, name)
    else index.mergeComponents(former, name)
  }
}

/** Compares bodies by their keys, and keeps the last ones at hand: leaders come up again and again. */
class BodyCache {
  private readonly bodies = new Map<number, ComparableBody>()
  private readonly features = new Map<number, readonly number[]>()

  constructor(
    private readonly index: CorpusIndex,
    private readonly layer: CorpusLayer,
  ) {}

  isReprint(a: number, b: number): boolean {
    const { comparer, options } = this.layer
    if (!sketchesAgree(this.featuresOf(a), this.featuresOf(b), options.sketch.share)) return false
    // In an order that the texts give, so that the answer does not depend on which came first.
    const [first, second] = [this.bodyOf(a), this.bodyOf(b)].sort((x, y) =>
      x.text < y.text ? -1 : 1,
    )
    return first !== undefined && second !== undefined && comparer.isReprint(first, second)
  }

  private bodyOf(key: number): ComparableBody {
    const known = this.bodies.get(key)
    if (known !== undefined) return known
    if (this.bodies.size >= KEPT) this.bodies.clear()
    const body = this.layer.comparer.prepare(this.index.text(key))
    this.bodies.set(key, body)
    return body
  }

  private featuresOf(key: number): readonly number[] {
    const known = this.features.get(key)
    if (known !== undefined) return known
    if (this.features.size >= 8 * KEPT) this.features.clear()
    const features = this.index.features(key)
    this.features.set(key, features)
    return features
  }
}

const KEPT = 256
