import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PACKAGE_FOLDER } from '../pipeline/package-folder.js'

/** The version of this program, as `package.json` gives it; runs are recorded under it. */
export function readCodeVersion(): string {
  const text = readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
