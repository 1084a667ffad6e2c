import {
  COMPATIBILITY_IDEOGRAPHS,
  GBK_PRIVATE_USE,
  RADICALS,
  unifiedForm,
} from '../../chinese/character-forms.js'
import { type Edit, replaceSpan } from '../../core/edit.js'
import type { Repairer } from './repairer.js'

/**
 * Radicals inside words become the Hanzi that they look like, ⽂件 becomes 文件, and so do copies of
 * Hanzi for compatibility and characters that older GBK had in private use. A radical that stands on
 * its own is meant: it is spoken of.
 */
export function compileForms(): Repairer {
  const origin = { stage: 'repair', rule: 'repair/character-form', entry: null }
  return {
    propose(text) {
      const edits: Edit[] = []
      for (const { 0: run, index } of text.matchAll(FORMS)) {
        const end = index + run.length
        const isInWord = HANZI.test(text.charAt(index - 1)) || HANZI.test(text.charAt(end))
        if (!isInWord && RADICAL.test(run)) continue
        const replacement = Array.from(run, unifiedForm).join('')
        if (replacement !== run && replacement.length === run.length)
          edits.push(replaceSpan({ start: index, end }, replacement, origin))
      }
      return edits
    },
  }
}

const FORMS = new RegExp(`[${RADICALS}${COMPATIBILITY_IDEOGRAPHS}${GBK_PRIVATE_USE}]+`, 'g')
const RADICAL = new RegExp(`[${RADICALS}]`)
const HANZI = /[\u3400-\u4dbf\u4e00-\u9fff]/
