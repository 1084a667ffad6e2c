import type { Block } from '../../core/layers.js'
import type { LineListener } from './line-writer.js'
import type { OpenElements } from './open-elements.js'

/** What a line is that is not text between tags, but the value of an attribute or a member. */
export interface ValueLine {
  readonly tag: string
  readonly name: string
  /** The last step of the line's path; the element itself is not among the open ones. */
  readonly step: string
}

/** Collects a block for each line: the block element it stands in, its path, its share of links. */
export class LineBlocks implements LineListener {
  readonly blocks: Block[] = []
  private length = 0
  private linkLength = 0
  private value: ValueLine | null = null

  constructor(private readonly elements: OpenElements) {}

  /** The lines to come are values; null: text again. */
  expect(value: ValueLine | null): void {
    this.value = value
  }

  begin(): void {
    this.length = 0
    this.linkLength = 0
    this.elements.watch()
  }

  add(count: number): void {
    this.length += count
    if (this.value === null && this.elements.isInLink) this.linkLength += count
  }

  end(): void {
    const { length, linkLength, value } = this
    const element = this.elements.innermostSince()
    const path = element?.path ?? ''
    if (value === null) {
      const tag = element?.block?.name ?? 'body'
      this.blocks.push({ tag, path, name: null, length, linkLength })
    } else {
      const { tag, name, step } = value
      this.blocks.push({ tag, path: path === '' ? step : `${path}/${step}`, name, length, linkLength })
    }
  }
}
