import { judgePlausibility } from '../../chinese/plausibility.js'
import { type Edit, replaceSpan } from '../../core/edit.js'
import type { Span } from '../../core/span.js'
import { completeLost } from './lost-bytes.js'
import { compileMisreadings, type Misreadings, type Rereading } from './misreadings.js'
import type { Repairer } from './repairer.js'
import type { ReadPiece } from './utf8-reading.js'
import type { WordJudge } from './word-judge.js'

/** When a stretch that can be read otherwise is taken to be misread. */
export interface MojibakeLimits {
  /** How many characters must come out of a stretch that is judged on its own. */
  readonly characters: number
  /** The share of what comes out that must be words, or everyday Hanzi. */
  readonly soundness: number
  /** By how much that share must be above what it was. */
  readonly gain: number
  /** How many characters of valid UTF-8 in a row are proof, if they are everyday ones. */
  readonly strict: number
  /** How many characters, so restored, let stretches too short to judge follow. */
  readonly evidence: number
  /** By how much a character of which bytes are lost must be likelier than others, in powers of e. */
  readonly margin: number
}

/**
 * Reads stretches again that were decoded with a wrong table, once or several times: UTF-8 as GBK
 * or Latin-1, GBK or Big5 as Latin-1. `å›½å®¶ // 国家`
 */
export function compileMojibake(judge: WordJudge, limits: MojibakeLimits): Repairer {
  const misreadings = compileMisreadings()
  return {
    propose(text) {
      const stretches = findStretches(text, misreadings, judge, limits)
      const restored = stretches.reduce((sum, { isSure, count }) => sum + (isSure ? count : 0), 0)
      const taken = stretches.filter(({ isSure }) => isSure || restored >= limits.evidence)
      return taken.flatMap(toEdits)
    },
  }
}

/** A stretch read again; `isSure` where that can be judged without the rest of the page. */
interface Stretch extends Rereading {
  readonly isSure: boolean
}

function findStretches(
  text: string,
  misreadings: Misreadings,
  judge: WordJudge,
  limits: MojibakeLimits,
): Stretch[] {
  const stretches: Stretch[] = []
  for (let at = 0; at < text.length; at++) {
    if (!misreadings.canBegin(text, at)) continue
    const readings = misreadings.readAt(text, at)
    const stretch = best(text, misreadings, readings, judge, limits)
    if (stretch === null) {
      // What is valid UTF-8 and no text is not looked at again from its middle.
      const [first] = readings
      if (first !== undefined && isUtf8(first.rule))
        at = Math.max(at, (first.pieces.at(-1)?.end ?? 0) - 1)
      continue
    }
    stretches.push(stretch)
    at = stretch.pieces.at(-1)!.end - 1
  }
  return stretches
}

/** The reading that makes the most sense; null where none makes any. */
function best(
  text: string,
  misreadings: Misreadings,
  readings: readonly Rereading[],
  judge: WordJudge,
  limits: MojibakeLimits,
): Stretch | null {
  let found: Stretch | null = null
  let highest = 0
  for (const reading of readings) {
    const stretch = complete(text, readingOf(misreadings, reading), judge, limits)
    const characters = joined(stretch.pieces)
    const { share } = judgePlausibility(characters)
    const isLong = stretch.count >= limits.characters
    const soundness = isLong ? judge.soundness(characters) : null
    const isStrict =
      isUtf8(reading.rule) && stretch.count >= limits.strict && share >= MISREAD_SHARE
    if (isStrict || (isLong && isBetter(judge, soundness, spanOf(text, reading), limits))) {
      if (found === null || (soundness ?? 0) > highest) found = { ...stretch, isSure: true }
      highest = Math.max(highest, soundness ?? 0)
    } else if (isByteOrderMark(stretch)) found = { ...stretch, isSure: true }
    else if (found === null && stretch.count > 0 && isUtf8(reading.rule) && share >= SHORT_SHARE)
      found = { ...stretch, isSure: false }
  }
  return found
}

/** What is too short for words must all be everyday characters. */
const SHORT_SHARE = 0.7

/** Read as often as it was misread: a stretch that is nonsense still may be misread once more. */
function readingOf(misreadings: Misreadings, reading: Rereading): Rereading {
  let { pieces, count } = reading
  let rounds = 1
  for (; rounds < MOST_ROUNDS; rounds++) {
    const characters = joined(pieces)
    if (judgePlausibility(characters).share >= MISREAD_SHARE) break
    const again = misreadings.readWhole(characters)
    if (again === null) break
    count = again.count
    pieces = [{ ...spanOfPieces(pieces), characters: joined(again.pieces) }]
  }
  return rounds === 1 ? reading : { rule: 'repair/decoded-twice', pieces, count }
}

const MOST_ROUNDS = 4
/** Above it a text is Chinese: text misread stays under 0.2 (chinese/plausibility). */
const MISREAD_SHARE = 0.3

function isBetter(
  judge: WordJudge,
  soundness: number | null,
  before: string,
  { soundness: least, gain }: MojibakeLimits,
): boolean {
  if (soundness === null || soundness < least) return false
  return soundness >= (judge.soundness(before) ?? 0) + gain
}

function isUtf8(rule: string): boolean {
  return rule.startsWith('repair/utf8')
}

/** A byte-order mark where a page begins. */
function isByteOrderMark({ pieces: [first] }: Rereading): boolean {
  return first?.start === 0 && first.characters.startsWith('\ufeff')
}

/** What can be told of the characters that lost bytes. */
function complete(
  text: string,
  reading: Rereading,
  judge: WordJudge,
  { margin }: MojibakeLimits,
): Rereading {
  const { pieces } = reading
  if (!pieces.some((piece) => 'choice' in piece)) return reading
  const completed: ReadPiece[] = []
  for (const [index, piece] of pieces.entries()) {
    const before = completed[index - 1]?.characters ?? ''
    const after = pieces[index + 1]?.characters ?? text.charAt(piece.end)
    const characters = completeLost(piece, before, after, judge, margin)
    completed.push({ start: piece.start, end: piece.end, characters })
  }
  return { ...reading, pieces: completed }
}

/** Edits as small as the pieces, so that every character keeps its own place in the source. */
function toEdits({ rule, pieces }: Stretch): Edit[] {
  const origin = { stage: 'repair', rule, entry: null }
  return pieces.map((piece) => replaceSpan(piece, piece.characters, origin))
}

function joined(pieces: readonly ReadPiece[]): string {
  let characters = ''
  for (const piece of pieces) characters += piece.characters
  return characters
}

function spanOf(text: string, { pieces }: Rereading): string {
  const { start, end } = spanOfPieces(pieces)
  return text.slice(start, end)
}

function spanOfPieces(pieces: readonly ReadPiece[]): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 }
}
