import type { LossyPiece, ReadPiece } from './utf8-reading.js'
import { leastStrange } from './least-strange.js'
import type { WordJudge } from './word-judge.js'

/**
 * The characters of a piece. Where the last one lost bytes, it is the one that makes words with what
 * stands beside it, by `margin` likelier than any other (in powers of e); else U+FFFD, which says
 * that it is lost.
 */
export function completeLost(
  piece: ReadPiece | LossyPiece,
  before: string,
  after: string,
  judge: WordJudge,
  margin: number,
): string {
  if (!('choice' in piece)) return piece.characters
  const known = piece.characters.slice(0, -1)
  const lost = choose(piece, (before + known).slice(-REACH), after.slice(0, REACH), judge, margin)
  return known + (lost ?? '\ufffd')
}

/** How many characters on either side a word is looked for in. */
const REACH = 3

function choose(
  { choice, isMarked }: LossyPiece,
  before: string,
  after: string,
  judge: WordJudge,
  margin: number,
): string | null {
  if (choice.start === BYTE_ORDER_MARK - 0x3f) return '\ufeff'
  if (choice.start === CJK_MARKS && isMarked) return /^(?:\n|$)/.test(after) ? '。' : null
  if (choice.start < FIRST_HANZI || choice.end > LAST_HANZI + 1) return null
  const options: { characters: string; sentence: string }[] = []
  for (let point = choice.start; point < choice.end; point++) {
    if (!isMarked && !vanishes(point)) continue
    const characters = String.fromCharCode(point)
    options.push({ characters, sentence: before + characters + after })
  }
  return leastStrange(options, judge, margin)?.characters ?? null
}

const BYTE_ORDER_MARK = 0xfeff
/** 、。〈 and the like; of them a line ends with a full stop. */
const CJK_MARKS = 0x3000
const FIRST_HANZI = 0x4e00
const LAST_HANZI = 0x9fff

/** Whether the last two bytes of a Hanzi fall into the zone of GBK that some tables leave empty. */
function vanishes(point: number): boolean {
  const second = 0x80 | ((point >> 6) & 0x3f)
  return second >= 0xaa && second <= 0xaf && (0x80 | (point & 0x3f)) >= 0xa1
}
