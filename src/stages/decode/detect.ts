import { analyse } from 'chardet'
import { type Encoding, encodingOf } from './encoding.js'

/** What the answers of this file depend on. The one file that knows chardet. */
export const DETECTOR_LIBRARY = 'chardet@2.2.0'

/** What a statistical detector takes the bytes for, the likeliest first; null for one not ours. */
export function detectEncodings(sample: Uint8Array): (Encoding | null)[] {
  return analyse(sample).map(({ name }) => encodingOf(name))
}
