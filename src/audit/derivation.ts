import { readNumeral } from '../chinese/numerals.js'
import type { MentionRecord, QuantityValue } from '../pipeline/records.js'

/**
 * How a mention's value follows from its words, step by step, in signs that need no translation:
 * `141.33万余人次` → `141.33 × 万 = 1413300`, `余 → at-least`, `→ 1413300 人次`.
 */
export function derivationOf(mention: MentionRecord, anchors: readonly MentionRecord[]): string[] {
  const { text, entity, quantity, date } = mention
  if (quantity !== undefined) return quantitySteps(text, quantity)
  if (date !== undefined) {
    const anchor = date.anchor
    const by = anchors.find(({ id }) => id === anchor?.mention)?.text ?? null
    const value = date.mod === null ? date.value : `${date.value} (${date.mod})`
    const interval = `[${date.start ?? '…'}, ${date.end ?? '…'})`
    return [
      ...(anchor === null ? [] : [`⚓ ${by === null ? anchor.value : `${by} = ${anchor.value}`}`]),
      `${text} = ${value}`,
      ...(date.start === null && date.end === null ? [] : [`→ ${interval}`]),
    ]
  }
  if (entity === undefined || entity.name === text) return []
  return [`${text} = ${entity.name}`]
}

function quantitySteps(text: string, quantity: QuantityValue): string[] {
  const { value, low, high, unit, mod } = quantity
  const steps: string[] = []
  const amount = value === null ? `${low ?? '…'} – ${high ?? '…'}` : String(value)
  const numeral = firstNumeral(text)
  if (numeral !== null) {
    const words = text.slice(numeral.start, numeral.end)
    const scale = SCALES.exec(words)?.[0] ?? ''
    const digits = scale === '' ? words : words.slice(0, words.indexOf(scale))
    if (scale !== '' && digits !== '') steps.push(`${digits} × ${scale} = ${amount}`)
    else if (words !== amount) steps.push(`${words} = ${amount}`)
  }
  if (mod !== 'exact') {
    const sign = withoutNumeral(text, numeral, unit)
    steps.push(sign === '' ? mod : `${sign} → ${mod}`)
  }
  steps.push(`→ ${amount} ${unit}`)
  return steps
}

/** The 万 or 亿 at a number's end, and what may stand before it. */
const SCALES = /[百千]?[万亿萬億]+(?=[多余来餘]?$)/

function firstNumeral(text: string): { start: number; end: number } | null {
  for (let at = 0; at < text.length; at++) {
    const numeral = readNumeral(text, at)
    if (numeral !== null) return numeral
  }
  return null
}

/** What a quantity's words hold besides number and unit: 近, 超过, 余. */
function withoutNumeral(
  text: string,
  numeral: { start: number; end: number } | null,
  unit: string,
): string {
  if (numeral === null) return ''
  const inside = /[多余来餘+]$/.exec(text.slice(numeral.start, numeral.end))?.[0] ?? ''
  const rest = `${text.slice(0, numeral.start)}${inside}${text.slice(numeral.end)}`
  return rest.replace(unit, '').trim()
}
