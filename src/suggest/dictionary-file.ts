import { randomBytes } from 'node:crypto'
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { StoreError, UsageError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { addPhrase, type PhraseListHead } from '../dictionary/add-phrase.js'
import type { PlannedStage } from '../pipeline/pipeline.js'
import { PACKAGE_FOLDER } from '../pipeline/package-folder.js'
import type { SuggestedDictionary } from './suggestion.js'

/** An entry to be written: its words, and the list they go to. */
export interface AcceptedEntry {
  readonly list: PhraseListHead
  readonly text: string
}

/** The dictionary file of a pipeline that entries are written to. */
export interface DictionaryFile {
  readonly file: SourceFile
  /** True where it came with the program, whose next update replaces it. */
  readonly isPackaged: boolean
}

/**
 * The first file that a stage of the pipeline reads under this name.
 * @throws {UsageError} if none does
 */
export function findDictionaryFile(
  plan: readonly PlannedStage[],
  dictionary: SuggestedDictionary,
): DictionaryFile {
  for (const { setup } of plan) {
    const [file] = setup.dictionaries[dictionary] ?? []
    if (file !== undefined) return toDictionaryFile(file)
  }
  throw new UsageError(
    'dictionary-missing',
    `No stage of this pipeline has a dictionary "${dictionary}", so there is nowhere to write to. Give its article and clean stages one.`,
  )
}

/** A dictionary's file as one that may be written to. */
export function toDictionaryFile(file: SourceFile): DictionaryFile {
  const isPackaged = resolve(file.path).startsWith(`${PACKAGE_FOLDER}${sep}`)
  return { file, isPackaged: isPackaged && PACKAGE_FOLDER.includes(`${sep}node_modules${sep}`) }
}

/**
 * Writes entries into the dictionary, all or none.
 * @throws {ConfigError} if the file is no dictionary of phrase lists
 * @throws {StoreError} if it cannot be written
 */
export function writeEntries({ file }: DictionaryFile, entries: readonly AcceptedEntry[]): void {
  const text = entries.reduce(
    (text, entry) => addPhrase({ path: file.path, text }, entry.list, entry.text),
    readFileSync(file.path, 'utf8'),
  )
  replaceFile(file.path, text)
}

/**
 * Puts a new text in the place of a file's. A reader finds the former text or the new one, never a
 * part; links and permissions stay.
 * @throws {StoreError} if it cannot be written
 */
export function replaceFile(path: string, text: string): void {
  const target = realpathSync(path)
  const draft = `${target}.${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(draft, text, { mode: statSync(target).mode, flag: 'wx' })
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError(
      'dictionary-unwritable',
      `${path} cannot be written: ${reason}. See to its permissions, or copy the pipeline and name the copy with --pipeline.`,
      { cause: error },
    )
  }
}
