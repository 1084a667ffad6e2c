import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { RepositoryState } from '../store/runs.js'

/**
 * The git commit that a pipeline's files lie in, and whether they are as it has them; null where
 * they lie in no repository, or git cannot tell. git is not called unless there is a `.git`. The
 * first of `files` says which repository is meant.
 */
export async function readRepositoryState(
  files: readonly string[],
): Promise<RepositoryState | null> {
  const [first] = files
  const folder = first === undefined ? null : findRepository(dirname(resolve(first)))
  if (folder === null) return null
  try {
    const commit = await git(folder, ['rev-parse', '--verify', 'HEAD'])
    const inside = files.map((file) => resolve(file)).filter((file) => isInside(file, folder))
    const changed = await git(folder, ['status', '--porcelain', '--', ...inside])
    return { commit: commit.trim(), isDirty: changed.trim() !== '' }
  } catch {
    // No git, no commit yet, or a repository that git does not trust: the run does not depend on it.
    return null
  }
}

function findRepository(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? null : findRepository(parent)
}

function isInside(file: string, folder: string): boolean {
  return file.startsWith(join(folder, '/'))
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' }
  const { stdout } = await execute('git', ['-C', folder, ...args], { env, timeout: TIMEOUT_MS })
  return stdout
}

const execute = promisify(execFile)
const TIMEOUT_MS = 10_000
