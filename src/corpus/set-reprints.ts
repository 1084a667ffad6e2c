import type { Comparison } from './compare.js'
import type { CorpusIndex, Member, Reprint, ReprintEvidence } from './corpus-index.js'
import type { CorpusLayer } from './corpus-layer.js'

/**
 * Links each document of the groups that `bodies` are in to the root of its group. What a document
 * was compared with before, and is as it was, is not compared again.
 */
export function setReprints(
  index: CorpusIndex,
  layer: CorpusLayer,
  changed: { readonly bodies: Iterable<number>; readonly documents: ReadonlySet<number> },
): void {
  const components = new Set<number>()
  for (const body of changed.bodies) {
    const component = index.component(body)
    if (component === null) setGroup(index, layer, index.members({ body }), changed.documents)
    else components.add(component)
  }
  for (const component of components)
    setGroup(index, layer, index.members({ component }), changed.documents)
}

function setGroup(
  index: CorpusIndex,
  layer: CorpusLayer,
  members: readonly Member[],
  changed: ReadonlySet<number>,
): void {
  const root = rootOf(members)
  if (root === null) return
  let isRootSpun = root.collocations.length > 0
  for (const member of members) {
    if (member === root) continue
    const former = index.reprint(member.document)
    const isAsItWas =
      former?.root === root.document && !changed.has(root.document) && !changed.has(member.document)
    const reprint = isAsItWas ? former : compareWith(index, layer, root, member)
    if (reprint.evidence.spun === 'root') isRootSpun = true
    index.setReprint(member.document, reprint)
  }
  const { collocations } = root
  const evidence = { spun: null, swaps: [], conflicts: [], collocations }
  const own = { root: null, similarity: null, isSpun: true, evidence }
  index.setReprint(root.document, isRootSpun ? own : null)
}

/** The earliest published, undated ones last, then the smallest id; null of none. */
function rootOf(members: readonly Member[]): Member | null {
  let root: Member | null = null
  for (const member of members) if (root === null || isBefore(member, root)) root = member
  return root
}

function isBefore(a: Member, b: Member): boolean {
  if (a.published === b.published) return a.id < b.id
  if (a.published === null || b.published === null) return b.published === null
  return a.published < b.published
}

function compareWith(
  index: CorpusIndex,
  layer: CorpusLayer,
  root: Member,
  { body, collocations }: Member,
): Reprint {
  const { comparer } = layer
  const comparison: Comparison =
    body === root.body
      ? { similarity: 1, spun: null, swaps: [], conflicts: [] }
      : comparer.compare(
          comparer.prepare(index.text(root.body)),
          comparer.prepare(index.text(body)),
        )
  const { similarity, spun, swaps, conflicts } = comparison
  const evidence: ReprintEvidence = { spun, swaps, conflicts, collocations }
  const isSpun = spun === 'article' || collocations.length > 0
  return { root: root.document, similarity, isSpun, evidence }
}
