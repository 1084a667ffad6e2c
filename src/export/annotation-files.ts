import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from '../core/errors.js'
import { type AnnotatedArticle, type AnnotatedKind } from './annotated-article.js'
import { toGold } from './gold.js'
import { toLabelStudioTask } from './label-studio.js'
import type { ReviewedPage } from './reviewed-gold.js'
import { openFileSink, type TextSink } from './text-sink.js'
import { toWebAnnotations } from './web-annotation.js'

/** The formats that say of each article what was found in it. */
export const ANNOTATION_FORMATS = ['webannotation', 'labelstudio', 'gold'] as const
export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number]

export interface AnnotationOptions {
  readonly format: AnnotationFormat
  readonly kinds: readonly AnnotatedKind[]
}

/** One annotated article in a format, as JSON. */
export function toAnnotation(
  article: AnnotatedArticle,
  { format, kinds }: AnnotationOptions,
): object {
  switch (format) {
    case 'webannotation':
      return toWebAnnotations(article, kinds)
    case 'labelstudio':
      return toLabelStudioTask(article, kinds)
    case 'gold':
      return toGold(article, kinds)
  }
}

/**
 * Writes annotations one after the other, an article a line; for Label Studio as one list, which is
 * what it imports. Gives how many; closes the sink.
 */
export async function writeAnnotations(
  articles: Iterable<AnnotatedArticle>,
  options: AnnotationOptions,
  sink: TextSink,
): Promise<number> {
  const isList = options.format === 'labelstudio'
  let count = 0
  for (const article of articles) {
    const head = !isList ? '' : count === 0 ? '[\n' : ',\n'
    const line = `${head}${JSON.stringify(toAnnotation(article, options))}${isList ? '' : '\n'}`
    count++
    if (!(await sink.write(line))) break
  }
  if (isList) await sink.write(count === 0 ? '[]\n' : '\n]\n')
  await sink.close()
  return count
}

/**
 * Writes a folder that `eval` reads: each page as crawled, its annotation beside it, or all of them in
 * `tasks.labelstudio.json`. Gives how many.
 * @throws {StoreError} where the folder cannot be made or written
 */
export async function writeAnnotationFolder(
  articles: Iterable<AnnotatedArticle>,
  options: AnnotationOptions,
  folder: string,
): Promise<number> {
  const { format } = options
  const put = (name: string, content: string | Uint8Array): void => {
    attempt(join(folder, name), (path) => {
      writeFileSync(path, content)
    })
  }
  attempt(folder, (path) => mkdirSync(path, { recursive: true }))
  function* withPages(): Generator<AnnotatedArticle> {
    for (const article of articles) {
      put(article.page, article.bytes)
      yield article
    }
  }
  if (format === 'labelstudio')
    return writeAnnotations(withPages(), options, openFileSink(join(folder, TASKS)))
  let count = 0
  for (const article of withPages()) {
    const text = JSON.stringify(toAnnotation(article, options), null, 1)
    put(`${article.name}.${format}.json`, `${text}\n`)
    count++
  }
  return count
}

/** Writes pages of which facts were judged into a folder that `eval` reads; gives how many. */
export function writeReviewedFolder(pages: readonly ReviewedPage[], folder: string): number {
  attempt(folder, (path) => mkdirSync(path, { recursive: true }))
  for (const { name, page, bytes, gold } of pages) {
    attempt(join(folder, page), (path) => {
      writeFileSync(path, bytes)
    })
    attempt(join(folder, `${name}.gold.json`), (path) => {
      writeFileSync(path, `${JSON.stringify(gold, null, 1)}\n`)
    })
  }
  return pages.length
}

const TASKS = 'tasks.labelstudio.json'

function attempt(path: string, write: (path: string) => void): void {
  try {
    write(path)
  } catch (error) {
    throw new StoreError('output-failed', `${path}: could not be written.`, { cause: error })
  }
}
