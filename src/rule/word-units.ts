import { pageKey } from '../chinese/page-key.js'
import { canonicalJson, sha256 } from '../core/fingerprint.js'
import type { Frame, Unit } from '../core/unit.js'

/** A value of a file that is made of lists and maps of words, and what its words are looked for in. */
export interface WordSource {
  /** What the ids of its units begin with: the id of the rule, the name of the list. */
  readonly id: string
  readonly file: string
  readonly line: number | null
  readonly frame: Frame
  readonly value: unknown
}

/**
 * The words of a value as units, each a literal of its own: in lists each word, in maps each key with
 * its value. A word matters only where it stands, for or against what is read there. What is no
 * Chinese word (numbers, signs, names of units in Latin letters) goes into one unit that touches all.
 */
export function wordUnits(source: WordSource): readonly Unit[] {
  const units: Unit[] = []
  const others: unknown[] = []
  const seen = new Map<string, number>()
  const add = (path: string, word: string, meaning: unknown): void => {
    const id = `${source.id}${path}/${word}`
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    units.push({
      id: count === 1 ? id : `${id}#${count}`,
      file: source.file,
      line: source.line,
      meaning: sha256(canonicalJson(meaning)),
      literals: [source.frame === 'body' ? word : pageKey(word)],
      frame: source.frame,
    })
  }
  const visit = (path: string, value: unknown): void => {
    if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
      for (const word of value)
        if (isWord(word)) add(path, word, null)
        else others.push([path, word])
    else if (isRecord(value) && Object.keys(value).some(isWord))
      for (const [key, part] of Object.entries(value))
        if (isWord(key) && !holdsWords(part)) add(path, key, part)
        else others.push([path, key, part])
    else if (isRecord(value))
      for (const [key, part] of Object.entries(value)) visit(`${path}.${key}`, part)
    else if (value !== undefined) others.push([path, value])
  }
  visit('', source.value)
  const { id, file, line, frame } = source
  const meaning = sha256(canonicalJson(others))
  return [...units, { id, file, line, meaning, literals: null, frame }]
}

/** True for Chinese characters alone: what stands in a text as it stands in a list. */
export function isWord(text: string): boolean {
  return /^[\u4e00-\u9fff]+$/.test(text)
}

function holdsWords(value: unknown): boolean {
  return /[\u4e00-\u9fff]/.test(JSON.stringify(value))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
