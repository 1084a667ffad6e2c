import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** The width that output for people keeps to, in columns of a terminal. */
export const PAGE_WIDTH = 80

/**
 * `text` in lines of at most `columns`, a Chinese character taking two; colours go on over a break.
 * Breaks at spaces where a line has them, else anywhere.
 */
export function wrapText(text: string, columns: number): string {
  return wrapAnsi(text, Math.max(2, columns), { hard: true, trim: true })
}

/**
 * Rows of a name and a text, the texts in a column of their own and wrapped in it. `columns` is for
 * the whole row; a name too long for its column has the first line to itself.
 */
export function formatHanging(
  rows: readonly (readonly [name: string, text: string])[],
  columns: number,
): string {
  const widths = rows.map(([name]) => stringWidth(name)).filter((width) => width <= WIDEST_NAME)
  const margin = Math.max(0, ...widths) + 2
  const lines = rows.flatMap(([name, text]) => {
    const [first = '', ...rest] = wrapText(text, columns - margin).split('\n')
    const isLong = stringWidth(name) > margin - 2
    const lead = isLong ? [wrapText(name, columns)] : []
    const start = isLong ? '' : name
    const pad = ' '.repeat(margin - stringWidth(start))
    return [...lead, `${start}${pad}${first}`, ...rest.map((line) => ' '.repeat(margin) + line)]
  })
  return lines.map((line) => line.trimEnd()).join('\n')
}

const WIDEST_NAME = 24

/** `1 article`, `2 articles` */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`
}
