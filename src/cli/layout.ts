import Table from 'cli-table3'

/** Rows as aligned columns without lines; wide characters count as two. Numbers go to the right. */
export function formatColumns(rows: readonly (readonly (string | number)[])[]): string {
  const [first] = rows
  if (first === undefined) return ''
  const table = new Table({
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    colAligns: first.map((cell) => (typeof cell === 'number' ? 'right' : 'left')),
  })
  for (const row of rows)
    table.push(row.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : cell)))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** `1413300` → `1,413,300` */
export function formatNumber(value: number): string {
  return value.toLocaleString('en-US')
}

/** `1536` → `1.5 KB` */
export function formatBytes(bytes: number): string {
  const steps = ['bytes', 'KB', 'MB', 'GB', 'TB']
  let amount = bytes
  let step = 0
  for (; amount >= 1024 && step < steps.length - 1; step++) amount /= 1024
  return `${step === 0 ? formatNumber(amount) : amount.toFixed(1)} ${steps[step] ?? ''}`
}

/** Counts by name on one line: `measure 75 · relation 12` */
export function formatCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${formatNumber(count)}`)
    .join(' · ')
}

/** Each line of `text` moved in by `by` spaces. */
export function indent(text: string, by = 2): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : ' '.repeat(by) + line))
    .join('\n')
}

/** `text` on one line of at most `columns`, wide characters as two; cut off with `…`. */
export function fitLine(text: string, columns: number): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ⏎ ')
  let width = 0
  let fits = 0
  for (const character of line) {
    width += WIDE.test(character) ? 2 : 1
    if (width > columns) return `${line.slice(0, fits)}…`
    // Room is left for the dots.
    if (width < columns) fits += character.length
  }
  return line
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}
