import type { JSX } from 'preact'
import type { Precision } from '../../../src/audit/review-api.js'
import { writeShare } from './values.js'

/** A precision with its interval drawn on a line from 0 to 1. */
export function PrecisionBar({ precision }: { readonly precision: Precision }): JSX.Element {
  const { share, low, high } = precision
  if (share === null) return <span class="meta">–</span>
  return (
    <span class="precision-bar">
      <svg viewBox="0 0 100 10" width="100" height="10" aria-hidden="true">
        <line class="axis" x1="0" x2="100" y1="5" y2="5" />
        <rect class="interval" x={low * 100} y="2" width={(high - low) * 100} height="6" rx="3" />
        <circle class="share" cx={share * 100} cy="5" r="3.2" />
      </svg>{' '}
      {writeShare(share)}{' '}
      <span class="meta">
        [{writeShare(low)}, {writeShare(high)}]
      </span>
    </span>
  )
}
