import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ConfigError, type ConfigProblem, UsageError } from '../core/errors.js'
import { goldProblem } from './annotation-problem.js'
import { type Gold, parseGold } from './gold.js'
import { type LabelledPage, parseLabelStudio } from './label-studio-gold.js'
import { parseWebAnnotations } from './web-annotation-gold.js'

/** A document with its annotation. */
export interface GoldDocument {
  /** The base name that the two files share. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly gold: Gold
}

/**
 * Reads a folder of `NAME.txt` or `NAME.html` beside `NAME.gold.json` or `NAME.webannotation.json`, or
 * beside files of Label Studio tasks (`….labelstudio.json`) that name their pages; in the order of names.
 * @throws {UsageError} if the folder is not there or holds no annotation
 * @throws {ConfigError} for annotations that are not as the contract says, all problems at once
 */
export function readGoldFolder(folder: string): GoldDocument[] {
  const files = listFolder(folder)
  const documents = new Map<string, GoldDocument>()
  const problems: ConfigProblem[] = []
  for (const file of files)
    try {
      for (const document of readAnnotation(folder, file)) {
        if (documents.has(document.name)) throw annotatedTwice(join(folder, file), document.name)
        documents.set(document.name, document)
      }
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      problems.push(...error.problems)
    }
  if (problems.length > 0) throw new ConfigError(problems)
  if (documents.size === 0)
    throw new UsageError(
      'gold-missing',
      `${folder}: no annotation here. Expected NAME.txt or NAME.html beside NAME.gold.json.`,
    )
  return [...documents.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const GOLD = '.gold.json'
const WEB_ANNOTATION = '.webannotation.json'
const LABEL_STUDIO = '.labelstudio.json'

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    throw new UsageError('gold-missing', `${folder}: there is no such folder.`, { cause: error })
  }
}

/** The documents that one file annotates; none for a file that is no annotation. */
function readAnnotation(folder: string, file: string): readonly GoldDocument[] {
  const path = join(folder, file)
  if (file.endsWith(LABEL_STUDIO))
    return parseLabelStudio(readFileSync(path, 'utf8'), path).map((labelled) =>
      readLabelled(folder, file, labelled),
    )
  const end = [GOLD, WEB_ANNOTATION].find((one) => file.endsWith(one))
  if (end === undefined) return []
  const name = file.slice(0, -end.length)
  const bytes = readPage(path, name, folder)
  const text = readFileSync(path, 'utf8')
  const gold = end === GOLD ? parseGold(text, path) : parseWebAnnotations(text, bytes, path)
  return [{ name, bytes, gold }]
}

function readPage(annotation: string, name: string, folder: string): Uint8Array {
  const file = ['.txt', '.html', '.htm'].map((end) => join(folder, name + end)).find(existsSync)
  if (file !== undefined) return readFileSync(file)
  throw goldProblem(annotation, 'gold-page-missing', 'the page is not beside it.')
}

function readLabelled(
  folder: string,
  file: string,
  { name, page, gold }: LabelledPage,
): GoldDocument {
  // A name with a folder in it would read whatever the tasks ask for.
  const path = join(folder, basename(page))
  if (basename(page) === page && existsSync(path)) return { name, bytes: readFileSync(path), gold }
  throw goldProblem(join(folder, file), 'gold-page-missing', `the page ${page} is not beside it.`)
}

function annotatedTwice(file: string, name: string): ConfigError {
  return goldProblem(file, 'gold-twice', `${name} has an annotation already. Keep one of them.`)
}
