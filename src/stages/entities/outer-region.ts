import type { Region } from '../../dictionary/regions.js'
import { addPart, type Draft, type Step } from './name-parts.js'
import type { RegionHit } from './scene.js'

/**
 * Reads a place before the one that the draft begins with: 娄底市 before 娄星区 belongs to the name;
 * 眉山 before 四川省 only says where it is.
 */
export function readOuterRegion(draft: Draft, outer: RegionHit): Step {
  const inner = draft.parts[0]!
  const { regions } = draft.scene.lexicon
  const holds = outer.regions.some((region) =>
    inner.regions.some((part) => part !== region && regions.contains(region, part)),
  )
  if (holds && !outer.regions.some(({ level }) => level === 'country')) {
    addPart(draft, 'region', outer.start, outer.regions)
    return 'on'
  }
  if (!isBrandLike(draft, inner.regions, outer)) return 'stop'
  draft.parts.shift()
  draft.at = inner.end
  addPart(draft, 'brand', inner.start)
  addPart(draft, 'region', outer.start, outer.regions)
  return 'on'
}

/**
 * 朝阳 in 北京朝阳医院 is no place in Liaoning: it is written short and stands after a place that is no
 * smaller, or after one in full and before more words (房山区|周口|店).
 */
function isBrandLike(draft: Draft, inner: readonly Region[], outer: RegionHit): boolean {
  const { text } = draft.scene
  const [{ start, end }, next] = [draft.parts[0]!, draft.parts[1]]
  const isNamed = (regions: readonly Region[], from: number, to: number): boolean =>
    regions.some(({ name }) => name === text.slice(from, to))
  if (isNamed(inner, start, end) || rankOf(inner) === PROVINCE) return false
  if (rankOf(outer.regions) < PROVINCE) return false
  if (rankOf(outer.regions) <= rankOf(inner)) return true
  return next?.kind === 'brand' && isNamed(outer.regions, outer.start, outer.end)
}

function rankOf(regions: readonly Region[]): number {
  return Math.min(...regions.map(({ level }) => LEVELS.indexOf(level)))
}

const PROVINCE = 1

const LEVELS = ['country', 'province', 'prefecture', 'county'] as const
