import type { Location } from '../pipeline/records.js'

/**
 * Names the files of articles in one flat folder: by path and row, readable, each name once. What
 * repeats or is long gets the article's id behind it.
 */
export function pageNames(): (
  place: Location,
  article: string,
) => { readonly name: string; readonly page: string } {
  const taken = new Set<string>()
  return ({ path, item }, article) => {
    const [, stem = path, end = ''] = ENDING.exec(path) ?? []
    const row = item === null ? '' : `-${item}`
    const plain = `${stem}${row}`.replace(UNFIT, '-').replace(/^[.-]+/, '')
    const isFit = plain !== '' && plain.length <= LONGEST && !taken.has(plain.toLowerCase())
    const name = isFit ? plain : `${plain.slice(0, LONGEST)}-${article}`
    taken.add(name.toLowerCase())
    return { name, page: `${name}${MARKUP.test(end) ? '.html' : '.txt'}` }
  }
}

const ENDING = /^(.*?)(\.(?:txt|html?|xhtml|jsonl|ndjson|csv|warc)(?:\.gz)?)$/i
const MARKUP = /^\.x?html?/i
/** What some file system refuses in a name. */

const UNFIT = /[\u0000-\u001f\u007f/\\:*?"<>|\s]+/g
/** Characters: three bytes each at most, so that a name fits in 255 with what follows. */
const LONGEST = 60
