import { numeralClass } from '../../chinese/numeral-characters.js'
import type { QuantityMod } from '../../core/quantity.js'
import { guard, GuardedWords } from '../../dictionary/guarded-words.js'
import type { ModifierRule } from './rule-schema.js'

/** A word that says how exact an amount is; `at` is the far end of it from the amount. */
export interface ModifierMatch {
  readonly rule: string
  readonly mod: QuantityMod
  readonly at: number
}

/** What the amount is like that a modifier is looked for at. */
export interface Modified {
  /** A round number without digit, 百 or 百万. */
  readonly round: boolean
  /** It has a unit of measurement. */
  readonly measure: boolean
}

/** Finds the modifiers around amounts. */
export class Modifiers {
  private readonly before: ModifierWords
  private readonly behind: ModifierWords
  private readonly ahead: ModifierWords
  private readonly reach: number

  constructor(rules: readonly ModifierRule[]) {
    const at = (place: ModifierRule['place']): ModifierRule[] =>
      rules.filter((rule) => rule.place === place)
    this.before = new ModifierWords(at('before'), 'backward')
    this.behind = new ModifierWords(at('behind'), 'forward')
    this.ahead = new ModifierWords(at('ahead'), 'backward')
    this.reach = Math.max(0, ...at('ahead').map(({ within }) => within))
  }

  findBefore(text: string, start: number, modified: Modified): ModifierMatch | null {
    return this.before.find(text, start, modified)
  }

  findBehind(text: string, end: number, modified: Modified): ModifierMatch | null {
    return this.behind.find(text, end, modified)
  }

  /** The modifier of the amount that starts at `start`, some words before it: 约占总数的. */
  findAhead(text: string, start: number, modified: Modified): ModifierMatch | null {
    for (let at = start; at > 0 && start - at <= this.reach; at--) {
      const found = this.ahead.find(text, at, modified)
      if (found !== null) return found
      const unit = text.charCodeAt(at - 1)
      if (numeralClass[unit] !== 0 || isBreak(unit)) return null
    }
    return null
  }
}

/** True for punctuation and spaces; Chinese characters and letters go on. */
export function isBreak(unit: number): boolean {
  return (
    unit < 0x30 ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff01 && unit <= 0xff0f) ||
    unit === 0xff1a ||
    unit === 0xff1b
  )
}

/** True where the clause or the text ends at `at`. */
export function closesClause(text: string, at: number): boolean {
  return at >= text.length || isBreak(text.charCodeAt(at))
}

/** The words of rules, looked up on one side of an amount. */
class ModifierWords {
  private readonly words: GuardedWords<ModifierRule>

  constructor(
    rules: readonly ModifierRule[],
    private readonly direction: 'forward' | 'backward',
  ) {
    const words = rules.flatMap((rule) => guard(rule.words, rule, rule.unless))
    this.words = new GuardedWords(words, direction)
  }

  find(text: string, at: number, modified: Modified): ModifierMatch | null {
    const match = this.words.match(text, at)
    if (match === null) return null
    const { means: rule, length } = match
    if ((rule.round && !modified.round) || (rule.measures && !modified.measure)) return null
    const far = this.direction === 'forward' ? at + length : at - length
    return { rule: rule.id, mod: rule.mod, at: far }
  }
}
