/** Nothing but marks stands around it in its sentence. */
export function isAlone(text: string, start: number, end: number): boolean {
  if (start >= LONGEST_END || text.length - end >= LONGEST_END) return false
  return opensClause(text, start, true) && /^[\p{P}\s]*$/u.test(text.slice(end))
}

const LONGEST_END = 8

/** No word stands before it in its clause; with `whole`, in the whole sentence. */
export function opensClause(text: string, start: number, whole = false): boolean {
  if (start === 0) return true
  return whole
    ? start < LONGEST_END && /^[\p{P}\s]*$/u.test(text.slice(0, start))
    : /[\p{P}\s在]/u.test(text[start - 1]!)
}
