import { decodeStrictly } from './decode-bytes.js'
import { detectEncodings } from './detect.js'
import { ENCODINGS, type Encoding } from './encoding.js'
import { type Evidence, isUtf16, plausibilityAs } from './evidence.js'
import type { DecodeOptions } from './options.js'

/**
 * The encoding of bytes that are not (wholly) UTF-8: of those declared, detected and possible the
 * one whose text is most like Chinese; what was declared wins where it makes plausible text. Null
 * where the bytes are text in none of ours, `'binary'` where they are no text at all.
 */
export function chooseEncoding(
  evidence: Evidence,
  options: DecodeOptions,
): Encoding | 'binary' | null {
  const { bytes, declared, hasControls } = evidence
  const isPlausible = (encoding: Encoding): boolean =>
    plausibilityAs(encoding, evidence) >= options.plausibleShare
  if (hasControls) return mostPlausible(ENCODINGS.filter(isUtf16), evidence, options) ?? 'binary'
  if (declared !== null && isPlausible(declared)) return declared
  const detected = detectEncodings(evidence.spread)
  const ours = detected.filter((encoding) => encoding !== null)
  const candidates = [...new Set([...ours, ...ENCODINGS])]
  const best = mostPlausible(candidates, evidence, options)
  // Text without Chinese tells nothing of itself: then what it was declared or detected as counts.
  return best ?? ifItFits(bytes, declared ?? detected[0] ?? null)
}

/** The best of `candidates`, of equals the first; null where none makes plausible text. */
function mostPlausible(
  candidates: readonly Encoding[],
  evidence: Evidence,
  options: DecodeOptions,
): Encoding | null {
  let best: Encoding | null = null
  let bestShare = 0
  for (const encoding of candidates) {
    const share = plausibilityAs(encoding, evidence)
    if (share < options.plausibleShare || share <= bestShare) continue
    best = encoding
    bestShare = share
  }
  return best
}

function ifItFits(bytes: Uint8Array, encoding: Encoding | null): Encoding | null {
  return encoding !== null && decodeStrictly(bytes, encoding) !== null ? encoding : null
}
