import type { DropRule } from './origins.js'

/** Facts about the elements of HTML (WHATWG HTML Living Standard, sections 4, 13.1.2 and 13.2.6). */

/** Elements that stand in lines of their own. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html ' +
    'legend li listing main menu nav ol optgroup option p pre search section summary table tbody ' +
    'td tfoot th thead title tr ul xmp'
  ).split(' '),
)

/** Elements without content or end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'area base basefont bgsound br col command embed frame hr image img input keygen link meta ' +
    'param source track wbr'
  ).split(' '),
)

/** Elements whose line breaks and spaces count. */
export const PREFORMATTED_ELEMENTS: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp'])

/** Elements whose content is not of the page's text, and why it is dropped. */
export const DROPPED_ELEMENTS: ReadonlyMap<string, DropRule> = new Map<string, DropRule>([
  ['script', 'script'],
  ['style', 'style'],
  ['select', 'control'],
  ['datalist', 'control'],
  ['button', 'control'],
  ['textarea', 'control'],
  ['svg', 'embedded'],
  ['math', 'embedded'],
  ['template', 'embedded'],
  ['noscript', 'embedded'],
  ['noframes', 'embedded'],
  ['noembed', 'embedded'],
  ['iframe', 'embedded'],
  ['object', 'embedded'],
  ['applet', 'embedded'],
  ['canvas', 'embedded'],
  ['audio', 'embedded'],
  ['video', 'embedded'],
  ['rt', 'ruby'],
  ['rp', 'ruby'],
])

/** Elements that an end tag or an implied end does not reach out of. */
export const SCOPE_ELEMENTS: ReadonlySet<string> = new Set(
  'applet button caption html marquee object table td template th'.split(' '),
)

/** The parts of a table, whose ends reach out of a cell, though not out of the table. */
export const TABLE_PARTS: ReadonlySet<string> = new Set(
  'caption tbody td tfoot th thead tr'.split(' '),
)

export const HEADINGS: readonly string[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** Block elements that may stand in a paragraph or that it may stand in, so do not end it. */
export const KEEPS_PARAGRAPH: ReadonlySet<string> = new Set(
  'body caption frameset head html legend optgroup option tbody td tfoot th thead title tr'.split(
    ' ',
  ),
)

/** Elements that a start tag ends, unless one of `within` was opened after them. */
export interface ImpliedEnd {
  readonly closes: readonly string[]
  readonly within: readonly string[]
}

const ROWS: ImpliedEnd = { closes: ['thead', 'tbody', 'tfoot', 'caption'], within: ['table'] }
const TERMS: ImpliedEnd = { closes: ['dd', 'dt'], within: ['dl'] }
const CELLS: ImpliedEnd = { closes: ['td', 'th'], within: ['tr', 'table'] }
const READINGS: ImpliedEnd = { closes: ['rt', 'rp'], within: ['ruby'] }

export const IMPLIED_ENDS: ReadonlyMap<string, ImpliedEnd> = new Map([
  ['body', { closes: ['head'], within: [] }],
  ['li', { closes: ['li'], within: ['ul', 'ol', 'menu', 'table'] }],
  ['dd', TERMS],
  ['dt', TERMS],
  ['thead', ROWS],
  ['tbody', ROWS],
  ['tfoot', ROWS],
  ['tr', { closes: ['tr', 'caption'], within: ['table'] }],
  ['td', CELLS],
  ['th', CELLS],
  ['option', { closes: ['option'], within: ['select'] }],
  ['rt', READINGS],
  ['rp', READINGS],
])
