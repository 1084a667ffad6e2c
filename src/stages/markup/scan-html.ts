import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { Span } from '../../core/span.js'

/** What the answers of this file depend on. The one file that knows htmlparser2. */
export const SCANNER_LIBRARY = 'htmlparser2@12.0.0'

/** A character reference such as `&mdash;`, and the characters it stands for (never none). */
export interface Entity extends Span {
  readonly characters: string
}

/** An attribute: its lower-cased name and its value, with the span of that in the source. */
export interface Attribute extends Span {
  readonly name: string
  /** As written in the source, entities and all. */
  readonly value: string
  readonly entities: readonly Entity[]
}

/** What a scan finds, in order; offsets are in the source. What no event covers is markup. */
export interface HtmlEvents {
  text(start: number, end: number): void
  entity(entity: Entity): void
  /** A start tag; of its attributes those that were asked for. */
  open(name: string, start: number, attributes: readonly Attribute[]): void
  /** An end tag, or the end of an element of a drawing that closes itself. */
  close(name: string, start: number): void
  comment(start: number): void
  /** True inside drawings and formulas, where other rules hold. */
  isForeign(): boolean
}

/** Reads HTML once, in linear time; broken markup is read as browsers read it and never throws. */
export function scanHtml(source: string, wanted: ReadonlySet<string>, events: HtmlEvents): void {
  const tokenizer = new Tokenizer({}, new Scanner(source, wanted, events))
  tokenizer.write(source)
  tokenizer.end()
}

class Scanner implements TokenizerCallbacks {
  private entityEnd = -1
  private name = ''
  private tagStart = 0
  private attributes: readonly Attribute[] = NO_ATTRIBUTES
  /** The attribute being read; '' for one that nobody wants. */
  private attribute = ''
  private nameEnd = 0
  private valueStart = -1
  /** Up to where the value has been read; between there and the next data stand `characters`. */
  private valueRead = 0
  private readonly characters: string[] = []
  private entities: Entity[] = []

  constructor(
    private readonly source: string,
    private readonly wanted: ReadonlySet<string>,
    private readonly events: HtmlEvents,
  ) {}

  ontext(start: number, end: number): void {
    // A tag that the page ends in the middle of comes as text that begins nowhere: it is none.
    if (start >= 0) this.events.text(start, end)
  }

  ontextentity(codePoint: number, end: number): void {
    // A few entities stand for a sign and a combining mark; the sign alone is as good.
    if (end === this.entityEnd) return
    this.entityEnd = end
    const start = this.source.lastIndexOf('&', end - 1)
    this.events.entity({ start, end, characters: String.fromCodePoint(codePoint) })
  }

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end).toLowerCase()
    this.tagStart = start - 1
    this.attributes = NO_ATTRIBUTES
  }

  onopentagend(): void {
    this.events.open(this.name, this.tagStart, this.attributes)
  }

  onselfclosingtag(end: number): void {
    this.onopentagend()
    if (this.events.isForeign()) this.events.close(this.name, end)
  }

  onclosetag(start: number, end: number): void {
    this.events.close(this.source.slice(start, end).toLowerCase(), start - 2)
  }

  onattribname(start: number, end: number): void {
    const name = this.source.slice(start, end)
    this.attribute = this.wanted.has(name) ? name : this.wantedName(name)
    this.nameEnd = end
    this.valueStart = -1
    if (this.entities.length > 0) this.entities = []
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute === '') return
    if (this.valueStart < 0) this.valueStart = start
    this.endEntities(start)
    this.valueRead = end
  }

  onattribentity(codePoint: number): void {
    if (this.attribute === '') return
    if (this.valueStart < 0) {
      this.valueStart = this.source.indexOf('&', this.nameEnd)
      this.valueRead = this.valueStart
    }
    this.characters.push(String.fromCodePoint(codePoint))
  }

  onattribend(quote: QuoteType, end: number): void {
    if (this.attribute === '') return
    const isQuoted = quote === QuoteType.Double || quote === QuoteType.Single
    const valueEnd = isQuoted ? end - 1 : end
    const start = this.valueStart < 0 ? valueEnd : this.valueStart
    this.endEntities(valueEnd)
    // Of attributes with the same name the first counts.
    if (this.attributes.some(({ name }) => name === this.attribute)) return
    const value = this.source.slice(start, valueEnd)
    const { attribute: name, entities } = this
    this.attributes = [...this.attributes, { name, value, start, end: valueEnd, entities }]
  }

  oncomment(start: number): void {
    this.events.comment(this.source.lastIndexOf('<', start - 1))
  }

  ondeclaration(): void {}
  oncdata(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  isInForeignContext(): boolean {
    return this.events.isForeign()
  }

  private wantedName(written: string): string {
    const name = written.toLowerCase()
    return this.wanted.has(name) ? name : ''
  }

  /** The tokenizer does not say where entities in values stand: each begins at its ampersand. */
  private endEntities(end: number): void {
    if (this.characters.length === 0) return
    const starts: number[] = []
    for (let at = this.valueRead; at < end; at++)
      if (this.source.charCodeAt(at) === AMPERSAND) starts.push(at)
    if (starts.length === this.characters.length)
      for (const [index, characters] of this.characters.entries())
        this.entities.push({ start: starts[index]!, end: starts[index + 1] ?? end, characters })
    else this.entities.push({ start: this.valueRead, end, characters: this.characters.join('') })
    this.characters.length = 0
  }
}

const AMPERSAND = 0x26
const NO_ATTRIBUTES: readonly Attribute[] = []
