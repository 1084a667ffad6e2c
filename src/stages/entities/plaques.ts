import type { FoundName } from './found-name.js'
import { keyOf, named, type Identity } from './identity.js'
import type { PlaqueRule } from './rules.js'

/**
 * The institution that bears the plaque which `found[index]` names: the one other of the clauses
 * before 加挂“…”, or the one right behind 依托. Null where the name is listed, no branch's, or the
 * text does not say.
 */
export function plaqueBearer(
  text: string,
  found: readonly FoundName[],
  index: number,
  rule: PlaqueRule,
): Identity | null {
  const plaque = found[index]!
  if (!plaque.isBranch || plaque.identity.id !== null) return null
  return (
    bearerBefore(text, found, index, rule) ?? bearerBehind(text, plaque, found[index + 1], rule)
  )
}

function bearerBefore(
  text: string,
  found: readonly FoundName[],
  index: number,
  { id, cues }: PlaqueRule,
): Identity | null {
  const plaque = found[index]!
  let at = plaque.span.start
  while (at > 0 && OPENERS.includes(text[at - 1]!)) at--
  if (!cues.some((word) => text.endsWith(word, at))) return null
  let bearer: Identity | null = null
  for (const { span, identity, isBranch } of found
    .slice(Math.max(0, index - REACH_NAMES), index)
    .toReversed()) {
    if (at - span.end > REACH || SENTENCE_ENDS.test(text.slice(span.end, at))) break
    if (isBranch || plaque.identity.name.startsWith(identity.name)) continue
    if (bearer !== null && keyOf(bearer) !== keyOf(identity)) return null
    bearer = identity
  }
  return bearer && named(bearer, id)
}

function bearerBehind(
  text: string,
  { span }: FoundName,
  next: FoundName | undefined,
  { id, bearerCues }: PlaqueRule,
): Identity | null {
  if (next === undefined || next.isBranch || next.member !== null) return null
  let at = span.end
  if (CLOSERS.includes(text[at] ?? '\n')) at++
  const between = text.slice(at, Math.min(next.span.start, at + REACH))
  return bearerCues.includes(between) ? named(next.identity, id) : null
}

/** How many characters before a plaque its bearer may stand, and with how many names between. */
const REACH = 120
const REACH_NAMES = 8
const SENTENCE_ENDS = /[。！？!?\n]/
const OPENERS = '为:：“"「『《'
const CLOSERS = '”"」』》'
