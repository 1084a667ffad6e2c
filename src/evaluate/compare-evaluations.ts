import type { Evaluation, Miss } from './report.js'

/** What two evaluations of the same documents disagree on. */
export interface EvaluationChange {
  /** Gold items that are found now and were not. */
  readonly gained: readonly Miss[]
  /** Gold items that were found and are not any more. */
  readonly lost: readonly Miss[]
  /** False hits that are gone, and those that are new. */
  readonly hitsGone: readonly Miss[]
  readonly hitsNew: readonly Miss[]
}

/** Compares by what each of them misses; each list is in the order of documents and misses. */
export function compareEvaluations(before: Evaluation, after: Evaluation): EvaluationChange {
  const [former, latter] = [missesOf(before), missesOf(after)]
  const isGold = ({ expected }: Miss): boolean => expected !== null
  const isHit = ({ expected }: Miss): boolean => expected === null
  return {
    gained: onlyIn(former.filter(isGold), latter.filter(isGold), goldKey),
    lost: onlyIn(latter.filter(isGold), former.filter(isGold), goldKey),
    hitsGone: onlyIn(former.filter(isHit), latter.filter(isHit), hitKey),
    hitsNew: onlyIn(latter.filter(isHit), former.filter(isHit), hitKey),
  }
}

function missesOf({ documents }: Evaluation): readonly Miss[] {
  return documents.flatMap(({ misses }) => misses)
}

/** What the annotation says does not depend on what was found in its place. */
function goldKey({ document, kind, expected }: Miss): string {
  return JSON.stringify([document, kind, expected])
}

function hitKey({ document, kind, found, sentence }: Miss): string {
  return JSON.stringify([document, kind, found, sentence])
}

/** The items that `others` has no equal of, each of those counting once. */
function onlyIn(
  items: readonly Miss[],
  others: readonly Miss[],
  keyOf: (miss: Miss) => string,
): readonly Miss[] {
  const counts = new Map<string, number>()
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1)
  return items.filter((item) => {
    const left = counts.get(keyOf(item)) ?? 0
    counts.set(keyOf(item), left - 1)
    return left <= 0
  })
}
