import { BLOCK_ELEMENTS, SCOPE_ELEMENTS } from './html-elements.js'
import type { Attribute } from './scan-html.js'

/** An element on the stack of open ones, and what holds of everything inside it. */
export class OpenElement {
  /** Counts from 1 for the outermost. */
  readonly depth: number
  /** The innermost block element, this one included; null where no block element is open. */
  readonly block: OpenElement | null
  /** The innermost element, this one included, that bounds the reach of end tags; null for none. */
  readonly scope: OpenElement | null
  /** False once its end tag was seen: it may stay in the stack until the blocks in it are closed. */
  isOpen = true
  private writtenPath: string | null = null

  constructor(
    readonly name: string,
    readonly attributes: readonly Attribute[],
    readonly parent: OpenElement | null,
    /** The last open element of the same name. */
    readonly namesake: OpenElement | null,
  ) {
    this.depth = parent === null ? 1 : parent.depth + 1
    this.block = BLOCK_ELEMENTS.has(name) ? this : (parent?.block ?? null)
    this.scope = SCOPE_ELEMENTS.has(name) ? this : (parent?.scope ?? null)
  }

  /**
   * The elements from the outermost to this one, `html/body/div.article#main/p`; of those nested
   * deeper than any page needs only the outermost are written, so that paths stay short.
   */
  get path(): string {
    if (this.writtenPath === null) {
      const above = this.parent === null ? '' : this.parent.path
      const isWritten = this.depth <= DEEPEST_WRITTEN
      this.writtenPath = isWritten ? (above === '' ? '' : `${above}/`) + this.step() : above
    }
    return this.writtenPath
  }

  /** The value of an attribute as written in the source; null without it. */
  attribute(name: string): Attribute | null {
    return this.attributes.find((attribute) => attribute.name === name) ?? null
  }

  private step(): string {
    const classes = namesIn(this.attribute('class')).slice(0, CLASSES_WRITTEN)
    const ids = namesIn(this.attribute('id')).slice(0, 1)
    return [this.name, ...classes.map((name) => `.${name}`), ...ids.map((name) => `#${name}`)].join(
      '',
    )
  }
}

const DEEPEST_WRITTEN = 64
const CLASSES_WRITTEN = 2

/** The names in a `class` or `id` that can be told from the signs that a path is written with. */
function namesIn(attribute: Attribute | null): string[] {
  if (attribute === null) return []
  return attribute.value.split(/\s+/).filter((name) => /^[^/.#]+$/.test(name))
}
