import { type BigIntStats, type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, extname, resolve, sep } from 'node:path'
import { UsageError } from '../core/errors.js'
import type { FileMark } from '../store/sources.js'

/** The kinds of file that are read, by extension in lower case. */
export const INPUT_EXTENSIONS = ['.txt', '.html', '.htm'] as const

/** One file, or standard input, to be read. `path` is what records give: relative, with `/`. */
export type InputFile =
  | {
      readonly path: string
      /** `file` is absolute; `mark` is what the file system says of it, null where it says nothing. */
      readonly open: { readonly file: string; readonly mark: FileMark | null }
    }
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
 * Links to files are followed; links to folders are not, so that no circle can be walked. A call after
 * the other: for many files that is several times as fast as waiting for each.
 * @throws {UsageError} for an input that is not there or, named directly, of a kind that is not read
 */
export function listInputs(inputs: readonly string[]): InputList {
  const found = new InputCollector()
  for (const input of inputs) {
    if (input === STANDARD_INPUT) found.files.push({ path: STANDARD_INPUT, open: 'stdin' })
    else found.addNamed(input)
  }
  return found
}

class InputCollector implements InputList {
  readonly files: InputFile[] = []
  readonly broken: BrokenPlace[] = []
  readonly skipped: Record<string, number> = {}

  addNamed(input: string): void {
    const stats = statInput(input)
    const file = resolve(input)
    if (stats.isDirectory()) this.addFolder(file, '')
    else if (isReadable(input))
      this.files.push({ path: basename(input), open: { file, mark: markOf(stats) } })
    else
      throw new UsageError(
        'input-unknown-kind',
        `${input}: cannot tell how to read a file of this kind; known are ${INPUT_EXTENSIONS.join(' ')}.`,
      )
  }

  private addFolder(folder: string, prefix: string): void {
    let entries: Dirent[]
    try {
      entries = readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      this.broken.push({
        path: prefix.replace(/\/$/, '') || basename(folder),
        message: reasonOf(error),
      })
      return
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries)
      this.addEntry(entry, `${folder}${sep}${entry.name}`, prefix + entry.name)
  }

  private addEntry(entry: Dirent, file: string, path: string): void {
    if (entry.isDirectory()) {
      this.addFolder(file, `${path}/`)
      return
    }
    const isLink = entry.isSymbolicLink()
    const isKnown = isReadable(file)
    const stats = isLink || (entry.isFile() && isKnown) ? statOrNull(file) : null
    // A broken link counts as a file, so that reading it reports what is wrong.
    const isFile = isLink ? (stats?.isFile() ?? true) : entry.isFile()
    if (stats?.isDirectory() === true) this.skip('link')
    else if (!isFile || !isKnown) this.skip(extname(file).toLowerCase() || 'none')
    else this.files.push({ path, open: { file, mark: stats === null ? null : markOf(stats) } })
  }

  private skip(kind: string): void {
    this.skipped[kind] = (this.skipped[kind] ?? 0) + 1
  }
}

function statInput(input: string): BigIntStats {
  try {
    return statSync(input, { bigint: true })
  } catch (error) {
    const message = `${input}: ${reasonOf(error)}. Nothing was read.`
    throw new UsageError('input-missing', message, { cause: error })
  }
}

function statOrNull(file: string): BigIntStats | null {
  try {
    return statSync(file, { bigint: true })
  } catch {
    return null
  }
}

function markOf({ size, mtimeNs, ino }: BigIntStats): FileMark {
  return { size: Number(size), mtime: mtimeNs, inode: ino }
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
