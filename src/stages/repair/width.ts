import { type Edit, replaceSpan } from '../../core/edit.js'
import type { Repairer } from './repairer.js'

/**
 * Full-width digits and Latin letters become ASCII, and so do the signs that stand inside or at the
 * end of such a number: １２３．５％ becomes 123.5%. Chinese punctuation between words stays.
 */
export function compileWidth(): Repairer {
  const rule = 'repair/width'
  const origin = { stage: 'repair', rule, entry: null }
  return {
    rule,
    propose(text) {
      const edits: Edit[] = []
      for (const { 0: run, index } of text.matchAll(WIDE)) {
        const span = { start: index, end: index + run.length }
        edits.push(replaceSpan(span, run.replace(/[^]/g, narrow), origin))
      }
      return edits
    },
  }
}

/**
 * A sign is part of a number between two full-width digits; a comma only before groups of three,
 * since it parts whole numbers as well; a percent sign also behind ASCII digits.
 */
const WIDE =
  /(?:[Ａ-Ｚａ-ｚ０-９]|(?<=[０-９])[．：／－](?=[０-９])|(?<=[０-９])，(?=[０-９]{3}(?![０-９]))|(?<=[0-9０-９])[％])+/g

/** The full-width forms stand in the order of ASCII, 0xfee0 above it. */
function narrow(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
}
