import { z } from 'zod'
import { readSimplifiedForms } from '../../chinese/opencc.js'
import type { SourceFile } from '../../core/source-file.js'
import { listCell, parseTable } from '../../dictionary/table.js'
import type { CompiledTable, OwnWord } from './convert.js'
import { startDraft } from './draft.js'

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
  return files
    .flatMap((file) => parseTable(file, nameRow))
    .map(({ value }) => ({
      id: value.id ?? value.code ?? null,
      spellings: [value.name, ...value.aliases],
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
  const words = spellNames(names)
  const text = words.map((word) => word.from).join('\n')
  const spoilt = new Set<OwnWord>()
  for (const table of tables) {
    const draft = startDraft(text)
    table.convert(draft, 0, text.length)
    const resized = new Set(draft.marks.flatMap((mark) => (mark.replacement === null ? [] : mark.start)))
    let at = 0
    for (const word of words) {
      if (isSpoilt(draft.units, at, word) || resized.has(at)) spoilt.add(word)
      at += word.from.length + 1
    }
  }
  return [...spoilt]
}

const nameRow = z.object({
  id: z.string().min(1).optional(),
  code: z.string().min(1).optional(),
  name: z.string().min(1),
  aliases: listCell.default([]),
})

function spellNames(names: readonly ProtectedName[]): OwnWord[] {
  const forms = traditionalForms()
  const words: OwnWord[] = []
  for (const { id, spellings } of names) {
    const origin = { stage: 'simplify', rule: 'simplify/protected', entry: id }
    for (const to of spellings)
      for (const from of spellTraditionally(to, forms)) words.push({ from, to, origin })
  }
  return words
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

function isSpoilt(units: Uint16Array, start: number, { to }: OwnWord): boolean {
  for (let at = 0; at < to.length; at++) if (units[start + at] !== to.charCodeAt(at)) return true
  return false
}
