import type { Mention } from '../core/mention.js'
import type { TaggedWord } from '../core/segmenter.js'
import type { Sentence } from '../core/sentence.js'
import type { Span } from '../core/span.js'

/**
 * How a sentence is written down for patterns. Each mention is folded into three private-use
 * characters (kind, unit, close), so that a pattern meets it as one thing and never matches inside;
 * each word, where parts of speech are asked for, is followed by one for its tag. Punctuation is
 * full-width, since crawlers give both. Private-use characters of the text itself become U+FFFD.
 */
export interface Folded {
  readonly text: string
  /** The body offset of each character of `text`, and of its end. */
  readonly offsets: readonly number[]
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

/** The stretches of a sentence that no mention stands over, in text order, none empty. */
export function plainStretches(sentence: Sentence, mentions: readonly Mention[]): Span[] {
  const stretches: Span[] = []
  let position = sentence.span.start
  for (const { span } of mentions) {
    if (span.start < position) continue
    if (span.start > position) stretches.push({ start: position, end: span.start })
    position = span.end
  }
  if (position < sentence.span.end) stretches.push({ start: position, end: sentence.span.end })
  return stretches
}

/**
 * Folds one sentence; `mentions` are those in it, in text order. `words` are those of its plain
 * stretches, one list each, for patterns that ask for parts of speech; null for those that do not.
 */
export function foldSentence(
  body: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  alphabet: Alphabet,
  words: readonly (readonly TaggedWord[])[] | null,
): Folded {
  const writer = new FoldWriter(words)
  let position = sentence.span.start
  for (const mention of mentions) {
    const { start, end } = mention.span
    if (start < position) continue
    writer.stretch(body, position, start)
    writer.put(alphabet.kindCharacter(mention.kind), start)
    writer.put(alphabet.unitCharacter(unitLabel(mention)), start)
    writer.put(CLOSE, start)
    position = end
  }
  writer.stretch(body, position, sentence.span.end)
  return writer.finish(sentence.span.end)
}

/** The rule that a mention made for 该院 and the like goes by: gaps step over it, as over a word. */
export const REFERENCE = 'reference'

/** What a pattern may ask of a mention's unit: for a rank `rank`, else the unit. */
export function unitLabel({ value, origin }: Mention): string {
  if (origin.rule === REFERENCE) return REFERENCE
  if (value.type !== 'quantity') return ''
  return value.quantity.mod === 'rank' ? 'rank' : value.quantity.unit
}

class FoldWriter {
  private readonly parts: string[] = []
  private readonly offsets: number[] = []
  private stretches = 0

  constructor(private readonly words: readonly (readonly TaggedWord[])[] | null) {}

  put(character: string, offset: number): void {
    this.parts.push(character)
    this.offsets.push(offset)
  }

  stretch(body: string, start: number, end: number): void {
    if (start >= end) return
    const words = this.words?.[this.stretches++]
    if (words === undefined) {
      this.characters(foldPunctuation(body.slice(start, end)), start)
      return
    }
    const folded = foldPunctuation(body.slice(start, end))
    let from = 0
    for (const { word, tag } of words) {
      const to = from + word.length
      this.characters(folded.slice(from, to), start + from)
      this.put(tagCharacter(tag), start + to)
      from = to
    }
  }

  finish(end: number): Folded {
    this.offsets.push(end)
    return { text: this.parts.join(''), offsets: this.offsets }
  }

  private characters(slice: string, start: number): void {
    this.parts.push(slice)
    for (let at = 0; at < slice.length; at++) this.offsets.push(start + at)
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
