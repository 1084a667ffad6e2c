import type { ValueLine } from './line-blocks.js'
import type { Attribute } from './scan-html.js'

/** A value that stands in the markup and is worth a line of its own, and what the line is. */
export interface Value {
  readonly line: ValueLine
  readonly content: Attribute
}

/**
 * What a start tag says of the article in an attribute: the content of a `meta` element called one
 * of `metaNames`, the canonical address, a machine-readable time; null where it says nothing.
 */
export function valueIn(
  tag: string,
  attributes: readonly Attribute[],
  metaNames: ReadonlySet<string>,
): Value | null {
  if (!VALUE_ELEMENTS.has(tag)) return null
  const find = (name: string): Attribute | null =>
    attributes.find((attribute) => attribute.name === name) ?? null
  if (tag === 'meta') {
    const content = find('content')
    const name = nameOf(find('property') ?? find('name') ?? find('itemprop'))
    return content !== null && metaNames.has(name) ? toValue('meta', name, content) : null
  }
  if (tag === 'link') {
    const content = find('href')
    const isCanonical = nameOf(find('rel')) === 'canonical'
    return content !== null && isCanonical ? toValue('link', 'canonical', content) : null
  }
  const content = find('datetime')
  return content === null ? null : toValue('time', 'datetime', content)
}

const VALUE_ELEMENTS: ReadonlySet<string> = new Set(['meta', 'link', 'time'])

function nameOf(attribute: Attribute | null): string {
  return attribute === null ? '' : attribute.value.trim().toLowerCase()
}

function toValue(tag: string, name: string, content: Attribute): Value {
  return { line: { tag, name, step: tag }, content }
}
