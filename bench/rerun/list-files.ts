/** What an unchanged re-run is held against: lists a folder and reads each file's size and time. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const [folder = '.'] = process.argv.slice(2)
let files = 0
let bytes = 0
let newest = 0
await list(folder)
console.log(`${files} files, ${bytes} bytes, newest of ${new Date(newest).toISOString()}`)

async function list(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await list(path)
    else {
      const { size, mtimeMs } = await stat(path)
      files++
      bytes += size
      newest = Math.max(newest, mtimeMs)
    }
  }
}
