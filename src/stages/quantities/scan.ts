import type { Quantity, QuantityMod } from '../../core/quantity.js'
import { type Amount, toBaseUnits } from './amount.js'
import type { QuantityLexicon } from './lexicon.js'
import type { Modified, ModifierMatch } from './modifiers.js'
import { readAmount } from './read-amount.js'

/** A quantity found in a text, in its offsets. */
export interface FoundQuantity {
  readonly start: number
  readonly end: number
  readonly quantity: Quantity
  /** The reading that found it. */
  readonly rule: string
  /** The unit's entry. */
  readonly entry: string
  /** The rules of the modifiers in or around it. */
  readonly modifiers: readonly string[]
}

/** All quantities of one sentence, in text order, none overlapping another. Linear in the sentence. */
export function scanQuantities(lexicon: QuantityLexicon, sentence: string): FoundQuantity[] {
  const found: FoundQuantity[] = []
  let at = 0
  let floor = 0
  while (at < sentence.length) {
    if (lexicon.openers[sentence.charCodeAt(at)] === 0) {
      at++
      continue
    }
    const skipped = lexicon.exclusions.skipTerm(sentence, at)
    if (skipped > at) {
      at = skipped
      continue
    }
    const step = readAmount(lexicon, sentence, at)
    const quantity =
      step.amount === null ? null : withModifiers(lexicon, sentence, step.amount, floor)
    if (quantity !== null) {
      found.push(quantity)
      floor = quantity.end
    }
    at = Math.max(at + 1, quantity?.end ?? step.end)
  }
  return found
}

/** Takes in the modifiers that stand around the amount, not reaching back beyond `floor`. */
function withModifiers(
  lexicon: QuantityLexicon,
  text: string,
  amount: Amount,
  floor: number,
): FoundQuantity | null {
  const measure = amount.unit.traits.has('measure')
  const modified: Modified = { round: amount.round > 0, measure }
  const rank = amount.mod === 'rank'
  const before = rank ? null : lexicon.modifiers.findBefore(text, amount.start, modified)
  const pre = before !== null && before.at >= floor ? before : null
  const post = rank ? null : lexicon.modifiers.findBehind(text, amount.end, modified)
  const vague = amount.round === 1 || (amount.round > 1 && !measure)
  if (vague && amount.mod === 'exact' && pre === null && post === null) return null
  const start = pre?.at ?? amount.start
  if (start < floor) return null
  const plain = !rank && amount.mod === 'exact' && pre === null && post === null
  const ahead = plain ? lexicon.modifiers.findAhead(text, amount.start, modified) : null
  const matches = [pre, post, ahead].filter((match) => match !== null)
  return {
    start,
    end: post?.at ?? amount.end,
    quantity: toQuantity(amount, chooseMod(amount.mod, matches)),
    rule: amount.rule,
    entry: amount.unit.id,
    modifiers: matches.map(({ rule }) => rule),
  }
}

/** A bound says more than 约: 约100多名 is at least 100. */
function chooseMod(inner: QuantityMod, matches: readonly ModifierMatch[]): QuantityMod {
  const mods = [...matches.map(({ mod }) => mod), inner]
  return (
    mods.find((mod) => mod !== 'approx' && mod !== 'exact') ??
    (mods.includes('approx') ? 'approx' : 'exact')
  )
}

function toQuantity(amount: Amount, mod: QuantityMod): Quantity {
  const { low, high } = toBaseUnits(amount)
  const unit = amount.unitName
  return low === high
    ? { value: low, low: null, high: null, unit, mod }
    : { value: null, low, high, unit, mod: mod }
}
