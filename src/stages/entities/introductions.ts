import type { Span } from '../../core/span.js'
import { keyOf, named, type Identity } from './identity.js'
import type { Lexicon } from './lexicon.js'
import type { FoundName } from './found-name.js'
import { plaqueBearer } from './plaques.js'

/**
 * Names that the article gives an institution, in brackets behind it or by 以下简称 and the like, with
 * those that follow under a name so given; an unlisted name takes on its neighbour's identity.
 */
export function followIntroductions(
  text: string,
  found: readonly FoundName[],
  lexicon: Lexicon,
): readonly FoundName[] {
  const state: State = {
    text,
    lexicon,
    byStart: new Map(found.map((name) => [name.span.start, name])),
    same: new Map(),
    added: [],
  }
  for (const [index, name] of found.entries()) {
    if (name.member !== null) continue
    readBrackets(state, name)
    readCues(state, name)
    const bearer = lexicon.rules.plaques && plaqueBearer(text, found, index, lexicon.rules.plaques)
    if (bearer) state.same.set(keyOf(name.identity), bearer)
  }
  if (state.same.size === 0 && state.added.length === 0) return found
  const settled = found.map((name) => {
    const identity = state.same.get(keyOf(name.identity))
    return identity === undefined ? name : { ...name, identity }
  })
  return [...settled, ...withoutTaken(state.added, found)].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

interface State {
  readonly text: string
  readonly lexicon: Lexicon
  readonly byStart: ReadonlyMap<number, FoundName>
  /** What an unlisted institution, by its name, turned out to be. */
  readonly same: Map<string, Identity>
  readonly added: FoundName[]
}

function readBrackets(state: State, name: FoundName): void {
  const { text, lexicon } = state
  const rule = lexicon.rules.introductions.find(({ cues }) => cues.length === 0)
  const open = name.span.end
  if (rule === undefined || (text[open] !== '(' && text[open] !== '（')) return
  const close = closingBracket(text, open)
  if (close === null) return
  for (let start = open + 1; start < close;) {
    let end = start
    while (end < close && !ITEM_BREAKS.includes(text[end]!)) end++
    const opener = rule.openers.find(
      (word) => state.byStart.has(start + word.length) && text.startsWith(word, start),
    )
    start += opener?.length ?? 0
    if (end - start > 1) introduce(state, name, { start, end }, rule.id, false)
    start = end + 1
  }
}

function readCues(state: State, name: FoundName): void {
  const { text, lexicon } = state
  let at = name.span.end
  for (let skipped = 0; skipped < 2 && BEFORE_CUES.includes(text[at] ?? '\n'); skipped++) at++
  for (const { id, cues } of lexicon.rules.introductions) {
    const cue = cues.find((word) => text.startsWith(word, at))
    if (cue === undefined) continue
    let start = at + cue.length
    while (OPENERS.includes(text[start] ?? '\n')) start++
    let end = start
    while (end < text.length && end - start <= LONGEST_ALIAS && !ALIAS_ENDS.includes(text[end]!))
      end++
    if (end - start > 1 && end - start <= LONGEST_ALIAS)
      introduce(state, name, { start, end }, id, true)
    return
  }
}

/** `span` names the same institution as `name`, which stands before it. */
function introduce(
  state: State,
  name: FoundName,
  span: Span,
  rule: string,
  isDeclared: boolean,
): void {
  const { text, byStart, same } = state
  const other = byStart.get(span.start)
  if (other !== undefined) {
    if (other.span.end !== span.end || other.member !== null) return
    if (other.identity.id === null) same.set(keyOf(other.identity), named(name.identity, rule))
    else if (name.identity.id === null && name.identity.candidates.length === 0)
      same.set(keyOf(name.identity), named(other.identity, rule))
    return
  }
  const alias = text.slice(span.start, span.end)
  if (!isDeclared && !endsLikeName(state, alias)) return
  const identity = named(name.identity, rule)
  const first: FoundName = { span, identity, member: null, isBranch: false }
  state.added.push(first)
  if (!isDeclared) return
  for (
    let at = text.indexOf(alias, span.end);
    at !== -1;
    at = text.indexOf(alias, at + alias.length)
  )
    state.added.push({ ...first, span: { start: at, end: at + alias.length } })
}

function endsLikeName({ lexicon }: State, words: string): boolean {
  const { never } = lexicon.rules.words
  if (words.length > LONGEST_IN_BRACKETS || [...words].some((char) => never.includes(char)))
    return false
  return lexicon.rules.suffixes.some(({ endings, after }) =>
    endings.some(
      (ending) => after.length > 0 && words.length > ending.length + 1 && words.endsWith(ending),
    ),
  )
}

function withoutTaken(added: readonly FoundName[], found: readonly FoundName[]): FoundName[] {
  const kept: FoundName[] = []
  let end = 0
  let next = 0
  for (const name of [...added].sort((a, b) => a.span.start - b.span.start)) {
    while (next < found.length && found[next]!.span.end <= name.span.start) next++
    const other = found[next]
    if (name.span.start < end || (other !== undefined && other.span.start < name.span.end)) continue
    kept.push(name)
    end = name.span.end
  }
  return kept
}

function closingBracket(text: string, open: number): number | null {
  const limit = Math.min(text.length, open + LONGEST_BRACKET)
  for (let at = open + 1; at < limit; at++) {
    if (text[at] === ')' || text[at] === '）') return at
    if (text[at] === '\n') return null
  }
  return null
}

const LONGEST_BRACKET = 80
const LONGEST_IN_BRACKETS = 24
const LONGEST_ALIAS = 16
const ITEM_BREAKS = ' 　、,，;；/|'
const BEFORE_CUES = '(（,，、；;“"'
const OPENERS = '为:：“"「『《'
const ALIAS_ENDS = '”"」』》)）,，。;；、\n'
