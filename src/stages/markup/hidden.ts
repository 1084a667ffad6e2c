import type { Attribute } from './scan-html.js'

/** True where a start tag says itself that a reader of the page does not see the element. */
export function isHidden(attributes: readonly Attribute[]): boolean {
  return attributes.some(({ name, value }) => {
    if (name === 'hidden') return true
    if (name === 'aria-hidden') return value.trim().toLowerCase() === 'true'
    return name === 'style' && HIDING_STYLE.test(value)
  })
}

const HIDING_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
