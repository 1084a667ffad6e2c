import { parsePublished } from '../../src/chinese/published.js'
import { fold } from './fold.js'
import type { Reading } from './reading.js'
import type { Reference } from './reference-pages.js'

/** `none`: the page has it and nothing was found; null: the page has none, and none was found. */
export type Judgement = 'right' | 'wrong' | 'none' | null

export interface MetadataScore {
  readonly title: Judgement
  readonly day: Judgement
  /** Null too where the page shows no clock time. */
  readonly minute: Judgement
  /** `wrong` where a name was given that the reference does not know: an editor, a site. */
  readonly author: Judgement
  readonly publisher: Judgement
}

export function scoreMetadata(found: Reading, reference: Reference): MetadataScore {
  const times = [reference.published, ...reference.published_alt].flatMap((time) => toTime(time))
  const given = toTime(found.published)
  const isTimed = times.some((time) => time.includes('T'))
  return {
    title: judge(found.title, [reference.title], (a, b) => fold(a) === fold(b)),
    day: judge(given[0], times, (a, b) => a.slice(0, DAY) === b.slice(0, DAY)),
    minute: isTimed
      ? judge(given[0], times, (a, b) => a.slice(0, MINUTE) === b.slice(0, MINUTE))
      : null,
    author: judgeAuthor(found.author, reference),
    publisher: judgeOptional(found.publisher, [reference.source, ...reference.source_alt]),
  }
}

function judge(
  found: string | null | undefined,
  expected: readonly (string | null | undefined)[],
  isSame: (a: string, b: string) => boolean,
): Judgement {
  const known = expected.filter((value) => value != null && value !== '')
  if (found == null || found === '') return known.length === 0 ? null : 'none'
  return known.some((value) => value != null && isSame(found, value)) ? 'right' : 'wrong'
}

/** Where the page shows none the name of its site is not wrong, and nothing not amiss. */
function judgeOptional(
  found: string | null,
  [shown, ...others]: readonly (string | null | undefined)[],
): Judgement {
  const judgement = judge(found, [shown, ...others], (a, b) => fold(a) === fold(b))
  return shown == null && judgement !== 'wrong' ? null : judgement
}

/** Names in any order; some of the names of a reference, and no other, are not right and not wrong. */
function judgeAuthor(found: string | null, reference: Reference): Judgement {
  const known = [reference.author, ...reference.author_alt].filter((name) => name != null)
  const given = namesOf(found ?? '')
  const sets = known.map(namesOf).filter((names) => names.length > 0)
  if (given.length === 0) return reference.author == null || sets.length === 0 ? null : 'none'
  if (sets.some((names) => isSubset(names, given) && isSubset(given, names))) return 'right'
  return isSubset(given, sets.flat()) ? 'none' : 'wrong'
}

function namesOf(author: string): string[] {
  return author
    .split(/[\s、,，;；/]+/)
    .map(fold)
    .filter((name) => name !== '')
}

function isSubset(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((name) => whole.includes(name))
}

/** `2024-02-26T10:01` of whatever way a time is written in. */
function toTime(time: string | null | undefined): string[] {
  const value = time == null ? undefined : parsePublished(time)?.value
  return value === undefined ? [] : [value]
}

const DAY = '2024-02-26'.length
const MINUTE = '2024-02-26T10:01'.length
