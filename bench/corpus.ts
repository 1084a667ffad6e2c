/**
 * Writes a corpus of generated news pages: `npm run bench:corpus -- FOLDER [PAGES [SEED]]`, by default
 * 100,000 pages of seed 1. The same seed, gazetteer and code give the same bytes.
 */
import { writeCorpus } from './news-corpus/write.js'

const [folder, pages = '100000', seed = '1'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name a folder to write to.')
const { bytes, marked } = writeCorpus(folder, Number(pages), Number(seed))
const megabytes = (bytes / 1e6).toFixed(1)
console.log(`${pages} pages, ${megabytes} MB in ${folder}; ${marked} hold the marked words`)
