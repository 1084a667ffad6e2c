import type { LineRange } from './body-range.js'
import type { Labels } from './labels.js'
import { readByline, readNames } from './names.js'
import type { PageLine } from './page-lines.js'
import { joinNames } from './read-metadata.js'
import type { Reading } from './reading.js'

/**
 * The reporters whom the text itself names, in brackets: `某地3月1日电（记者张三）` at its beginning,
 * `（张三）` at its end. The words stay in the text.
 */
export function readTextBylines(
  lines: readonly PageLine[],
  body: LineRange,
  labels: Labels,
): Reading[] {
  const prose = lines
    .slice(body.first, body.last + 1)
    .filter(({ shape, mark }) => shape === 'prose' && mark === null)
  const last = prose[prose.length - 1]
  const first = prose.slice(0, OPENING_LINES).flatMap((line) => readOpening(line, labels))
  const readings = last === undefined ? first : [...first, ...readClosing(last, labels)]
  return readings.map((reading) => ({ ...reading, basis: 'stated' }))
}

function readOpening(line: PageLine, labels: Labels): Omit<Reading, 'basis'>[] {
  const opening = line.text.slice(0, DATELINE_REACH)
  for (const match of opening.matchAll(BRACKETS)) {
    const at = line.start + match.index + 1
    const byline = readByline(match[1]!, at, labels)
    const isDateline = DATELINE.test(opening.slice(0, match.index))
    const names = byline.length > 0 || !isDateline ? byline : onlyNames(match[1]!, at, labels)
    const reading = joinNames('author', names, 2.6)
    if (reading !== null) return [reading]
  }
  return []
}

function readClosing(line: PageLine, labels: Labels): Omit<Reading, 'basis'>[] {
  const from = Math.max(0, line.text.length - SIGN_OFF_REACH)
  const match = CLOSING_BRACKETS.exec(line.text.slice(from))
  if (match === null) return []
  const [, inner = ''] = match
  const at = line.start + from + match.index + 1
  const byline = readByline(inner, at, labels)
  const names = byline.length > 0 ? byline : onlyNames(inner, at, labels)
  const reading = joinNames('author', names, 2.2)
  return reading === null ? [] : [reading]
}

/** The names of `张三 李四`; none where anything else is said. */
function onlyNames(text: string, at: number, labels: Labels): ReturnType<typeof readNames> {
  const names = readNames(text, at, labels, true)
  const length = names.reduce((sum, { name }) => sum + name.length, 0)
  return length === text.replace(/[\s、，,]/g, '').length ? names : []
}

const OPENING_LINES = 3
/** `某社某地3月1日电`, behind which names need no role. */
const DATELINE = /\d日(?:电|讯|消息)\s?$/
const DATELINE_REACH = 90
const SIGN_OFF_REACH = 60
const BRACKETS = /[（(【〔]([^（()）【】〔〕]{2,50})[）)】〕]/g
const CLOSING_BRACKETS = /[（(]([^（()）]{2,50})[）)]。?$/
