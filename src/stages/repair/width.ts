import { type Edit, replaceSpan } from '../../core/edit.js'
import type { Repairer } from './repairer.js'

/**
 * Full-width digits and Latin letters become ASCII, and so do the signs that stand inside or at the
 * end of such a number: １２３．５％ becomes 123.5%. Chinese punctuation between words stays.
 */
export function compileWidth(): Repairer {
  const origin = { stage: 'repair', rule: 'repair/width', entry: null }
  return {
    propose(text) {
      const edits: Edit[] = []
      for (let at = 0; at < text.length; at++) {
        if (!isWide(text, at)) continue
        const start = at
        let replacement = ''
        for (; isWide(text, at); at++) replacement += narrow(text.charCodeAt(at))
        edits.push(replaceSpan({ start, end: at }, replacement, origin))
      }
      return edits
    },
  }
}

/**
 * A sign is part of a number between two full-width digits; a comma only before groups of three,
 * since it parts whole numbers as well; a percent sign also behind ASCII digits.
 */
function isWide(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (!(unit >= SIGN.percent && unit <= WIDE_Z)) return false
  switch (unit) {
    case SIGN.percent:
      return isWideDigit(text, at - 1) || isDigit(text, at - 1)
    case SIGN.comma:
      return isWideDigit(text, at - 1) && isGroupOfThree(text, at + 1)
    case SIGN.hyphen:
    case SIGN.stop:
    case SIGN.slash:
    case SIGN.colon:
      return isWideDigit(text, at - 1) && isWideDigit(text, at + 1)
    default:
      return isWideDigit(text, at) || (unit >= 0xff21 && unit <= 0xff3a) || unit >= 0xff41
  }
}

/** ％ ， － ． ／ ：, and ｚ, the last of the letters. */
const SIGN = {
  percent: 0xff05,
  comma: 0xff0c,
  hyphen: 0xff0d,
  stop: 0xff0e,
  slash: 0xff0f,
  colon: 0xff1a,
} as const
const WIDE_Z = 0xff5a

function isGroupOfThree(text: string, at: number): boolean {
  for (let digit = 0; digit < 3; digit++) if (!isWideDigit(text, at + digit)) return false
  return !isWideDigit(text, at + 3)
}

function isWideDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xff10 && unit <= 0xff19
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x30 && unit <= 0x39
}

/** The full-width forms stand in the order of ASCII, 0xfee0 above it. */
function narrow(unit: number): string {
  return String.fromCharCode(unit - 0xfee0)
}
