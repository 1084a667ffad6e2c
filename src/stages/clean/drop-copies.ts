import type { Span } from '../../core/span.js'
import { chooseCopies } from './choose-copies.js'
import { findCopyRuns, type LooksInjected, toCopyText } from './copies.js'
import type { Drop } from './drop.js'
import type { Injected } from './injected.js'
import type { CleanOptions } from './options.js'
import { findRepeatedLines } from './repeated-lines.js'
import type { SpamLexicon } from './spam-lexicon.js'

/** What goes because it stands twice, and what a copy that stays has more than the others. */
export interface CopyDrops {
  readonly dropped: readonly Drop[]
  /** In text order. */
  readonly injected: readonly Injected[]
  /** True where the body, or much of it, stands twice, not a single line. */
  readonly isDoubled: boolean
}

/** Finds what of a text stands twice; `lines` are all of its lines, `units` their sentences. */
export function dropCopies(
  text: string,
  lines: readonly Span[],
  units: readonly Span[],
  lexicon: SpamLexicon,
  options: CleanOptions,
): CopyDrops {
  const looksInjected: LooksInjected = (words) =>
    lexicon.seedIn(words) !== null || ACCOUNT.test(words)
  const copyText = toCopyText(text, units)
  const runs = findCopyRuns(copyText, options, looksInjected)
  const { longest } = options.injected
  const chosen = chooseCopies(copyText, runs, longest, looksInjected)
  const injected = chosen.injected.map(({ start, end }) => ({
    start,
    end,
    entry: lexicon.seedIn(text.slice(start, end)),
    rule: 'spam/only-in-one-copy',
  }))
  const second = chosen.dropped.map((unit) => drop(units[unit]!, 'clean/second-copy'))
  const gone = new Set(second.map(({ start }) => start))
  const staying = lines.filter(({ start }) => !gone.has(start))
  const repeated = findRepeatedLines(text, staying, options).map(({ line, as }) =>
    drop(staying[line]!, as === 'lead' ? 'clean/lead' : 'clean/repeated-line'),
  )
  return { dropped: [...second, ...repeated], injected, isDoubled: second.length > 0 }
}

function drop({ start, end }: Span, rule: string): Drop {
  return { start, end, kind: 'duplicate', rule, entry: null }
}

/** An address or account that an advertiser leaves. */
const ACCOUNT =
  /\.(?:com|net|cc|vip|top|cn|xyz|app|tv|me)\b|(?:QQ|微信|VX|电话|加群)[^。]{0,6}[A-Za-z0-9]{5}/i
