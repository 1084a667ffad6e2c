import type { ConfigProblem } from '../core/errors.js'
import type { YamlFile } from '../dictionary/yaml.js'
import { PATTERN_LIMITS } from './pattern-limits.js'
import { parsePattern, PatternError } from './pattern-syntax.js'

/** The part of a rule file that names building blocks for patterns. */
export interface PhraseSection {
  readonly phrases: Readonly<Record<string, string>>
}

/** Building blocks by name, without the `$`. */
export type Phrases = Readonly<Record<string, string>>

/**
 * Joins the phrases of several files, and reports those that two files define unlike each other, that
 * refer to each other in a circle, and that cannot be read. One that leads back to itself is left empty.
 */
export function joinPhrases(
  files: readonly YamlFile<PhraseSection>[],
  kinds: readonly string[],
  report: (problem: ConfigProblem) => void,
): Phrases {
  const phrases: Record<string, string> = {}
  const places = new Map<string, { readonly file: YamlFile<PhraseSection>; readonly at: string }>()
  for (const file of files)
    for (const [name, text] of Object.entries(file.value.phrases)) {
      const at = `${file.path}:${file.locate(['phrases', name]).line}`
      const known = places.get(name)
      if (known !== undefined && phrases[name] !== text) {
        const message = `phrase $${name} is already defined at ${known.at}, in other words; give one of them another name.`
        report(file.problem(['phrases', name], 'phrase-duplicate', message))
      }
      places.set(name, { file, at })
      phrases[name] = text
    }
  const circles = circlesIn(phrases)
  for (const [name, { file }] of places) {
    const circle = circles.get(name)
    if (circle !== undefined) {
      const message = `phrases refer to each other in a circle: ${circle.map((part) => `$${part}`).join(' → ')}.`
      report(file.problem(['phrases', name], 'phrase-circle', message))
    } else if (![...circles.keys()].some((other) => mentions(phrases[name]!, other)))
      reportUnreadable(name, file)
  }
  for (const name of circles.keys()) phrases[name] = ''
  return phrases

  function reportUnreadable(name: string, file: YamlFile<PhraseSection>): void {
    try {
      parsePattern(phrases[name]!, { kinds, phrases })
    } catch (error) {
      if (!(error instanceof PatternError)) throw error
      const message = `phrase $${name}: ${error.message}`
      report(file.problem(['phrases', name], 'phrase-invalid', message))
    }
  }
}

/** By phrase that leads back to itself: the way round, its own name first and last. */
function circlesIn(phrases: Phrases): Map<string, readonly string[]> {
  const circles = new Map<string, readonly string[]>()
  const done = new Set<string>()
  const visit = (name: string, trail: readonly string[]): void => {
    const at = trail.indexOf(name)
    if (at !== -1) {
      const circle = [...trail.slice(at), name]
      for (const part of circle) if (!circles.has(part)) circles.set(part, circle)
      return
    }
    const text = phrases[name]
    // What is deeper than that, patterns refuse.
    if (text === undefined || done.has(name) || trail.length > PATTERN_LIMITS.depth) return
    for (const next of namesIn(text)) visit(next, [...trail, name])
    done.add(name)
  }
  for (const name of Object.keys(phrases)) visit(name, [])
  return circles
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\$([a-z][a-z-]*)/g)].map(([, name]) => name ?? '')
}

function mentions(text: string, name: string): boolean {
  return namesIn(text).includes(name)
}
