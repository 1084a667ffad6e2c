import {
  BLOCK_ELEMENTS,
  HEADINGS,
  IMPLIED_ENDS,
  KEEPS_PARAGRAPH,
  TABLE_PARTS,
} from './html-elements.js'
import { OpenElement } from './open-element.js'
import type { Attribute } from './scan-html.js'

/**
 * The open elements of a page as it is read, with the repairs that browsers make: implied ends,
 * stray end tags, end tags in the wrong order. Each call takes constant time, or time for the
 * elements that it closes: the last open element of every name and the last that bounds a scope
 * are known, so nothing is searched for, however deep the nesting.
 */
export class OpenElements {
  private readonly stack: OpenElement[] = []
  private readonly lastOf = new Map<string, OpenElement | null>()
  private openLinks = 0
  private lowWater = 0

  get current(): OpenElement | null {
    return this.stack[this.stack.length - 1] ?? null
  }

  /** True inside an `a` that leads somewhere. */
  get isInLink(): boolean {
    return this.openLinks > 0
  }

  has(name: string): boolean {
    return this.last(name) !== null
  }

  /** The depth of the last open element of a name; 0 where none is open. */
  depthOf(name: string): number {
    return this.last(name)?.depth ?? 0
  }

  /** Opens an element, after closing those whose end its start implies; null for a second `body`. */
  open(name: string, attributes: readonly Attribute[]): OpenElement | null {
    if ((name === 'html' || name === 'body') && this.has(name)) return null
    this.closeImplied(name)
    const element = new OpenElement(name, attributes, this.current, this.last(name))
    this.stack.push(element)
    this.lastOf.set(name, element)
    if (isLink(element)) this.openLinks++
    return element
  }

  /** Closes the element that an end tag belongs to; a stray end tag closes nothing. */
  close(name: string): void {
    if (name === 'html' || name === 'body') return
    const element = HEADINGS.includes(name) ? this.lastHeading() : this.last(name)
    if (element === null || !this.reaches(element)) return
    const block = this.current?.block ?? null
    const holdsBlock = block !== null && block.depth > element.depth
    if (holdsBlock && element.block !== element) this.markClosed(element)
    else this.popTo(element.depth - 1)
  }

  /** From now on `innermostSince` looks back to this moment. */
  watch(): void {
    this.lowWater = this.stack.length
  }

  /** The innermost element that has been in the stack all the time since `watch`. */
  innermostSince(): OpenElement | null {
    return this.stack[this.lowWater - 1] ?? null
  }

  private last(name: string): OpenElement | null {
    return this.lastOf.get(name) ?? null
  }

  /** An end tag of any heading closes the last heading, of whatever rank. */
  private lastHeading(): OpenElement | null {
    let last: OpenElement | null = null
    for (const name of HEADINGS) {
      const heading = this.last(name)
      if (heading !== null && heading.depth > (last?.depth ?? 0)) last = heading
    }
    return last
  }

  private closeImplied(name: string): void {
    if (name === 'a') this.close('a')
    if (BLOCK_ELEMENTS.has(name) && !KEEPS_PARAGRAPH.has(name)) this.close('p')
    const implied = IMPLIED_ENDS.get(name)
    if (implied === undefined) return
    let bound = 0
    for (const within of implied.within) bound = Math.max(bound, this.depthOf(within))
    for (const closed of implied.closes) {
      const element = this.last(closed)
      if (element !== null && element.depth > bound) this.popTo(element.depth - 1)
    }
  }

  /** True where nothing that bounds end tags was opened after `element`. */
  private reaches(element: OpenElement): boolean {
    if (element.name === 'table') return true
    if (TABLE_PARTS.has(element.name)) return element.depth > this.depthOf('table')
    const scope = this.current?.scope ?? null
    return scope === null || scope.depth <= element.depth
  }

  private popTo(depth: number): void {
    while (this.stack.length > depth || this.current?.isOpen === false) {
      const element = this.stack.pop()!
      if (element.isOpen) this.markClosed(element)
    }
    this.lowWater = Math.min(this.lowWater, this.stack.length)
  }

  /** Of each name the last opened is the first to be closed, so its namesake is still open. */
  private markClosed(element: OpenElement): void {
    element.isOpen = false
    this.lastOf.set(element.name, element.namesake)
    if (isLink(element)) this.openLinks--
  }
}

function isLink(element: OpenElement): boolean {
  return element.name === 'a' && element.attribute('href') !== null
}
