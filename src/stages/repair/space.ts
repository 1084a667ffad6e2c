import { dropSpan, type Edit, replaceSpan } from '../../core/edit.js'
import type { Repairer } from './repairer.js'

/**
 * Spaces that nobody meant: at the edges of a line, between a number and a Hanzi, before a closing
 * mark; runs of them become one. A space between two words of Hanzi or Latin stays: it parts a name
 * from an office, or the halves of a headline. So does a tab within a line: it parts cells.
 */
export function compileSpace(): Repairer {
  const origin = { stage: 'repair', rule: 'repair/space', entry: null }
  return {
    propose(text) {
      const edits: Edit[] = []
      for (const { 0: run, index } of text.matchAll(SPACES)) {
        const end = index + run.length
        if (isStray(text, index, end)) {
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

/** Whether the run of spaces `[start, end)` parts nothing. */
function isStray(text: string, start: number, end: number): boolean {
  const before = start === 0 ? '\n' : text.charAt(start - 1)
  const after = end === text.length ? '\n' : text.charAt(end)
  if (before === '\n' || after === '\n') return true
  if (text.slice(start, end).includes('\t')) return false
  // A gap to be filled in: （ ）.
  if (CLOSING.test(after) && OPENING.test(before)) return false
  if (CLOSING.test(after) || OPENING.test(before)) return true
  if (HANZI.test(after)) return endsNumber(text, start) && !isTableRow(text, start)
  if (HANZI.test(before)) return beginsNumber(text, end) && !isTableRow(text, start)
  return DIGIT.test(before) && NUMBER_SIGN.test(after)
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
const NUMBER_PART = /[0-9A-Za-z.,:%‰℃²³/+-]/

/** `10:01`, `2024-02-29`, `02-29`, `010-62345678`: what stands beside it is another field. */
const STAMP = /:|[0-9][-/][0-9]+[-/]|(?:^|[^0-9])0[0-9]+-[0-9]|-[0-9]{6}/
