import { TOGETHER } from '../../core/unit.js'
import type { FactRuleUnit } from '../../rule/fact-rule-units.js'
import type { MetricPart } from '../../rule/metric-parts.js'
import type { Cues } from './cues.js'

/**
 * Words of which the body holds one wherever the words of a metric hold one of `names`; null if
 * nothing is sure. A metric's words are a stretch of the body, without the words `within` and without
 * brackets, or several stretches and words of the rule's own put together. `place` says where in them
 * the names are looked for.
 */
export function metricLiterals(
  names: readonly string[],
  cues: Pick<Cues['metric'], 'within' | 'trailing'>,
  rules: readonly FactRuleUnit[],
  place: 'anywhere' | 'end',
): readonly string[] | null {
  const literals = new Set<string>()
  const composing = rules.flatMap(({ metrics, literals: needed }) =>
    metrics.filter(isComposed).map((parts) => ({ parts, needed })),
  )
  for (const name of names)
    for (const literal of brokenForms(name, cues.within)) literals.add(literal)
  for (const name of names)
    for (const { parts, needed } of composing)
      for (const pieces of waysToCompose({ name, parts, cues, place })) {
        if (pieces.some((piece) => literals.has(piece))) continue
        if (needed === null && pieces.length === 0) return null
        for (const word of needed ?? ['']) literals.add(together([word, ...pieces]))
      }
  return [...literals]
}

/** Words that stand in one line; one that another holds goes without saying. */
function together(words: readonly string[]): string {
  const distinct = [...new Set(words)].sort()
  return distinct
    .filter((word) => !distinct.some((other) => other !== word && other.includes(word)))
    .join(TOGETHER)
}

function isComposed(parts: readonly MetricPart[]): boolean {
  const [only] = parts
  return parts.length > 1 || only?.type === 'words'
}

/**
 * The words, or one of their characters and the beginning of what stands behind it and falls away: a
 * bracket, or a word within, which another may stand inside (同达到比).
 */
function brokenForms(words: string, within: readonly string[]): readonly string[] {
  const openings = within.flatMap((word) =>
    [word.charAt(1), ...within.map((other) => other.charAt(0))].map(
      (next) => word.charAt(0) + next,
    ),
  )
  const forms = [words]
  for (let at = 1; at < words.length; at++)
    for (const next of [...openings, ...BRACKETS]) forms.push(words.charAt(at - 1) + next)
  return forms
}

const BRACKETS = '()（）'

interface Search {
  readonly name: string
  readonly parts: readonly MetricPart[]
  readonly cues: Pick<Cues['metric'], 'within' | 'trailing'>
  readonly place: 'anywhere' | 'end'
}

/** The ways in which parts put together can hold the name: for each the pieces that the body holds. */
function waysToCompose({ name, parts, cues, place }: Search): readonly (readonly string[])[] {
  const variants = parts.map((_, place) => variantsOf(parts, place, cues))
  const whole = namedBy({ name, parts, variants, last: parts.length - 1 })
  if (place === 'end') return whole
  // What follows the name in the part that it ends in may be anything.
  const within = parts.flatMap((part, last) => {
    const upTo = variants[last]!.flatMap((text) =>
      Array.from({ length: text.length }, (_, length) => text.slice(0, length)),
    )
    const cut = variants.with(last, [...new Set(part.type === 'words' ? upTo : [])])
    return namedBy({ name, parts, variants: cut, last })
  })
  return [...whole, ...within]
}

interface Composition {
  readonly name: string
  readonly parts: readonly MetricPart[]
  /** What the words of a part can come down to; unused for a stretch. */
  readonly variants: readonly (readonly string[])[]
  /** The part that the name ends in, at its end. */
  readonly last: number
}

function namedBy(composition: Composition): readonly (readonly string[])[] {
  const { name, parts, variants, last } = composition
  if (name === '') return [[]]
  const part = parts[last]
  if (part === undefined) return []
  const before = (rest: string): readonly (readonly string[])[] =>
    namedBy({ ...composition, name: rest, last: last - 1 })
  if (part.type === 'stretch') {
    const ways: (readonly string[])[] = [[name], ...before(name)]
    for (let at = 1; at < name.length; at++)
      for (const way of before(name.slice(0, at))) ways.push([...way, part.behind + name.slice(at)])
    return ways
  }
  return variants[last]!.flatMap((text) => {
    const inBody = part.inBody && part.texts.some((whole) => whole.includes(text)) ? [text] : []
    if (text.endsWith(name)) return [inBody]
    if (!name.endsWith(text)) return []
    return before(name.slice(0, name.length - text.length)).map((way) => [...way, ...inBody])
  })
}

/**
 * What is left of a part's words: words within fall away, be they whole in it or reach over its edges,
 * and so do trailing ones; between two stretches all may fall away with brackets around.
 */
function variantsOf(
  parts: readonly MetricPart[],
  place: number,
  { within, trailing }: Pick<Cues['metric'], 'within' | 'trailing'>,
): readonly string[] {
  const part = parts[place]!
  if (part.type === 'stretch') return []
  const isBetween = parts[place - 1]?.type === 'stretch' && parts[place + 1]?.type === 'stretch'
  const variants = new Set(isBetween ? ['', ...part.texts] : part.texts)
  // The set grows while it is walked, until nothing more falls away.
  for (const text of variants) {
    for (const word of within) {
      variants.add(text.replace(word, ''))
      for (let length = 1; length < word.length; length++) {
        const isFollowed = place < parts.length - 1
        if (isFollowed && text.endsWith(word.slice(0, length))) variants.add(text.slice(0, -length))
        if (place > 0 && text.startsWith(word.slice(-length))) variants.add(text.slice(length))
      }
    }
    for (const word of trailing)
      if (text.endsWith(word)) variants.add(text.slice(0, text.length - word.length))
  }
  return [...variants]
}
