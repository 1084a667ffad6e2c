import { z } from 'zod'
import { readSimplifiedForms } from '../../chinese/opencc.js'
import type { SourceFile } from '../../core/source-file.js'
import { gazetteerName } from '../../dictionary/gazetteer.js'
import { listCell, parseTable } from '../../dictionary/table.js'
import type { CompiledTable, OwnWord } from './convert.js'
import { finishDraft, startDraft } from './draft.js'

/** A name with its simplified spellings, from any dictionary that has a column `name`. */
export interface ProtectedName {
  /** The dictionary's own id or code of the bearer; null where it has neither. */
  readonly id: string | null
  readonly spellings: readonly string[]
}

/**
 * Reads the names of tab-separated dictionaries: `name`, and `aliases`, `id` or `code` if there.
 * @throws {ConfigError} with every problem of the files
 */
export function parseProtectedNames(files: readonly SourceFile[]): readonly ProtectedName[] {
  return files.flatMap(readProtectedRows).map(({ name }) => name)
}

/** A protected name with where it stands. */
export interface ProtectedRow {
  readonly name: ProtectedName
  /** The dictionary's base name: `hospitals` of `hospitals.tsv`. */
  readonly gazetteer: string
  readonly file: string
  readonly line: number
}

/** @throws {ConfigError} with every problem of the file */
export function readProtectedRows(source: SourceFile): readonly ProtectedRow[] {
  const gazetteer = gazetteerName(source.path)
  return parseTable(source, nameRow).map(({ value, file, line }) => ({
    name: { id: value.id ?? value.code ?? null, spellings: [value.name, ...value.aliases] },
    gazetteer,
    file,
    line,
  }))
}

/**
 * The words to add so that every traditional spelling of a name becomes its simplified spelling.
 * Most names come out right by themselves; only those that some table spoils give words.
 */
export function protectNames(
  names: readonly ProtectedName[],
  tables: readonly CompiledTable[],
): OwnWord[] {
  const words = spellNames(names, findUnsteady(tables, charactersOf(names)))
  const spoilt = new Set<OwnWord>()
  for (const table of tables)
    for (const [index, converted] of convertAll(
      words.map((word) => word.from),
      table,
    ).entries())
      if (converted !== words[index]!.to) spoilt.add(words[index]!)
  return [...spoilt]
}

const nameRow = z.object({
  id: z.string().min(1).optional(),
  code: z.string().min(1).optional(),
  name: z.string().min(1),
  aliases: listCell.default([]),
})

/** Names of steady characters only are left out: no table can do anything unforeseen with them. */
function spellNames(names: readonly ProtectedName[], unsteady: ReadonlySet<string>): OwnWord[] {
  const forms = traditionalForms()
  const isUnsteady = (character: string): boolean =>
    unsteady.has(character) || (forms.get(character) ?? []).some((form) => unsteady.has(form))
  const words: OwnWord[] = []
  for (const { id, spellings } of names) {
    const origin = { stage: 'simplify', rule: 'simplify/protected', entry: id }
    for (const to of spellings)
      if ([...to].some(isUnsteady))
        for (const from of spellTraditionally(to, forms)) words.push({ from, to, origin })
  }
  return words
}

function charactersOf(names: readonly ProtectedName[]): Set<string> {
  const characters = new Set<string>()
  for (const { spellings } of names)
    for (const spelling of spellings) for (const character of spelling) characters.add(character)
  return characters
}

/**
 * Characters that come out differently in some phrase than alone, and those of simplified names
 * (乾) that some table takes for traditional ones.
 */
function findUnsteady(
  tables: readonly CompiledTable[],
  simplified: ReadonlySet<string>,
): Set<string> {
  const known = new Set(tables.flatMap((table) => table.phrases))
  const phrases = [...known].filter((phrase) => phrase.length > 1)
  const characters = [...new Set([...phrases.join(''), ...simplified])]
  const unsteady = new Set<string>()
  for (const table of tables) {
    const alone = new Map(
      convertAll(characters, table).map((converted, index) => [characters[index]!, converted]),
    )
    for (const character of simplified)
      if (alone.get(character) !== character) unsteady.add(character)
    const units = singleUnits(alone)
    for (const [index, converted] of convertAll(phrases, table).entries()) {
      if (isSteady(phrases[index]!, converted, units)) continue
      const results = [...converted]
      let at = 0
      for (const character of phrases[index]!)
        if (results[at++] !== alone.get(character)) unsteady.add(character)
    }
  }
  return unsteady
}

/** What each character of one code unit becomes alone, where that is one unit, too; else 0. */
function singleUnits(alone: ReadonlyMap<string, string>): Uint16Array {
  const units = new Uint16Array(65536)
  for (const [character, converted] of alone)
    if (character.length === 1 && converted.length === 1)
      units[character.charCodeAt(0)] = converted.charCodeAt(0)
  return units
}

/** Whether every character of a phrase came out as it does alone; most do, and this is fast. */
function isSteady(phrase: string, converted: string, units: Uint16Array): boolean {
  if (phrase.length !== converted.length) return false
  for (let at = 0; at < phrase.length; at++)
    if (units[phrase.charCodeAt(at)] !== converted.charCodeAt(at)) return false
  return true
}

/** Each of `texts`, none of which may hold a line break, converted on its own. */
function convertAll(texts: readonly string[], table: CompiledTable): string[] {
  if (texts.length === 0) return []
  const text = texts.join('\n')
  const draft = startDraft(text)
  table.convert(draft, 0, text.length)
  return finishDraft(draft).split('\n')
}

type TraditionalForms = ReadonlyMap<string, readonly string[]>

/** For each simplified character the everyday traditional characters it stands for. */
function traditionalForms(): TraditionalForms {
  const forms = new Map<string, string[]>()
  for (const [traditional, simplified] of readSimplifiedForms()) {
    const known = forms.get(simplified)
    if (known === undefined) forms.set(simplified, [traditional])
    else known.push(traditional)
  }
  return forms
}

/** The name as it is and in traditional characters, also half and half as pages made by machine are. */
function spellTraditionally(name: string, forms: TraditionalForms): readonly string[] {
  let spellings = ['']
  for (const character of name) {
    const choices = [character, ...(forms.get(character) ?? [])]
    const kept = spellings.length * choices.length <= MOST_SPELLINGS ? choices : choices.slice(0, 2)
    const room = spellings.length * kept.length <= MOST_SPELLINGS
    spellings = room
      ? spellings.flatMap((spelling) => kept.map((choice) => spelling + choice))
      : spellings.map((spelling) => spelling + (kept[1] ?? character))
  }
  return spellings
}

/** Enough for every character of a county's name both ways; long names get fewer. */
const MOST_SPELLINGS = 16
