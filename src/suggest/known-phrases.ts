import type { SourceFile } from '../core/source-file.js'
import { phraseFileSchema, type PhraseList } from '../dictionary/phrase-lists.js'
import { parseYaml } from '../dictionary/yaml.js'
import { FixedLines } from '../rule/fixed-lines.js'
import { SLOT } from '../rule/line-key.js'

/**
 * The lists of a dictionary, whatever their roles: which of them are wrong, the pipeline says.
 * @throws {ConfigError} if the file is no dictionary of phrase lists
 */
export function readPhraseLists(file: SourceFile): readonly PhraseList[] {
  return parseYaml(file, phraseFileSchema).value.lists
}

/** Tells whether a dictionary of boilerplate knows every line of an entry already. */
export function knowsLines(lists: readonly PhraseList[]): (text: string) => boolean {
  const fixed = new FixedLines(lists)
  return (text) => {
    const words = text.replaceAll(SLOT, '0')
    let start = 0
    const spans = words.split('\n').map((line) => {
      const span = { start, end: start + line.length }
      start = span.end + 1
      return span
    })
    return fixed.match(words, spans).every((list) => list !== null)
  }
}

/** Tells whether a list of a dictionary has a phrase already. */
export function knowsPhrases(lists: readonly PhraseList[]): (text: string) => boolean {
  const phrases = new Set(lists.flatMap((list) => list.phrases))
  return (text) => phrases.has(text)
}
