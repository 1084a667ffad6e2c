import type { AlignedText } from './aligned-text.js'
import type { Fact } from './fact.js'
import type { Mention } from './mention.js'
import type { Sentence } from './sentence.js'
import type { Span } from './span.js'

/** Every product a stage can take or give, by name. A document's way is a sequence of these. */
export interface Layers {
  /** The document's payload as stored. */
  readonly bytes: Uint8Array
  readonly decoded: Decoded
  readonly page: Page
  readonly repaired: AlignedText
  readonly simplified: Simplified
  readonly article: Article
  readonly body: Body
  readonly sentences: readonly Sentence[]
  /** Mentions of the pipeline's entity kinds, in text order. */
  readonly entities: readonly Mention[]
  readonly quantities: readonly Mention[]
  readonly dates: readonly Mention[]
  readonly facts: readonly Fact[]
  /** Every numeric expression, unit or not; made only where it is asked for. */
  readonly numbers: readonly Mention[]
}

export type LayerName = keyof Layers

/** One string: the frame of every offset that leaves the program. */
export interface Decoded {
  readonly text: string
  /** The name a record gives: utf-8, gb18030, big5, utf-16le, utf-16be. */
  readonly encoding: string
}

/**
 * The page without its markup, one block a line: line `i` of `text` (split at `\n`) is `blocks[i]`.
 * Repair and simplify keep that: they change words within a line, never the number of lines.
 */
export interface Page {
  readonly format: 'html' | 'text'
  readonly text: AlignedText
  readonly blocks: readonly Block[]
}

/** What is known of one line of the page besides its words. */
export interface Block {
  /** The innermost block element: p, h1, li, td, title, meta …; `line` for a text page. */
  readonly tag: string
  /** The open elements from the outermost, `html/body/div.article/p`; empty for a text page. */
  readonly path: string
  /** For a `meta` block the name or property whose content the line is; else null. */
  readonly name: string | null
  /** Characters of the line, and how many of them stand inside links. */
  readonly length: number
  readonly linkLength: number
}

export type Script = 'hans' | 'hant' | 'mixed' | 'other'

export interface Simplified {
  readonly text: AlignedText
  /** The script of each line before conversion, by line. */
  readonly scripts: readonly Script[]
}

/** A piece of metadata: its value, simplified, and where in the source it was read. */
export interface Field {
  readonly value: string
  readonly sourceSpans: readonly Span[]
  /** `inferred` where it is not said of this article itself: a date in previous/next links. */
  readonly basis: 'stated' | 'inferred'
}

/** What a publication says of itself; a field is null where it was looked for and not found. */
export interface Metadata {
  readonly title: Field | null
  /** Local time, as precise as shown: `2024-02-26T10:01:00` or `2025-01-22`. */
  readonly published: Field | null
  readonly publisher: Field | null
  readonly author: Field | null
  readonly editor: Field | null
  readonly url: Field | null
}

export interface Article extends Metadata {
  /** The article's own lines; everything else of the page is dropped. */
  readonly text: AlignedText
  /** The script of those lines before conversion. */
  readonly script: Script
  /** A place given along with the document, against which region-relative names resolve; else null. */
  readonly region: string | null
}

/** The cleaned text that sentences, mentions and facts are read from: paragraphs joined by `\n`. */
export interface Body {
  readonly text: AlignedText
  /** Noteworthy findings, sorted: `spam-injected`, `body-doubled` … */
  readonly flags: readonly string[]
}
