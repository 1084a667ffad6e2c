import { z } from 'zod'
import { DROP_KINDS, type DropKind } from '../../core/edit.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml } from '../../dictionary/yaml.js'

const partsSchema = z.strictObject({
  parts: z.array(
    z.strictObject({
      id: z.string().regex(/^parts\/[a-z0-9-]+$/, 'expected an id such as parts/comments'),
      kind: z.enum(DROP_KINDS),
      why: z.string().min(1),
      /** Words of class names and ids, in lower case. */
      names: z.array(z.string().regex(/^[a-z0-9]+$/, 'expected one word in lower case')),
      tags: z.array(z.string()).default([]),
    }),
  ),
})

/** A part of pages that is not their article, known by how pages call it. */
export interface PagePart {
  readonly id: string
  readonly kind: DropKind
}

/** A part that a line stands in: the element at `path`. */
export interface PlacedPart {
  readonly part: PagePart
  readonly path: string
}

/** Knows the parts of a page by the names of elements, classes and ids. */
export class PartFinder {
  private readonly byName = new Map<string, PagePart>()
  private readonly byTag = new Map<string, PagePart>()

  /** @throws {ConfigError} with what is wrong in the files */
  constructor(files: readonly SourceFile[]) {
    for (const file of files)
      for (const { id, kind, names, tags } of parseYaml(file, partsSchema).value.parts) {
        for (const name of names) this.byName.set(name, { id, kind })
        for (const tag of tags) this.byTag.set(tag, { id, kind })
      }
  }

  /**
   * The parts that each path lies in, the outermost first; paths without any are left out. What is
   * said of the whole page (`html`, `body`) is no part of it.
   */
  find(paths: Iterable<string>): Map<string, readonly PlacedPart[]> {
    const steps = new Map<string, PagePart | null>()
    const found = new Map<string, readonly PlacedPart[]>()
    for (const path of paths) {
      const placed: PlacedPart[] = []
      for (let start = 0; start < path.length;) {
        const slash = path.indexOf('/', start)
        const end = slash < 0 ? path.length : slash
        const step = path.slice(start, end)
        let part = steps.get(step)
        if (part === undefined) {
          part = this.partOf(step)
          steps.set(step, part)
        }
        if (part !== null) placed.push({ part, path: path.slice(0, end) })
        start = end + 1
      }
      if (placed.length > 0) found.set(path, placed)
    }
    return found
  }

  private partOf(step: string): PagePart | null {
    const [tag = '', ...names] = step.split(/[.#:]/)
    if (tag === 'html' || tag === 'body') return null
    for (const name of names)
      for (const word of wordsOf(name)) {
        const part = this.byName.get(word)
        if (part !== undefined) return part
      }
    return this.byTag.get(tag) ?? null
  }
}

/** `hotNews-list2` is hot, news, list2, list; a name without signs is a word as it is. */
function wordsOf(name: string): string[] {
  const words = name
    .replace(CAMEL, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return words.flatMap((word) => (/\d$/.test(word) ? [word, word.replace(/\d+$/, '')] : [word]))
}

const CAMEL = /([a-z0-9])([A-Z])/g
