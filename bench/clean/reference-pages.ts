import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const text = z.string().nullish()
const texts = z.array(z.string()).default([])

const referenceSchema = z.object({
  title: text,
  /** Local time as shown, as precise as shown. */
  published: text,
  published_alt: texts,
  author: text,
  author_alt: texts,
  source: text,
  /** The name of the site, where the page shows no source. */
  source_alt: texts,
  editor: text,
  /** The paragraphs of the body, joined by `\n`. */
  text: z.string(),
  /** Captions and the like, which count neither way. */
  optional: texts,
})

/** What a careful reader wrote down of a page. */
export type Reference = z.infer<typeof referenceSchema>

export interface ReferencePage {
  readonly name: string
  readonly format: 'html' | 'text'
  readonly bytes: Uint8Array
  readonly reference: Reference
}

/**
 * Reads the pages of a folder that have a reference beside them, in the order of their names.
 * @throws {Error} if there are none, or a reference is not as expected
 */
export function readReferencePages(folder: string): ReferencePage[] {
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file): ReferencePage[] => {
      const name = file.slice(0, -'.json'.length)
      const ending = ENDINGS.find((end) => existsSync(join(folder, name + end)))
      if (ending === undefined) return []
      const parsed = referenceSchema.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
      if (!parsed.success)
        throw new Error(`${join(folder, file)}: ${z.prettifyError(parsed.error)}`)
      const bytes = readFileSync(join(folder, name + ending))
      const format = ending === '.txt' ? 'text' : 'html'
      return [{ name, format, bytes, reference: parsed.data }]
    })
  if (pages.length === 0)
    throw new Error(`${folder}: no NAME.json beside NAME.html or NAME.txt here.`)
  return pages
}

const ENDINGS = ['.html', '.htm', '.txt']
