import { bisect } from '../core/bisect.js'
import type { Mention } from '../core/mention.js'
import type { TaggedWord } from '../core/segmenter.js'
import type { Span } from '../core/span.js'

/** A sentence, or a part of one, with the mentions in it, in text order. */
export interface Passage {
  readonly span: Span
  readonly mentions: readonly Mention[]
}

/**
 * How a passage is written down for patterns. Each mention is folded into three private-use
 * characters (kind, unit, close), so that a pattern meets it as one thing and never matches inside;
 * each word, where parts of speech are asked for, is followed by one for its tag. Punctuation is
 * full-width, since crawlers give both. Private-use characters of the text itself become U+FFFD.
 */
export interface Folded {
  readonly text: string
  /** The body offset of the character at `index`, or of the end. */
  readonly offsetOf: (index: number) => number
}

/** Gives numbers to the kinds, units and tags that patterns speak of. */
export class Alphabet {
  private readonly kinds: readonly string[]
  private readonly units = new Map<string, number>()

  /** `kinds` are the mention kinds of the pipeline, quantity and date included. */
  constructor(kinds: readonly string[]) {
    this.kinds = kinds
    this.declareUnit(REFERENCE)
  }

  kindCharacter(kind: string): string {
    return String.fromCharCode(KIND_BASE + 1 + this.kinds.indexOf(kind))
  }

  /** The character of a unit that some pattern names; units no pattern names share one. */
  unitCharacter(unit: string): string {
    return String.fromCharCode(UNIT_BASE + (this.units.get(unit) ?? 0))
  }

  /** Gives a unit a character of its own; to be called for all patterns before anything is folded. */
  declareUnit(unit: string): string {
    if (!this.units.has(unit)) this.units.set(unit, this.units.size + 1)
    return this.unitCharacter(unit)
  }

  /** The characters of all tags that begin with `prefix` (`n` covers `nr`, `ns`, …). */
  tagCharacters(prefix: string): string {
    return TAGS.flatMap((tag, index) =>
      tag.startsWith(prefix) ? [String.fromCharCode(TAG_BASE + 1 + index)] : [],
    ).join('')
  }
}

/** The stretches of a passage that no mention stands over, in text order, none empty. */
export function plainStretches({ span, mentions }: Passage): Span[] {
  const stretches: Span[] = []
  let position = span.start
  for (const { span: covered } of mentions) {
    if (covered.start < position) continue
    if (covered.start > position) stretches.push({ start: position, end: covered.start })
    position = covered.end
  }
  if (position < span.end) stretches.push({ start: position, end: span.end })
  return stretches
}

/**
 * Folds passages that follow each other; `wide` is the body after `foldPunctuation`. `words` are those
 * of the plain stretches, one list each, for patterns that ask for parts of speech; null for others.
 */
export function foldPassages(
  wide: string,
  passages: readonly Passage[],
  alphabet: Alphabet,
  words: readonly (readonly TaggedWord[])[] | null,
): Folded {
  const writer = new FoldWriter(wide, words)
  for (const { span, mentions } of passages) {
    let position = span.start
    for (const mention of mentions) {
      const { start, end } = mention.span
      if (start < position) continue
      writer.stretch(position, start)
      writer.mention(
        alphabet.kindCharacter(mention.kind) + alphabet.unitCharacter(unitLabel(mention)) + CLOSE,
        start,
      )
      position = end
    }
    writer.stretch(position, span.end)
  }
  return writer.finish(passages.at(-1)?.span.end ?? 0)
}

/** The rule that a mention made for 该院 and the like goes by: gaps step over it, as over a word. */
export const REFERENCE = 'reference'

/** What a pattern may ask of a mention's unit: for a rank `rank`, else the unit. */
export function unitLabel({ value, origin }: Mention): string {
  if (origin.rule === REFERENCE) return REFERENCE
  if (value.type !== 'quantity') return ''
  return value.quantity.mod === 'rank' ? 'rank' : value.quantity.unit
}

/** Writes pieces one behind the other: `starts` says where each begins, `offsets` where in the body. */
class FoldWriter {
  private text = ''
  private readonly starts: number[] = []
  private readonly offsets: number[] = []
  private stretches = 0

  constructor(
    private readonly wide: string,
    private readonly words: readonly (readonly TaggedWord[])[] | null,
  ) {}

  /** All of a mention's characters stand where it begins. */
  mention(characters: string, offset: number): void {
    for (const character of characters) this.put(character, offset)
  }

  stretch(start: number, end: number): void {
    if (start >= end) return
    if (this.words === null) {
      this.put(this.wide.slice(start, end), start)
      return
    }
    let from = start
    for (const { word, tag } of this.words[this.stretches++] ?? []) {
      const to = from + word.length
      this.put(this.wide.slice(from, to) + tagCharacter(tag), from)
      from = to
    }
  }

  finish(end: number): Folded {
    const { text, starts, offsets } = this
    this.put('', end)
    return {
      text,
      offsetOf: (index) => {
        const piece = bisect(starts.length, (at) => starts[at]! <= index) - 1
        return offsets[piece]! + index - starts[piece]!
      },
    }
  }

  private put(characters: string, offset: number): void {
    this.starts.push(this.text.length)
    this.offsets.push(offset)
    this.text += characters
  }
}

/** Full-width punctuation, one character for one, in patterns and texts alike. `'(a)' → '（a）'` */
export function foldPunctuation(text: string): string {
  return text.replace(/[,;:!?()\uE000-\uF8FF]/g, (character) => WIDE[character] ?? '\uFFFD')
}

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
}

const KIND_BASE = 0xe000
const UNIT_BASE = 0xe200
const TAG_BASE = 0xe100
export const CLOSE = '\uE0FF'
/** Kind, unit and close. */
export const MENTION_LENGTH = 3

/** Character classes for regular expressions over folded text. */
export const FOLDED = {
  open: '\\uE000-\\uE0FE',
  mark: '\\uE000-\\uE0FF',
  unit: '\\uE200-\\uEFFF',
  tag: '\\uE100-\\uE1FF',
} as const

function tagCharacter(tag: string): string {
  return TAG_CHARACTERS.get(tag) ?? String.fromCharCode(TAG_BASE)
}

/** The ICTCLAS tags that jieba's dictionary and model give. */
const TAGS =
  'a ad ag an b c d df dg e eng f g h i j k l m mg mq n ng nr nrfg nrt ns nt nz o p q r rg rr rz s t tg u ud ug uj ul uv uz v vd vg vi vn vq x y z zg'.split(
    ' ',
  )

const TAG_CHARACTERS: ReadonlyMap<string, string> = new Map(
  TAGS.map((tag, index) => [tag, String.fromCharCode(TAG_BASE + 1 + index)]),
)
