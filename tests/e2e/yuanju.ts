import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fromJson } from '../../src/store/json.js'

export const ROOT = resolve(import.meta.dirname, '../..')

const MAIN = join(ROOT, 'dist/cli/main.js')

/** What a finished command left behind. */
export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface CommandOptions {
  readonly input?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built program as a user does, in a process of its own, to its end. */
export async function yuanju(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  const child = startYuanju(args, options)
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  child.stdin?.end(options.input ?? '')
  const code = await new Promise<number | null>((done) => child.on('close', done))
  return { code, out, err }
}

/** Starts the built program. */
export function startYuanju(
  args: readonly string[],
  { cwd, env }: CommandOptions = {},
): ChildProcess {
  const { YUANJU_STORE: _store, ...rest } = process.env
  return spawn(process.execPath, [MAIN, ...args], { cwd: cwd ?? ROOT, env: { ...rest, ...env } })
}

/** Standard output as JSON lines of a shape that the test vouches for. */
export function jsonLines<T extends object>({ out }: Finished): T[] {
  const lines = out.split('\n').filter((line) => line !== '')
  return lines.map((line) => fromJson<T>(line))
}

/** Builds `dist` if the sources are newer; of test files run side by side one builds, others wait. */
export async function buildOnce(): Promise<void> {
  const lock = join(ROOT, 'node_modules', '.yuanju-build')
  while (!isFresh()) {
    try {
      mkdirSync(lock)
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      // Left behind by a build that was killed.
      if (Date.now() - since > 180_000) rmSync(lock, { recursive: true, force: true })
      await new Promise((done) => setTimeout(done, 200))
      continue
    }
    try {
      const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
      const bundler = join(ROOT, 'node_modules/vite/bin/vite.js')
      execFileSync(process.execPath, [bundler, 'build', 'web', '--logLevel', 'warn'], { cwd: ROOT })
      execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: ROOT })
    } finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
}

function isFresh(): boolean {
  const built = statSync(MAIN, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return ['src', 'web'].every((folder) => {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    return files.every((file) => statSync(join(ROOT, folder, file)).mtimeMs < built)
  })
}
