/**
 * How well articles are read off pages, with @mozilla/readability beside us in the same run:
 * `npm run bench:clean -- FOLDER [--pages]`. The folder holds NAME.html or NAME.txt beside
 * NAME.json `{title, published, author, source, text, optional?, editor?}`; `--pages` adds a line for
 * each page.
 */
import { parseArgs } from 'node:util'
import { loadPipeline } from '../src/pipeline/load.js'
import { compareReaders } from './clean/compare.js'
import { printComparison } from './clean/report.js'
import { readReferencePages } from './clean/reference-pages.js'

const { values, positionals } = parseArgs({
  options: { pages: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [folder] = positionals
if (folder === undefined) {
  console.error('Usage: npm run bench:clean -- FOLDER [--pages]')
  process.exitCode = 2
} else {
  const pages = readReferencePages(folder)
  printComparison(compareReaders(loadPipeline(), pages), { eachPage: values.pages })
}
