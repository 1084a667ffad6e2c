import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, type ConfigProblem, UsageError } from '../core/errors.js'
import { type Gold, goldProblem, parseGold } from './gold.js'

/** A document with its annotation. */
export interface GoldDocument {
  /** The base name that the two files share. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly gold: Gold
}

/**
 * Reads a folder of `NAME.txt` or `NAME.html` beside `NAME.gold.json`, in the order of their names.
 * @throws {UsageError} if the folder is not there or holds no such pair
 * @throws {ConfigError} for annotations that are not as the contract says, all problems at once
 */
export function readGoldFolder(folder: string): GoldDocument[] {
  const names = goldNames(folder)
  if (names.length === 0)
    throw new UsageError(
      'gold-missing',
      `${folder}: no NAME.gold.json here. Expected NAME.txt or NAME.html beside NAME.gold.json.`,
    )
  const problems: ConfigProblem[] = []
  const documents = names.flatMap((name) => {
    try {
      return [{ name, bytes: readPage(folder, name), gold: readGold(folder, name) }]
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  if (problems.length > 0) throw new ConfigError(problems)
  return documents
}

const SUFFIX = '.gold.json'

function goldNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(SUFFIX))
      .map((file) => file.slice(0, -SUFFIX.length))
      .sort()
  } catch (error) {
    throw new UsageError('gold-missing', `${folder}: there is no such folder.`, { cause: error })
  }
}

function readPage(folder: string, name: string): Uint8Array {
  const file = ['.txt', '.html', '.htm'].map((end) => join(folder, name + end)).find(existsSync)
  if (file !== undefined) return readFileSync(file)
  throw goldProblem(join(folder, name + SUFFIX), 'gold-page-missing', 'the page is not beside it.')
}

function readGold(folder: string, name: string): Gold {
  const file = join(folder, name + SUFFIX)
  return parseGold(readFileSync(file, 'utf8'), file)
}
