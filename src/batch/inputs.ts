import type { Dirent, Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { UsageError } from '../core/errors.js'

/** The kinds of file that are read, by extension in lower case. */
export const INPUT_EXTENSIONS = ['.txt', '.html', '.htm'] as const

/** One file, or standard input, to be read. `path` is what records give: relative, with `/`. */
export type InputFile =
  | { readonly path: string; readonly open: { readonly file: string } }
  | { readonly path: typeof STANDARD_INPUT; readonly open: 'stdin' }

/** A place in a folder that could not even be looked at. */
export interface BrokenPlace {
  readonly path: string
  readonly message: string
}

export interface InputList {
  /** In the order of the inputs as named, and by path within a folder. */
  readonly files: readonly InputFile[]
  readonly broken: readonly BrokenPlace[]
  /** Files of other kinds inside folders, counted by extension; links to folders as `link`. */
  readonly skipped: Readonly<Record<string, number>>
}

/** Standard input, as named on the command line and in records. */
export const STANDARD_INPUT = '-'

/**
 * Finds the files that INPUT arguments name: files, folders (recursively), `-` for standard input.
 * Links to files are followed; links to folders are not, so that no circle can be walked.
 * @throws {UsageError} for an input that is not there or, named directly, of a kind that is not read
 */
export async function listInputs(inputs: readonly string[]): Promise<InputList> {
  const found = new InputCollector()
  for (const input of inputs) {
    if (input === STANDARD_INPUT) found.files.push({ path: STANDARD_INPUT, open: 'stdin' })
    else await found.addNamed(input)
  }
  return found
}

class InputCollector implements InputList {
  readonly files: InputFile[] = []
  readonly broken: BrokenPlace[] = []
  readonly skipped: Record<string, number> = {}

  async addNamed(input: string): Promise<void> {
    const stats = await statInput(input)
    if (stats.isDirectory()) await this.addFolder(input, '')
    else if (isReadable(input)) this.files.push({ path: basename(input), open: { file: input } })
    else
      throw new UsageError(
        'input-unknown-kind',
        `${input}: cannot tell how to read a file of this kind; known are ${INPUT_EXTENSIONS.join(' ')}.`,
      )
  }

  private async addFolder(folder: string, prefix: string): Promise<void> {
    let entries: Dirent[]
    try {
      entries = await readdir(folder, { withFileTypes: true })
    } catch (error) {
      this.broken.push({
        path: prefix.replace(/\/$/, '') || basename(folder),
        message: reasonOf(error),
      })
      return
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries)
      await this.addEntry(entry, join(folder, entry.name), prefix + entry.name)
  }

  private async addEntry(entry: Dirent, file: string, path: string): Promise<void> {
    if (entry.isDirectory()) return this.addFolder(file, `${path}/`)
    const kind = entry.isSymbolicLink() ? await linkTarget(file) : entry.isFile() ? 'file' : 'other'
    if (kind === 'folder') this.skip('link')
    else if (kind === 'other' || !isReadable(file)) this.skip(extname(file).toLowerCase() || 'none')
    else this.files.push({ path, open: { file } })
  }

  private skip(kind: string): void {
    this.skipped[kind] = (this.skipped[kind] ?? 0) + 1
  }
}

async function statInput(input: string): Promise<Stats> {
  try {
    return await stat(input)
  } catch (error) {
    const message = `${input}: ${reasonOf(error)}. Nothing was read.`
    throw new UsageError('input-missing', message, { cause: error })
  }
}

/** A broken link counts as a file, so that reading it reports what is wrong. */
async function linkTarget(file: string): Promise<'file' | 'folder' | 'other'> {
  try {
    const stats = await stat(file)
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other'
  } catch {
    return 'file'
  }
}

function isReadable(file: string): boolean {
  const extension = extname(file).toLowerCase()
  return INPUT_EXTENSIONS.some((known) => known === extension)
}

/** The system's reason in words, without the path that the caller gives anyway. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'the link leads in a circle',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  EIO: 'the disk could not be read',
}
