import type { LossReport, LostSentence } from '../store/losses.js'
import { fitLine, formatNumber, indent } from './layout.js'
import type { Colors } from './terminal.js'

/** Dropped sentences that a reader may miss; empty where there are none. */
export function formatLosses({ total, sentences }: LossReport, colors: Colors): string {
  if (sentences.length === 0) return ''
  const count =
    total === 1 ? 'one dropped sentence says' : `${formatNumber(total)} dropped sentences say`
  const head = `${colors.bold('Likely lost')}: ${count} something`
  const more = total - sentences.length
  const rest =
    more > 0 ? [`… and ${formatNumber(more)} more: yuanju suggest losses --limit ${total}`] : []
  return [
    head,
    ...[...sentences.map((loss) => formatLoss(loss, colors)), ...rest].map((line) => indent(line)),
  ].join('\n')
}

function formatLoss(
  { kind, rule, holds, articles, path, sentence }: LostSentence,
  colors: Colors,
): string {
  const where = articles === 1 ? path : `${path} and ${formatNumber(articles - 1)} more`
  const about = colors.dim(`${kind} by ${rule} · ${holds.join(', ')} · ${fitLine(where, 36)}`)
  return `${colors.yellow(fitLine(sentence, SENTENCE))}\n  ${about}`
}

const SENTENCE = 94
