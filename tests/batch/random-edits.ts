import type { PipelineTexts } from './edited-pipeline.js'

/** Numbers from 0 to below 1, always the same for one seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!
}

/**
 * A small edit of one file, as people make them: a word taken out, put in or written otherwise, a
 * priority or a code changed, an entry or rule taken out or moved. `known` are words of the documents,
 * so that edits matter.
 */
export function editOnce(
  texts: PipelineTexts,
  random: () => number,
  known: string,
): readonly [name: string, text: string] {
  const names = [...texts.keys()].filter((name) => name !== '.' && !name.includes('spinning'))
  const name = pick(random, names)
  const text = texts.get(name) ?? ''
  const edit = pick(random, name.endsWith('.tsv') ? TABLE_EDITS : YAML_EDITS)
  return [name, edit(text, random, known)]
}

type TextEdit = (text: string, random: () => number, known: string) => string

const WORD = /[\u4e00-\u9fff]+/g
const EXAMPLE = /matches|rejects|text:|why:|^\s*#|gives|name:|before:/

/** Lines with words, those with words of the documents mostly. */
function lineWithWord(
  lines: readonly string[],
  random: () => number,
  known: string,
): { readonly index: number; readonly word: string; readonly at: number } | null {
  const places = lines.flatMap((line, index) =>
    EXAMPLE.test(line)
      ? []
      : [...line.matchAll(WORD)].map(({ 0: word, index: at }) => ({ index, word, at })),
  )
  const telling = places.filter(({ word }) => known.includes(word))
  const from = telling.length > 0 && random() < 0.85 ? telling : places
  return from.length === 0 ? null : pick(random, from)
}

const changeWord: TextEdit = (text, random, known) => {
  const lines = text.split('\n')
  const found = lineWithWord(lines, random, known)
  if (found === null) return text
  const { index, word, at } = found
  const line = lines[index]!
  const other = wordOf(random, known)
  const written = pick(random, [other, word + other.slice(0, 1), word.slice(0, -1) || other])
  lines[index] = line.slice(0, at) + written + line.slice(at + word.length)
  return lines.join('\n')
}

/** A word in a list, with the comma, bar or space behind it. */
const removeWord: TextEdit = (text, random, known) => {
  const lines = text.split('\n')
  const found = lineWithWord(lines, random, known)
  if (found === null) return text
  const { index, word, at } = found
  const line = lines[index]!
  const rest = line.slice(at + word.length)
  lines[index] = line.slice(0, at) + rest.replace(/^(, ?|\||\s)/, '')
  return lines.join('\n')
}

const addWord: TextEdit = (text, random, known) => {
  const lines = text.split('\n')
  const found = lineWithWord(lines, random, known)
  if (found === null) return text
  const { index, word, at } = found
  const line = lines[index]!
  const separator = line.includes('[') ? ', ' : line.includes('|') ? '|' : ' '
  const end = at + word.length
  lines[index] = line.slice(0, end) + separator + wordOf(random, known) + line.slice(end)
  return lines.join('\n')
}

function wordOf(random: () => number, known: string): string {
  const start = Math.floor(random() * (known.length - 4))
  const words = known.slice(start, start + 60).match(WORD) ?? ['医院']
  const word = pick(random, words)
  const from = Math.floor(random() * word.length)
  return word.slice(from, from + 1 + Math.floor(random() * 4))
}

const changeNumber: TextEdit = (text, random) => {
  const lines = text.split('\n')
  const places = lines.flatMap((line, index) => (/priority: -?\d+/.test(line) ? [index] : []))
  if (places.length === 0) return text
  const index = pick(random, places)
  lines[index] = lines[index]!.replace(
    /priority: -?\d+/,
    `priority: ${Math.floor(random() * 60) - 10}`,
  )
  return lines.join('\n')
}

/** A rule as a block of lines that begins with its id. */
const moveOrRemoveRule: TextEdit = (text, random) => {
  const blocks = text.split(/\n(?= {2}- id: )/)
  if (blocks.length < 3) return text
  const from = 1 + Math.floor(random() * (blocks.length - 1))
  const [block] = blocks.splice(from, 1)
  if (random() < 0.6) blocks.splice(1 + Math.floor(random() * (blocks.length - 1)), 0, block ?? '')
  return blocks.join('\n')
}

const writeComment: TextEdit = (text, random) => {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, index) => (/^\S/.test(line) ? [index] : []))
  lines.splice(pick(random, starts.length > 0 ? starts : [0]), 0, '# A remark.')
  return lines.join('\n')
}

const YAML_EDITS: readonly TextEdit[] = [
  changeWord,
  removeWord,
  removeWord,
  addWord,
  addWord,
  changeNumber,
  moveOrRemoveRule,
  writeComment,
]

/** Rows whose names the documents have, mostly. */
function rowOf(lines: readonly string[], random: () => number, known: string): number {
  const rows = lines.flatMap((line, index) =>
    index > 0 && !line.startsWith('#') && line.includes('\t') ? [index] : [],
  )
  const telling = rows.filter((index) =>
    (lines[index]!.match(WORD) ?? []).some((word) => word.length > 2 && known.includes(word)),
  )
  return pick(random, telling.length > 0 && random() < 0.9 ? telling : rows)
}

const removeRow: TextEdit = (text, random, known) => {
  const lines = text.split('\n')
  lines.splice(rowOf(lines, random, known), 1)
  return lines.join('\n')
}

const moveRow: TextEdit = (text, random, known) => {
  const lines = text.split('\n')
  const [row] = lines.splice(rowOf(lines, random, known), 1)
  lines.splice(rowOf(lines, random, known), 0, row ?? '')
  return lines.join('\n')
}

/** One cell of a row takes on that of another: a city, a parent, the aliases. */
const copyCell: TextEdit = (text, random, known) => {
  const lines = text.split('\n')
  const [to, from] = [rowOf(lines, random, known), rowOf(lines, random, known)]
  const cells = lines[to]!.split('\t')
  const column = 1 + Math.floor(random() * (cells.length - 1))
  const other = lines[from]!.split('\t')[column] ?? ''
  cells[column] = random() < 0.4 ? '' : other
  lines[to] = cells.join('\t')
  return lines.join('\n')
}

/** A name the documents have becomes an alias, or an alias is dropped. */
const changeAliases: TextEdit = (text, random, known) => {
  const lines = text.split('\n')
  const header = lines.find((line) => !line.startsWith('#'))?.split('\t') ?? []
  const column = header.indexOf('aliases')
  if (column < 0) return text
  const at = rowOf(lines, random, known)
  const cells = lines[at]!.split('\t')
  const aliases = (cells[column] ?? '').split('|').filter((alias) => alias !== '')
  const names = known.match(/[\u4e00-\u9fff]{2,8}(医院|一院|中心|大学)/g) ?? ['某某医院']
  if (random() < 0.5 && aliases.length > 0) aliases.splice(Math.floor(random() * aliases.length), 1)
  else {
    const name = pick(random, names)
    aliases.push(name.slice(Math.floor(random() * (name.length - 3))))
  }
  cells[column] = aliases.join('|')
  lines[at] = cells.join('\t')
  return lines.join('\n')
}

const TABLE_EDITS: readonly TextEdit[] = [
  removeRow,
  moveRow,
  copyCell,
  copyCell,
  changeAliases,
  changeAliases,
  changeAliases,
]
