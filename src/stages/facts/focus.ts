import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Pointer } from './pointers.js'

export interface FocusInput {
  readonly title: string
  readonly text: string
  /** How often an institution must be named. */
  readonly least: number
  /** The words by which an institution speaks of itself: 我院. */
  readonly narrators: readonly string[]
  readonly isAway: (mention: Mention) => boolean
  /** True for one that lies in the very division that the article is at home in. */
  readonly isAtHome: (mention: Mention) => boolean
}

/** What an article is about, and whether by far. */
export interface Focus {
  readonly mention: Mention | null
  readonly isClear: boolean
}

/**
 * The institution that an article is about: named, or pointed at by 该院, most often; the title, being
 * named first, and lying where the article is at home count too. Of two that come out alike the first
 * is it, of three none.
 */
export function focusOf(
  entities: readonly Mention[],
  pointed: readonly Pointer[],
  input: FocusInput,
): Focus {
  const named = entities.filter((mention, index) => isName(mention, entities[index - 1], input))
  const pointedAt = pointed.flatMap(({ span, kind }) => {
    if (kind !== 'demonstrative') return []
    const before = bisect(named.length, (index) => named[index]!.span.end <= span.start)
    return named[before - 1] ?? []
  })
  const known = new Map<string, Candidate>()
  for (const mention of [...named, ...pointedAt, ...tellers(named, pointed, input)]) {
    const name = nameOf(mention)
    const { weight, count, first } = known.get(name) ?? {
      weight: weightOf(mention, known.size === 0, input),
      count: 0,
      first: mention,
    }
    known.set(name, { weight, count: count + 1, first })
  }
  const scoreOf = ({ weight, count }: Candidate): number => weight + count
  const [best, second, third] = [...known.values()].sort((a, b) => scoreOf(b) - scoreOf(a))
  if (best === undefined || scoreOf(best) < input.least) return NO_FOCUS
  const next = second === undefined ? 0 : scoreOf(second)
  if (third !== undefined && scoreOf(best) === scoreOf(third)) return NO_FOCUS
  const isClear = best.count >= input.least && scoreOf(best) >= CLEAR_LEAD * next
  return { mention: best.first, isClear }
}

/** For each 我院, the one institution named before the first of them. */
function tellers(
  named: readonly Mention[],
  pointed: readonly Pointer[],
  { text, narrators }: FocusInput,
): readonly Mention[] {
  const own = pointed.filter(({ span }) => narrators.includes(text.slice(span.start, span.end)))
  const [first] = own
  const [teller] = named
  if (first === undefined || teller === undefined || teller.span.start > first.span.start) return []
  const next = named.find((mention) => nameOf(mention) !== nameOf(teller))
  return next !== undefined && next.span.start < first.span.start ? [] : own.map(() => teller)
}

/** True for one institution that is known to be that; 甲医院（乙医院）: the second name is the first one's. */
function isName(
  { value, member, span }: Mention,
  former: Mention | undefined,
  { text }: FocusInput,
): boolean {
  if (value.type !== 'entity' || member !== null || value.entity.candidates.length > 0) return false
  return !(former?.span.end === span.start - 1 && '（('.includes(text[span.start - 1]!))
}

function nameOf({ value }: Mention): string {
  return value.type === 'entity' ? value.entity.name : ''
}

interface Candidate {
  readonly weight: number
  readonly count: number
  readonly first: Mention
}

function weightOf(
  mention: Mention,
  isFirst: boolean,
  { title, isAway, isAtHome }: FocusInput,
): number {
  const place = isAway(mention) ? -AWAY_WEIGHT : isAtHome(mention) ? 1 : 0
  return (title.includes(nameOf(mention)) ? TITLE_WEIGHT : 0) + (isFirst ? 1 : 0) + place
}

const NO_FOCUS: Focus = { mention: null, isClear: false }
/** How many times as often as the next one it is named, so that it is understood without a name. */
const CLEAR_LEAD = 2

/** A name in the title counts as this many in the text. */
const TITLE_WEIGHT = 3
const AWAY_WEIGHT = 3

/** The institution that publishes; its mention is null where it is not named. */
export interface Narrator {
  readonly mention: Mention | null
}

/** The institution that publishes; null where another publishes, a null mention where it is not named. */
export function publisherOf(
  publisher: string,
  body: string,
  entities: readonly Mention[],
  endings: readonly string[],
): Narrator | null {
  if (!endings.some((ending) => publisher.endsWith(ending))) return null
  const mention = entities.find(
    ({ value, span }) =>
      value.type === 'entity' &&
      (value.entity.name === publisher || publisher.includes(body.slice(span.start, span.end))),
  )
  return { mention: mention ?? null }
}
