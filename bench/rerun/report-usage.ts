/** Loaded before a program under measurement: leaves what it used, when it ends, in a file. */
import { writeFileSync } from 'node:fs'

const file = process.env['YUANJU_BENCH_USAGE']
if (file !== undefined)
  process.on('exit', () => {
    writeFileSync(file, JSON.stringify(process.resourceUsage()))
  })
