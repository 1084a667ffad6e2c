import { z } from 'zod'
import { ConfigError, type ConfigProblem } from '../core/errors.js'
import { DROP_KINDS, type DropKind } from '../core/edit.js'
import type { SourceFile } from '../core/source-file.js'
import { parseYaml } from './yaml.js'

const listSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/, 'expected an id such as spam/gambling-terms'),
  kind: z.enum(DROP_KINDS),
  why: z.string().min(1),
  /** What the stage that reads the list uses its phrases for. */
  role: z.string(),
  phrases: z.array(z.string().min(1)).min(1),
})

/** The form of a file of phrase lists. */
export const phraseFileSchema = z.strictObject({ lists: z.array(listSchema) })

/** Phrases that play the same part, from a dictionary file. */
export interface PhraseList {
  readonly id: string
  readonly kind: DropKind
  readonly role: string
  readonly phrases: readonly string[]
}

/**
 * Reads dictionaries of phrase lists. `roles` are those the reader knows.
 * @throws {ConfigError} with every problem of every file: unknown roles, ids or phrases given twice
 */
export function loadPhraseLists(
  files: readonly SourceFile[],
  roles: readonly string[],
): PhraseList[] {
  const problems: ConfigProblem[] = []
  const lists: PhraseList[] = []
  const ids = new Set<string>()
  for (const file of files) {
    const parsed = parseYaml(file, phraseFileSchema)
    for (const [index, { id, kind, role, phrases }] of parsed.value.lists.entries()) {
      const at = ['lists', index]
      if (ids.has(id))
        problems.push(
          parsed.problem([...at, 'id'], 'dictionary-duplicate-id', 'defined twice.', id),
        )
      ids.add(id)
      if (!roles.includes(role)) {
        const message = `unknown role "${role}"; known are: ${roles.join(', ')}.`
        problems.push(parsed.problem([...at, 'role'], 'dictionary-unknown-role', message, id))
      }
      for (const [number, phrase] of phrases.entries())
        if (phrases.indexOf(phrase) < number) {
          const message = `phrase "${phrase}" is given twice.`
          const path = [...at, 'phrases', number]
          problems.push(parsed.problem(path, 'dictionary-duplicate-phrase', message, id))
        }
      lists.push({ id, kind, role, phrases })
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return lists
}
