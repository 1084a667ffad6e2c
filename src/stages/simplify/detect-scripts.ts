import type { Script } from '../../core/layers.js'
import type { Span } from '../../core/span.js'
import { type Census, splitSentences, takeCensus } from './census.js'

/** When a stretch of text counts as traditional. */
export interface ScriptLimits {
  /** Traditional-only characters that decide a line without looking at its surroundings. */
  readonly lineEvidence: number
  /** The same for a sentence within a simplified line: less is a quotation, and stays. */
  readonly sentenceEvidence: number
  /** A line is mixed where the weaker script has more than this share of the stronger. */
  readonly mixedShare: number
  /** A line is Japanese where it has more than this many kana to a Hanzi. */
  readonly kanaShare: number
}

/** The script of each line of a text, and what of the text is to be converted, in order. */
export interface PageScripts {
  readonly scripts: readonly Script[]
  readonly traditional: readonly Span[]
}

/**
 * Each line by its own evidence; one without enough follows the lines around it where they agree,
 * else the page.
 */
export function detectScripts(
  text: string,
  classes: Uint8Array,
  limits: ScriptLimits,
): PageScripts {
  const lines = countLines(text, classes)
  const own = lines.map((line) => judgeLine(line, limits))
  const scripts = settle(lines, own)
  const traditional = lines.flatMap((line, index) =>
    selectTraditional(text, line, scripts[index]!, { classes, limits }),
  )
  return { scripts, traditional }
}

function countLines(text: string, classes: Uint8Array): Census[] {
  const lines: Census[] = []
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    lines.push(takeCensus(text, { start, end }, classes))
    start = end + 1
  }
  return lines
}

/** Null where the line alone does not say. */
function judgeLine(line: Census, limits: ScriptLimits): Script | null {
  const { hanzi, traditional, simplified, kana } = line
  if (hanzi === 0 || (kana > 1 && kana > hanzi * limits.kanaShare)) return 'other'
  if (simplified === 0) return traditional < limits.lineEvidence ? null : 'hant'
  if (traditional === 0) return 'hans'
  const weaker = Math.min(traditional, simplified)
  const stronger = Math.max(traditional, simplified)
  if (weaker > stronger * limits.mixedShare) return 'mixed'
  return traditional > simplified ? 'hant' : 'hans'
}

/** Where the lines above and below disagree, a trace of evidence decides before the page does. */
function settle(lines: readonly Census[], own: readonly (Script | null)[]): Script[] {
  const page = judgePage(lines)
  const below: (Script | null)[] = []
  let next: Script | null = null
  for (let index = own.length - 1; index >= 0; index--) {
    below[index] = next
    if (own[index] === 'hant' || own[index] === 'hans') next = own[index]!
  }
  let above: Script | null = null
  return own.map((script, index) => {
    if (script === 'hant' || script === 'hans') above = script
    if (script !== null) return script
    const around = [above ?? below[index] ?? page, below[index] ?? above ?? page] as const
    if (around[0] === around[1]) return around[0]
    return lines[index]!.traditional > 0 ? 'hant' : page
  })
}

function judgePage(lines: readonly Census[]): Script {
  let traditional = 0
  let simplified = 0
  for (const line of lines) {
    traditional += line.traditional
    simplified += line.simplified
  }
  return traditional > simplified ? 'hant' : 'hans'
}

interface Judging {
  readonly classes: Uint8Array
  readonly limits: ScriptLimits
}

/** A line of both scripts is taken sentence by sentence. */
function selectTraditional(
  text: string,
  line: Census,
  script: Script,
  { classes, limits }: Judging,
): readonly Span[] {
  if (script === 'other' || line.hanzi === 0) return []
  if (line.simplified === 0) return script === 'hant' ? [line] : []
  if (script === 'hans' && line.traditional < limits.sentenceEvidence) return []
  const evidence = script === 'hans' ? limits.sentenceEvidence : limits.lineEvidence
  const isKept =
    line.traditional >= line.simplified
      ? (sentence: Census): boolean => sentence.simplified <= sentence.traditional
      : (sentence: Census): boolean => sentence.simplified === 0 && sentence.traditional >= evidence
  return splitSentences(text, line).filter((span) => isKept(takeCensus(text, span, classes)))
}
