import { TOGETHER } from '../core/unit.js'
import { Automaton } from '../dictionary/automaton.js'

/** Gives which of the literals of units stand in a text. */
export function literalFinder(literals: readonly string[]): (text: string) => Iterable<string> {
  const parts = new Map(literals.map((literal) => [literal, literal.split(TOGETHER)]))
  const findWords = wordFinder([...new Set([...parts.values()].flat())])
  const groups = [...parts].filter(([, words]) => words.length > 1)
  return (text) => {
    const found = findWords(text)
    if (groups.length === 0) return found
    const standing = groups.filter(
      ([, words]) => words.every((word) => found.has(word)) && haveOneLine(words, text),
    )
    return [
      ...[...found].filter((word) => parts.has(word)),
      ...standing.map(([literal]) => literal),
    ]
  }
}

function haveOneLine(words: readonly string[], text: string): boolean {
  return text.split('\n').some((line) => words.every((word) => line.includes(word)))
}

/** Few are found fastest one by one. */
function wordFinder(words: readonly string[]): (text: string) => ReadonlySet<string> {
  if (words.length <= FEW) return (text) => new Set(words.filter((word) => text.includes(word)))
  const automaton = new Automaton(words)
  return (text) => {
    const found = new Set<string>()
    automaton.scan(text, (word) => found.add(words[word]!))
    return found
  }
}

const FEW = 8
