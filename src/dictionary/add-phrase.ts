import type { DropKind } from '../core/edit.js'
import type { SourceFile } from '../core/source-file.js'
import { phraseFileSchema } from './phrase-lists.js'
import { parseYaml, writeYamlText, type YamlFile, type YamlPath } from './yaml.js'

/** A list of phrases as its file heads it. */
export interface PhraseListHead {
  readonly id: string
  readonly kind: DropKind
  readonly role: string
  readonly why: string
}

/**
 * The text of a dictionary of phrase lists with one phrase more; nothing else of it changes. The
 * phrase goes to its place in a sorted list and to the end of another; a list that is not there is
 * put at the end of the file.
 * @throws {ConfigError} if the file is no dictionary of phrase lists
 */
export function addPhrase(file: SourceFile, list: PhraseListHead, phrase: string): string {
  const parsed = parseYaml(file, phraseFileSchema)
  const index = parsed.value.lists.findIndex(({ id }) => id === list.id)
  if (index === -1) return withList(parsed, list, phrase)
  const phrases = parsed.value.lists[index]?.phrases ?? []
  const at = isSorted(phrases) ? placeOf(phrase, phrases) : phrases.length
  return insertText(parsed, ['lists', index, 'phrases'], { phrase, at, count: phrases.length })
}

/** The text of a YAML file with one text more at the end of the list of `count` items at `path`. */
export function appendText(
  file: YamlFile<unknown>,
  path: YamlPath,
  { phrase, count }: { readonly phrase: string; readonly count: number },
): string {
  return insertText(file, path, { phrase, at: count, count })
}

function insertText(file: PhraseFile, path: YamlPath, insertion: Insertion): string {
  return file.isInBrackets(path)
    ? insertBetween(file, path, insertion)
    : insertLine(file, path, insertion)
}

type PhraseFile = YamlFile<unknown>

/** A phrase to be put before item `at` of a list of `count`. */
interface Insertion {
  readonly phrase: string
  readonly at: number
  readonly count: number
}

function withList(
  { source, locate, value }: YamlFile<{ lists: unknown[] }>,
  list: PhraseListHead,
  phrase: string,
): string {
  const text = source.text.endsWith('\n') ? source.text : `${source.text}\n`
  // An item stands two columns behind its dash, and columns count from 1.
  const indent = value.lists.length === 0 ? 2 : locate(['lists', 0]).column - 3
  const lines = [
    `- id: ${list.id}`,
    `  kind: ${list.kind}`,
    `  role: ${list.role}`,
    `  why: ${writeYamlText(list.why, false)}`,
    '  phrases:',
    itemOf(phrase, '    - '),
  ].join('\n')
  const margin = ' '.repeat(Math.max(0, indent))
  const block = lines.replace(/^/gm, margin)
  return `${value.lists.length === 0 ? text.replace(EMPTY_LISTS, 'lists:') : text}\n${block}\n`
}

/** `[甲, 丙]` → `[甲, 乙, 丙]` */
function insertBetween(
  { source: { text }, spanOf }: PhraseFile,
  path: YamlPath,
  { phrase, at, count }: Insertion,
): string {
  const written = writeYamlText(phrase, true)
  const place = at < count ? spanOf([...path, at])?.start : spanOf([...path, count - 1])?.end
  const offset = place ?? text.length
  return splice(text, offset, at < count ? `${written}, ` : `, ${written}`)
}

/** A line of its own, above item `at` and the comments on it, or below the last item. */
function insertLine(
  { source: { text }, spanOf }: PhraseFile,
  path: YamlPath,
  { phrase, at, count }: Insertion,
): string {
  const neighbour = spanOf([...path, Math.min(at, count - 1)]) ?? { start: 0, end: text.length }
  const lineStart = text.lastIndexOf('\n', neighbour.start - 1) + 1
  const item = `${itemOf(phrase, text.slice(lineStart, neighbour.start))}\n`
  if (at < count) return splice(text, aboveComments(text, lineStart), item)
  // A block scalar ends behind its line break, anything else before it or a comment.
  if (text.charAt(neighbour.end - 1) === '\n') return splice(text, neighbour.end, item)
  const lineEnd = text.indexOf('\n', neighbour.end)
  return lineEnd === -1 ? `${text}\n${item}` : splice(text, lineEnd + 1, item)
}

/** `lead` is what stands before the text of an item, `      - `. */
function itemOf(phrase: string, lead: string): string {
  const [first, ...rest] = writeYamlText(phrase, false).split('\n')
  return [`${lead}${first}`, ...rest.map((line) => ' '.repeat(lead.length) + line.trim())].join(
    '\n',
  )
}

function aboveComments(text: string, lineStart: number): number {
  let start = lineStart
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1
    if (!text.slice(above, start).trimStart().startsWith('#')) break
    start = above
  }
  return start
}

function isSorted(phrases: readonly string[]): boolean {
  return phrases.every((phrase, index) => index === 0 || phrases[index - 1]! < phrase)
}

function placeOf(phrase: string, sorted: readonly string[]): number {
  const at = sorted.findIndex((other) => other > phrase)
  return at === -1 ? sorted.length : at
}

function splice(text: string, at: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at)
}

const EMPTY_LISTS = /^lists:[ \t]*\[\s*\]/m
