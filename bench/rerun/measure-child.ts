import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** What a program in a process of its own took. */
export interface Cost {
  /** By the clock, from start to end. */
  readonly seconds: number
  /** Of all its threads. */
  readonly cpuSeconds: number
  /** The most memory it held at once, in megabytes. */
  readonly megabytes: number
  /** Of what it wrote to standard output. */
  readonly outputSha256: string
}

/** Runs the program of this checkout. @throws {Error} with what it said, if it fails */
export function measureYuanju(args: readonly string[]): Promise<Cost> {
  return measure([fileURLToPath(import.meta.resolve('../../src/cli/main.js')), ...args])
}

/** Runs `list-files` on a folder. */
export function measureListing(folder: string): Promise<Cost> {
  return measure([fileURLToPath(import.meta.resolve('./list-files.js')), folder])
}

async function measure(args: readonly string[]): Promise<Cost> {
  const usage = join(tmpdir(), `yuanju-bench-usage-${process.pid}.json`)
  const preload = import.meta.resolve('./report-usage.js')
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    env: { ...process.env, YUANJU_BENCH_USAGE: usage },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const hash = createHash('sha256')
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => hash.update(chunk))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise<number | null>((done) => child.on('close', done))
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${said.slice(-2000)}`)
  const { userCPUTime, systemCPUTime, maxRSS } = readUsage(usage)
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6
  return { seconds, cpuSeconds, megabytes: maxRSS / 1024, outputSha256: hash.digest('hex') }
}

function readUsage(file: string): z.infer<typeof usageSchema> {
  const usage = usageSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  rmSync(file)
  return usage
}

/** In microseconds and kilobytes, as Node gives them. */
const usageSchema = z.object({
  userCPUTime: z.number(),
  systemCPUTime: z.number(),
  maxRSS: z.number(),
})
