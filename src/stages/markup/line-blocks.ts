import type { Block } from '../../core/layers.js'
import type { LineListener } from './line-writer.js'
import type { OpenElements } from './open-elements.js'

/** What a line is that is not text between tags, but the value of an attribute or a member. */
export interface ValueLine {
  readonly tag: string
  readonly name: string
  /** The last step of its path; '' where that is the innermost open element. */
  readonly step: string
}

/** Collects a block for each line: the block element it stands in, its path, its share of links. */
export class LineBlocks implements LineListener {
  readonly blocks: Block[] = []
  /** Characters of all lines but those of values. */
  textLength = 0
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
      this.textLength += length
      const tag = element?.block?.name ?? 'body'
      this.blocks.push({ tag, path, name: null, length, linkLength })
    } else {
      const { tag, name, step } = value
      const steps = [path, step].filter((part) => part !== '')
      this.blocks.push({ tag, path: steps.join('/'), name, length, linkLength })
    }
  }
}
