import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import { quotationsIn } from './quotations.js'

export interface FocusInput {
  readonly title: string
  readonly text: string
  /** How often an institution must be named. */
  readonly least: number
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
 * The institution that an article is about: named most often; the title, being named first, and lying
 * where the article is at home count too. It is not clear where two come out alike.
 */
export function focusOf(entities: readonly Mention[], input: FocusInput): Focus {
  const { text, least } = input
  const known = new Map<string, Candidate>()
  let end = -1
  for (const mention of entities) {
    if (mention.value.type !== 'entity' || mention.member !== null) continue
    const { name, candidates } = mention.value.entity
    const { start } = mention.span
    // 甲医院（乙医院）: the second name is the first one's.
    const explains = start - 1 === end && '（('.includes(text[end]!)
    end = mention.span.end
    if (candidates.length > 0 || explains) continue
    const { weight, named, first } = known.get(name) ?? {
      weight: weightOf(mention, name, known.size === 0, input),
      named: 0,
      first: mention,
    }
    known.set(name, { weight, named: named + 1, first })
  }
  const scoreOf = ({ weight, named }: Candidate): number => weight + named
  const [best, second] = [...known.values()].sort((a, b) => scoreOf(b) - scoreOf(a))
  if (best === undefined || scoreOf(best) < least) return NO_FOCUS
  const next = second === undefined ? 0 : scoreOf(second)
  if (scoreOf(best) === next) return NO_FOCUS
  const isClear = best.named >= least && scoreOf(best) >= CLEAR_LEAD * next
  return { mention: best.first, isClear }
}

interface Candidate {
  readonly weight: number
  readonly named: number
  readonly first: Mention
}

function weightOf(
  mention: Mention,
  name: string,
  isFirst: boolean,
  { title, isAway, isAtHome }: FocusInput,
): number {
  const place = isAway(mention) ? -AWAY_WEIGHT : isAtHome(mention) ? 1 : 0
  return (title.includes(name) ? TITLE_WEIGHT : 0) + (isFirst ? 1 : 0) + place
}

const NO_FOCUS: Focus = { mention: null, isClear: false }
/** How many times as often as the next one it is named, so that it is understood without a name. */
const CLEAR_LEAD = 2

/** A name in the title counts as this many in the text. */
const TITLE_WEIGHT = 3
const AWAY_WEIGHT = 3

/** An institution that tells of itself; its mention is null where it is not named. */
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

/** Who tells of itself (我院): the first named that lies in the article's own province; else null. */
export function narratorOf(
  entities: readonly Mention[],
  body: string,
  words: readonly string[],
  isAway: (mention: Mention) => boolean,
): Narrator | null {
  const mention = speaksOfItself(body, words) ? entities.find((one) => !isAway(one)) : undefined
  return mention === undefined ? null : { mention }
}

/** True where 我院 stands outside all quotations, so that the institution itself tells. */
function speaksOfItself(text: string, words: readonly string[]): boolean {
  const quotations = quotationsIn(text)
  return words.some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const index = bisect(quotations.length, (one) => quotations[one]!.end <= at)
      if ((quotations[index]?.start ?? Infinity) > at) return true
    }
    return false
  })
}
