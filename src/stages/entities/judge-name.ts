import { writeMembers, type Draft, type NameCandidate, type PartKind } from './name-parts.js'

/** Whether what was read is a name, may be one, or is a common noun. */
export function judgeName(draft: Draft): NameCandidate | null {
  const { suffix, parts, at, end, scene } = draft
  const holds = (wanted: PartKind): boolean => parts.some(({ kind }) => kind === wanted)
  const make = (isWeak: boolean): NameCandidate => ({
    start: at,
    main: draft.main,
    isBranch: draft.main !== null || isOwnersBranch(draft),
    end,
    suffix,
    names: null,
    relative: null,
    members: writeMembers(draft),
    isWeak,
  })
  if (holds('institution')) return make(false)
  if (parts[0]?.kind === 'relative') {
    const { start, end: wordEnd } = parts[0]
    const isBare = parts.length === 1 && suffix.placeAlone !== 'any'
    const relative = scene.text.slice(start, wordEnd)
    return suffix.after.has('relative') ? { ...make(isBare), relative } : null
  }
  const nearest = parts.findLast(({ kind }) => kind !== 'describing' && kind !== 'number')?.kind
  if (nearest === undefined) return parts.length > 0 ? make(true) : null
  const base = nearest === 'belonging' ? 'owner' : nearest === 'place' ? 'region' : nearest
  if (base !== 'region' && base !== 'owner' && base !== 'brand') return null
  if (!suffix.after.has(base)) return make(true)
  if (base === 'owner') return make(false)
  if (parts.some(({ kind }) => kind !== 'region'))
    return make(parts[0]!.kind === 'place' && !holds('describing'))
  return make(!isNamedByPlace(draft))
}

/** 四川大学华西广安医院: a body, a place, and no word for the kind of hospital. */
function isOwnersBranch({ parts }: Draft): boolean {
  return parts.at(-1)?.kind === 'region' && parts.at(-2)?.kind === 'owner'
}

/** Whether the ending needs no more than the places before it to be a name. */
function isNamedByPlace({ suffix, parts, scene }: Draft): boolean {
  if (suffix.placeAlone !== 'county') return suffix.placeAlone === 'any'
  const { start, end, regions } = parts[parts.length - 1]!
  const written = scene.text.slice(start, end)
  const isPlaced = parts.length > 1
  return regions.some(({ level, name }) => level === 'county' && (isPlaced || name === written))
}
