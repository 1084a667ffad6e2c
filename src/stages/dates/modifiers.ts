import type { TimexMod } from '../../core/timex.js'
import type { Expression, FoundExpression, Opening } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import type { DateModifier } from './rule-schema.js'

/** An expression before the modifiers around it. */
export interface Draft {
  readonly start: number
  readonly end: number
  readonly expression: Expression
  readonly rule: string
  /** What the expression's own words say (三个多月, 年底). */
  readonly mod?: TimexMod
  readonly days?: readonly [number, number] | null
  /** 截至 and the like, which stood before it. */
  readonly limit?: DateModifier
}

/** Takes in the modifiers that stand around an expression, not reaching back beyond `floor`. */
export function applyModifiers(
  lexicon: DateLexicon,
  text: string,
  draft: Draft,
  floor: number,
): FoundExpression {
  switch (draft.expression.kind) {
    case 'duration':
      return modifyDuration(lexicon, text, draft, floor)
    case 'stretch':
      return modifyStretch(lexicon, text, draft)
    case 'calendar':
      return modifyCalendar(lexicon, text, draft)
    default:
      return toFound(draft, draft.end, [])
  }
}

function modifyDuration(
  lexicon: DateLexicon,
  text: string,
  draft: Draft,
  floor: number,
): FoundExpression {
  const before = lexicon.beforeDuration.match(text, draft.start)
  const reaches = before !== null && draft.start - before.length >= floor
  const behind = lexicon.behindDuration.match(text, draft.end)
  const rules = [...(reaches ? [before.means] : []), ...(behind === null ? [] : [behind.means])]
  const start = reaches ? draft.start - before.length : draft.start
  return toFound({ ...draft, start }, draft.end + (behind?.length ?? 0), rules)
}

/** 过去两年多. */
function modifyStretch(lexicon: DateLexicon, text: string, draft: Draft): FoundExpression {
  const behind = lexicon.behindDuration.match(text, draft.end)
  if (behind === null) return toFound(draft, draft.end, [])
  return toFound(draft, draft.end + behind.length, [behind.means])
}

/** Up to two words stand behind a date: 2025年底前, 2022年底以来. */
function modifyCalendar(lexicon: DateLexicon, text: string, draft: Draft): FoundExpression {
  const first = lexicon.behind.match(text, draft.end)
  if (first === null && draft.limit === undefined) return toFound(draft, draft.end, NO_RULES)
  const rules: DateModifier[] = []
  let { end, days = null } = draft
  for (let word = first; word !== null && rules.length < MOST_WORDS;) {
    rules.push(word.means.rule)
    days = word.means.days ?? days
    end += word.length
    word = lexicon.behind.match(text, end)
  }
  if (draft.limit !== undefined) rules.push(draft.limit)
  return toFound({ ...draft, days }, end, rules)
}

const MOST_WORDS = 2
const NO_RULES: readonly DateModifier[] = []

function toFound(draft: Draft, end: number, rules: readonly DateModifier[]): FoundExpression {
  const { start, expression, rule, days = null } = draft
  const { mod, open } = combine(draft.mod ?? null, rules)
  const modifiers = rules.length === 0 ? NO_IDS : rules.map(({ id }) => id)
  return { start, end, expression, rule, modifiers, days, mod, open, alone: false }
}

const NO_IDS: readonly string[] = []

/** The last word decides, but before the end of something is up to its end (2025年底前). */
function combine(
  own: TimexMod | null,
  rules: readonly DateModifier[],
): { mod: TimexMod | null; open: Opening } {
  let mod = own
  let open: Opening = null
  for (const rule of rules) {
    if (rule.open === 'before' && mod === 'END') open = 'until'
    else {
      mod = rule.mod
      open = rule.open
    }
  }
  return { mod, open }
}
