/** Why `name` cannot stand for anything in a text; null if it can. */
export function nameProblem(name: string): string | null {
  if (name.trim() !== name) return 'begins or ends with a space'
  if (name.length < SHORTEST_NAME) return 'is too short to be found by'
  if (name.length > LONGEST_NAME) return `is longer than ${LONGEST_NAME} characters`
  const stray = STRAY.exec(name)
  if (stray === null) return null
  const code = stray[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  return `holds U+${code}, which no text shows`
}

/** Any one character stands in thousands of words. */
const SHORTEST_NAME = 2

/** Names of law firms and foundations in full stay below; what is longer is a broken line. */
const LONGEST_NAME = 100

/** Controls, private use, unassigned, lone surrogates, and spaces other than the plain one. */
const STRAY = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u
