import type { Span } from '../../core/span.js'
import type { RegionLevel } from '../../dictionary/regions.js'
import type { Cues } from './cues.js'

/** A word that points at an institution or a place without naming it: 该院, 医院, 我省. */
export interface Pointer {
  readonly span: Span
  readonly kind:
    | 'pronoun'
    | 'personal'
    | 'demonstrative'
    | 'anaphor'
    | 'former'
    | 'latter'
    | 'roleNoun'
    | 'designation'
    | 'several'
    | 'stranger'
    | 'authority'
    | 'helping'
    | 'branch'
    | RegionLevel
}

/** All words that point, each with what it does; null for longer words that hold one but do not. */
export function pointerWords(
  options: Cues['subject'],
): { word: string; kind: Pointer['kind'] | null }[] {
  return [
    ...options.notPointers.map((word) => ({ word, kind: null })),
    ...options.demonstratives.map((word) => ({ word, kind: 'demonstrative' as const })),
    ...options.anaphors.map((word) => ({ word, kind: 'anaphor' as const })),
    ...options.formers.map((word) => ({ word, kind: 'former' as const })),
    ...options.latters.map((word) => ({ word, kind: 'latter' as const })),
    ...options.personals.map((word) => ({ word, kind: 'personal' as const })),
    ...options.pronouns.map((word) => ({ word, kind: 'pronoun' as const })),
    ...options.several.map((word) => ({ word, kind: 'several' as const })),
    ...options.strangers.map((word) => ({ word, kind: 'stranger' as const })),
    ...options.authorities.map((word) => ({ word, kind: 'authority' as const })),
    ...options.branches.map((word) => ({ word, kind: 'branch' as const })),
    ...options.helping.map((word) => ({ word, kind: 'helping' as const })),
    ...options.designations.map((word) => ({ word, kind: 'designation' as const })),
    ...options.roleNouns.map((word) => ({ word, kind: 'roleNoun' as const })),
    ...Object.entries(options.deictics).flatMap(([level, words]) =>
      words.map((word) => ({ word, kind: level as RegionLevel })),
    ),
  ]
}

/** True for the words that stand for a place of that level: 我省. */
export function isLevel(kind: Pointer['kind']): kind is RegionLevel {
  return !NO_PLACES.includes(kind)
}

const NO_PLACES: readonly Pointer['kind'][] = [
  'pronoun',
  'personal',
  'demonstrative',
  'anaphor',
  'former',
  'latter',
  'roleNoun',
  'designation',
  'several',
  'stranger',
  'authority',
  'helping',
  'branch',
]
