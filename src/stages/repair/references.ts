import { Tokenizer } from 'htmlparser2'
import { type Edit, replaceSpan } from '../../core/edit.js'
import type { Repairer } from './repairer.js'

/** What the answers of this file depend on: the table of named references. */
export const REFERENCE_LIBRARY = 'htmlparser2@12.0.0'

/**
 * Character references that a page shows because they were escaped twice, or were never read as
 * markup: `&ldquo;`, `&#22269;`, `&amp;nbsp;`. A page that speaks of markup, or quotes one, keeps all.
 */
export function compileReferences(): Repairer {
  const origin = { stage: 'repair', rule: 'repair/character-reference', entry: null }
  return {
    propose(text) {
      const edits: Edit[] = []
      if (!text.includes('&')) return edits
      for (const { 0: reference, index } of text.matchAll(REFERENCE)) {
        const characters = decode(reference)
        if (characters === null) continue
        edits.push(replaceSpan({ start: index, end: index + reference.length }, characters, origin))
      }
      return edits.length === 0 || SPEAKS_OF_MARKUP.test(text) ? [] : edits
    },
  }
}

/** Several times escaped, the ampersand is a reference itself. */
const REFERENCE = /&(?:amp;){0,4}(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6});/g

/** A tag, the name of the language outside of an address, or a reference in quotes. */
const SPEAKS_OF_MARKUP =
  /<\/?[A-Za-z][A-Za-z0-9]{0,15}[\s/>]|(?<![\w./-])(?:X?HTML[45]?|XML)(?![\w./])|[`“‘"'「『《(（]&[#\w]{2,33};[`”’"'」』》)）]/i

/** The characters that a reference stands for, a space for a line break; null for no known one. */
function decode(reference: string): string | null {
  const innermost = `&${reference.slice(reference.lastIndexOf('&amp;') + 1).replace(/^(?:amp;)*/, '')}`
  const source = innermost === '&' ? '&amp;' : innermost
  let characters = ''
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    { ...SILENT, ontextentity: (point) => (characters += String.fromCodePoint(point)) },
  )
  tokenizer.write(source)
  tokenizer.end()
  return characters === '' || BROKEN.test(characters) ? null : characters.replace(/[\r\n]/g, ' ')
}

const BROKEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/

const SILENT = {
  onattribdata() {},
  onattribentity() {},
  onattribend() {},
  onattribname() {},
  oncdata() {},
  onclosetag() {},
  oncomment() {},
  ondeclaration() {},
  onend() {},
  onopentagend() {},
  onopentagname() {},
  onprocessinginstruction() {},
  onselfclosingtag() {},
  ontext() {},
}
