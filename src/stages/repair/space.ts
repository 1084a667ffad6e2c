import { dropSpan, type Edit, replaceSpan } from '../../core/edit.js'
import type { Repairer } from './repairer.js'

/**
 * Spaces that nobody meant: at the edges of a line, before a closing mark, in a line of sentences also
 * between a number and a Hanzi (between headlines, and in one, such a space parts); runs become one. A space between two words of Hanzi or Latin stays: it parts a name
 * from an office, or the halves of a headline. So does a tab within a line: it parts cells.
 */
export function compileSpace(): Repairer {
  const origin = { stage: 'repair', rule: 'repair/space', entry: null }
  return {
    propose(text) {
      const edits: Edit[] = []
      const prose = proseLines(text)
      for (const { 0: run, index } of text.matchAll(SPACES)) {
        const end = index + run.length
        if (isStray(text, index, end, prose)) {
          edits.push(dropSpan({ start: index, end }, 'space', origin))
          continue
        }
        if (run[0] !== ' ') edits.push(replaceSpan({ start: index, end: index + 1 }, ' ', origin))
        if (run.length > 1) edits.push(dropSpan({ start: index + 1, end }, 'space', origin))
      }
      return edits
    },
  }
}
/** Every kind of space but the line break; NEL and the separators U+2028 and U+2029 count. */
const SPACES = /[\t\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

const HANZI = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840-\ud88b\udc00-\udfff]/
const DIGIT = /[0-9]/
const NUMBER_SIGN = /[%‰℃]/
const CLOSING = /[，。、；：！？）》】」』”’]/
const OPENING = /[，、；（《【「『“‘]/

/** Whether the run of spaces `[start, end)` parts nothing; `isProse` knows the places in sentences. */
function isStray(
  text: string,
  start: number,
  end: number,
  isProse: (at: number) => boolean,
): boolean {
  const before = start === 0 ? '\n' : text.charAt(start - 1)
  const after = end === text.length ? '\n' : text.charAt(end)
  if (before === '\n' || after === '\n') return true
  if (text.slice(start, end).includes('\t')) return false
  // A gap to be filled in: （ ）.
  if (CLOSING.test(after) && OPENING.test(before)) return false
  if (CLOSING.test(after) || OPENING.test(before)) return true
  const isNumber = HANZI.test(after) ? endsNumber(text, start) : beginsNumber(text, end)
  if (HANZI.test(after) || HANZI.test(before)) {
    if (!isNumber || isTableRow(text, start)) return false
    return isProse(start) || isCounted(text, start, end) || isSetOff(text, start, end)
  }
  return DIGIT.test(before) && NUMBER_SIGN.test(after)
}

/**
 * Tells of places in ascending order whether their line has sentences: a full stop or a semicolon, or
 * two commas. A headline may have one comma. Each line is read once.
 */
function proseLines(text: string): (at: number) => boolean {
  let lineEnd = -1
  let isProse = false
  return (at) => {
    if (at <= lineEnd) return isProse
    const lineStart = text.lastIndexOf('\n', at - 1) + 1
    const newline = text.indexOf('\n', at)
    lineEnd = newline === -1 ? text.length : newline
    isProse = hasSentences(text.slice(lineStart, lineEnd))
    return isProse
  }
}

function hasSentences(line: string): boolean {
  if (line.includes('。') || line.includes('；')) return true
  const comma = line.indexOf('，')
  return comma >= 0 && line.includes('，', comma + 1)
}

/** A number before what it counts: `10-15 人`, `5kg 的`; a percentage may end a headline. */
function isCounted(text: string, start: number, end: number): boolean {
  return COUNTED.test(text.charAt(end)) && !NUMBER_SIGN.test(text.charAt(start - 1))
}

/** A number with one space on either side between Hanzi: `评选出 30 个党建品牌`. */
function isSetOff(text: string, start: number, end: number): boolean {
  const isBehind = HANZI.test(text.charAt(end))
  const step = isBehind ? -1 : 1
  let at = isBehind ? start - 1 : end
  for (let read = 0; read < LONGEST_NUMBER && SET_OFF.test(text.charAt(at)); read++) at += step
  return HANZI.test(text.charAt(at)) && / /.test(text.charAt(at - step))
}

/** A number with its sign or Latin unit: `30`, `76.8%`, `5kg`; no clock time, date or telephone. */
function endsNumber(text: string, end: number): boolean {
  let start = end
  while (start > 0 && end - start < LONGEST_NUMBER && NUMBER_PART.test(text.charAt(start - 1)))
    start--
  const token = text.slice(start, end)
  return (
    /(?:^|[^A-Za-z])[0-9]+[A-Za-z]{1,4}[²³]?$|[0-9]$|(?:^|[0-9])[%‰℃]$/.test(token) &&
    !STAMP.test(token)
  )
}

/** A number that goes on in the line; one that ends it is a cell of its own, as in a ranking. */
function beginsNumber(text: string, start: number): boolean {
  let end = start
  while (end < text.length && end - start < LONGEST_NUMBER && NUMBER_PART.test(text.charAt(end)))
    end++
  const token = text.slice(start, end)
  return DIGIT.test(token.charAt(0)) && !STAMP.test(token) && !isLineEnd(text, end)
}

/**
 * Whether the line is a row of cells: short, without punctuation, and with as many parts between
 * spaces, three or more, as the line before or behind it.
 */
function isTableRow(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2 * LONGEST_ROW), at).split('\n')
  const behind = text.slice(at, at + 2 * LONGEST_ROW).split('\n')
  const line = (before.at(-1) ?? '') + (behind[0] ?? '')
  const cells = line.length > LONGEST_ROW ? 0 : countCells(line)
  if (cells < 3) return false
  return countCells(before.at(-2) ?? '') === cells || countCells(behind[1] ?? '') === cells
}

const LONGEST_ROW = 120

/** The parts of a line between spaces; 0 for a line of prose. */
function countCells(line: string): number {
  return PROSE.test(line) ? 0 : line.split(SPACES).filter((cell) => cell !== '').length
}

/** Punctuation; and where tabs part the cells, spaces do not. */
const PROSE = /[，。；：！？、,\t]/

function isLineEnd(text: string, at: number): boolean {
  let end = at
  while (end - at < LONGEST_NUMBER && /[\t\r \u00a0\u3000]/.test(text.charAt(end))) end++
  return end >= text.length || text.charAt(end) === '\n'
}

const LONGEST_NUMBER = 32
/** What follows a number within a phrase. */
const COUNTED = /[年月日号时分秒个名人位家例次岁元万亿张台倍度届条项种所间辆只件米公里的余多左右]/
const SET_OFF = /[0-9A-Za-z.,:%‰℃²³/+ -]/
const NUMBER_PART = /[0-9A-Za-z.,:%‰℃²³/+-]/

/** `10:01`, `2024-02-29`, `02-29`, `010-62345678`: what stands beside it is another field. */
const STAMP = /:|[0-9][-/][0-9]+[-/]|(?:^|[^0-9])0[0-9]+-[0-9]|-[0-9]{6}/
