import { BLOCK_ELEMENTS, PREFORMATTED_ELEMENTS, SCOPE_ELEMENTS } from './html-elements.js'
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
  /** True inside drawings and formulas, where other rules hold. */
  readonly isForeign: boolean
  readonly isPreformatted: boolean
  /** Itself, or where it is nested too deep for a path, the innermost that is not. */
  private readonly written: OpenElement
  private ownPath: string | null = null
  /** How many elements without a name of their own it has held so far, by which they are told apart. */
  private nameless = 0
  private readonly ordinal: number

  constructor(
    readonly name: string,
    readonly attributes: readonly Attribute[],
    readonly parent: OpenElement | null,
    /** The last open element of the same name. */
    readonly namesake: OpenElement | null,
  ) {
    this.depth = parent === null ? 1 : parent.depth + 1
    this.block = BLOCK_ELEMENTS.has(name) ? this : (parent?.block ?? null)
    this.written = parent === null || parent.depth < DEEPEST_WRITTEN ? this : parent.written
    this.ordinal = parent === null || !COUNTED.has(name) ? 0 : ++parent.nameless
    this.isForeign = FOREIGN.has(name) || (parent?.isForeign === true && name !== 'foreignobject')
    this.isPreformatted = parent?.isPreformatted === true || PREFORMATTED_ELEMENTS.has(name)
    this.scope = SCOPE_ELEMENTS.has(name) ? this : (parent?.scope ?? null)
  }

  /**
   * The elements from the outermost to this one, `html/body/div.article#main/div:2/p`; of those nested
   * deeper than any page needs only the outermost are written, so that paths stay short.
   */
  get path(): string {
    if (this.written !== this) return this.written.path
    this.ownPath ??= this.parent === null ? this.step() : `${this.parent.path}/${this.step()}`
    return this.ownPath
  }

  /** One of its attributes that the page is read for; null without it. */
  attribute(name: string): Attribute | null {
    return this.attributes.find((attribute) => attribute.name === name) ?? null
  }

  private step(): string {
    const classes = namesIn(this.attribute('class')).slice(0, CLASSES_WRITTEN)
    const ids = namesIn(this.attribute('id')).slice(0, 1)
    if (this.ordinal > 0 && classes.length + ids.length === 0) return `${this.name}:${this.ordinal}`
    return [this.name, ...classes.map((name) => `.${name}`), ...ids.map((name) => `#${name}`)].join(
      '',
    )
  }
}

/** Elements that hold the parts of a page, of which those without a class or id are numbered. */
const COUNTED: ReadonlySet<string> = new Set(['div', 'section', 'article', 'table', 'td'])
const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math'])
const DEEPEST_WRITTEN = 64
const CLASSES_WRITTEN = 2

/** The names in a `class` or `id` that can be told from the signs that a path is written with. */
function namesIn(attribute: Attribute | null): string[] {
  if (attribute === null) return []
  return attribute.value.split(/\s+/).filter((name) => /^[^/.#:]+$/.test(name))
}
