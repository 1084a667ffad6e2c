import type { Edit } from '../../core/edit.js'
import type { Block } from '../../core/layers.js'
import type { Span } from '../../core/span.js'
import { isHidden } from './hidden.js'
import { BLOCK_ELEMENTS, DROPPED_ELEMENTS, VOID_ELEMENTS } from './html-elements.js'
import { readMembers } from './json-ld.js'
import { readTimes } from './script-times.js'
import { LineBlocks, type ValueLine } from './line-blocks.js'
import { LineWriter } from './line-writer.js'
import type { OpenElement } from './open-element.js'
import { OpenElements } from './open-elements.js'
import type { DropRule } from './origins.js'
import type { Attribute, Entity, HtmlEvents } from './scan-html.js'
import { valueIn } from './value-line.js'

/** What a reader keeps and drops beyond what HTML itself says. */
export interface Reading {
  readonly metaNames: ReadonlySet<string>
  /** The members of JSON-LD scripts to keep (see `compileMembers`); null for none. */
  readonly members: RegExp | null
  /** Members of any script whose value is a time (see `compileTimes`). */
  readonly times: RegExp | null
  readonly dropsHidden: boolean
}

/** Makes lines with their blocks of what a scan of a page finds. */
export class HtmlReader implements HtmlEvents {
  /** Characters of text in elements that the page hides. */
  hiddenLength = 0
  /** The content of its scripts. */
  readonly scripts: Span[] = []
  private readonly elements = new OpenElements()
  private readonly lines = new LineBlocks(this.elements)
  private readonly writer: LineWriter
  /** The outermost open element whose content is dropped; null outside of any. */
  private dropped: OpenElement | null = null
  private dropRule: DropRule = 'tag'
  /** What has been read of the script that is open. */
  private script: Span | null = null
  private readonly membersRead = new Set<string>()

  constructor(
    private readonly source: string,
    private readonly reading: Reading,
  ) {
    this.writer = new LineWriter(source, this.lines)
  }

  get edits(): readonly Edit[] {
    return this.writer.edits
  }

  get blocks(): readonly Block[] {
    return this.lines.blocks
  }

  /** Characters of text in the page's lines. */
  get shownLength(): number {
    return this.lines.textLength
  }

  text(start: number, end: number): void {
    if (this.dropped !== null) this.dropText(this.dropped, start, end)
    else if (this.elements.current?.isPreformatted === true) this.writer.preformatted(start, end)
    else this.writer.text(start, end)
  }

  entity({ start, end, characters }: Entity): void {
    if (this.dropped === null) this.writer.replace(start, end, characters)
  }

  open(name: string, start: number, attributes: readonly Attribute[]): void {
    if (this.dropped === null) {
      this.writer.drop(start, 'tag')
      if (BLOCK_ELEMENTS.has(name) || BREAKS.has(name)) this.writer.endLine()
      const value = valueIn(name, attributes, this.reading.metaNames)
      // A time in running text must not tear its sentence: there its words say it as well.
      const tearsSentence = name === 'time' && this.elements.current?.block?.name === 'p'
      if (value !== null && !tearsSentence) this.writeValue(value.line, value.content)
    }
    if (VOID_ELEMENTS.has(name)) return
    const element = this.elements.open(name, attributes)
    // An element that opens may have ended the one whose content was being dropped.
    if (this.leaveDropped()) {
      this.writer.drop(start, 'tag')
      if (BLOCK_ELEMENTS.has(name)) this.writer.endLine()
    }
    if (element !== null && this.dropped === null) this.enterDropped(element, start)
  }

  close(name: string, start: number): void {
    if (this.dropped === null) this.writer.drop(start, 'tag')
    const isInside = this.dropped !== null && this.elements.depthOf(name) > this.dropped.depth
    if (!isInside && (BLOCK_ELEMENTS.has(name) || BREAKS.has(name))) this.writer.endLine()
    this.elements.close(name)
    this.leaveDropped()
  }

  comment(start: number): void {
    if (this.dropped === null) this.writer.drop(start, 'comment')
  }

  isForeign(): boolean {
    return this.elements.current?.isForeign === true
  }

  finish(): void {
    this.endScript()
    this.writer.finish()
  }

  private enterDropped(element: OpenElement, start: number): void {
    const rule = DROPPED_ELEMENTS.get(element.name) ?? null
    const hides = rule === null && this.reading.dropsHidden && isHidden(element.attributes)
    if (rule === null && !hides) return
    this.dropped = element
    this.dropRule = rule ?? 'hidden'
    this.writer.drop(start, this.dropRule)
  }

  /** True where the element whose content was being dropped has just been closed. */
  private leaveDropped(): boolean {
    if (this.dropped === null || this.dropped.isOpen) return false
    this.endScript()
    this.dropped = null
    return true
  }

  private dropText(dropped: OpenElement, start: number, end: number): void {
    if (this.dropRule === 'hidden') this.hiddenLength += this.source.slice(start, end).trim().length
    if (dropped.name === 'script') this.script = { start: this.script?.start ?? start, end }
  }

  /** Reads what the script that has just ended says of the article. */
  private endScript(): void {
    const { script, dropped } = this
    const { members, times } = this.reading
    if (script === null || dropped === null) return
    this.script = null
    this.scripts.push(script)
    const found = isJsonLd(dropped)
      ? readMembers(this.source, script, members)
      : readTimes(this.source, script, times)
    for (const member of found) {
      // Further ones of the same name are those of other articles the page speaks of.
      if (this.membersRead.has(member.name)) continue
      this.membersRead.add(member.name)
      this.writer.endLine()
      this.writeValue({ tag: 'meta', name: member.name, step: 'script' }, member)
      this.writer.drop(member.end, this.dropRule)
    }
  }

  private writeValue(line: ValueLine, { start, end, entities }: Attribute): void {
    this.writer.endLine()
    this.lines.expect(line)
    let at = start
    for (const entity of entities) {
      this.writer.text(at, entity.start)
      this.writer.replace(entity.start, entity.end, entity.characters)
      at = entity.end
    }
    this.writer.text(at, end)
    this.writer.endLine()
    this.writer.drop(end, 'tag')
    this.lines.expect(null)
  }
}

/** Void elements that end a line. */
const BREAKS: ReadonlySet<string> = new Set(['br', 'hr'])

function isJsonLd(script: OpenElement): boolean {
  return script.attribute('type')?.value.trim().toLowerCase() === 'application/ld+json'
}
