import type { MarkupOptions } from './options.js'

/**
 * Whether a document is an HTML page or a plain text. A page begins with a doctype, a declaration
 * or a block element, or is full of tags; a text that mentions a tag here and there stays a text.
 */
export function isHtml(source: string, options: MarkupOptions): boolean {
  const head = source.slice(0, options.sniffedCharacters)
  if (PAGE_START.test(head)) return true
  let tags = 0
  for (const _ of head.matchAll(TAG)) tags++
  return tags >= options.leastTags && tags * options.charactersPerTag >= head.length
}

/** What a page begins with, after white space and comments. */
const PAGE_START =
  /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|base|div|p|table|article|section|main|header|center|h[1-6]|ul|ol|dl|blockquote)(?=[\s/>]))/i

/** Tags that a text would hardly mention one by one. */
const TAG =
  /<\/?(?:a|article|b|body|br|center|div|em|figure|font|footer|h[1-6]|head|header|hr|html|i|img|li|link|main|meta|nav|ol|p|script|section|span|strong|style|table|tbody|td|th|title|tr|ul)(?=[\s/>])[^<>]*>/gi
