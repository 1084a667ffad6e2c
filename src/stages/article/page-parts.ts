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
   * Tells of a path the parts that it lies in, the outermost first. What is said of the whole page
   * (`html`, `body`) is no part of it. The answers for one page are kept, since its paths share steps.
   */
  forPage(): (path: string) => readonly PlacedPart[] {
    const steps = new Map<string, PagePart | null>()
    const known = new Map<string, readonly PlacedPart[]>([['', NO_PARTS]])
    const find = (path: string): readonly PlacedPart[] => {
      const found = known.get(path)
      if (found !== undefined) return found
      const slash = path.lastIndexOf('/')
      const outer = find(slash < 0 ? '' : path.slice(0, slash))
      const step = path.slice(slash + 1)
      let part = steps.get(step)
      if (part === undefined) {
        part = this.partOf(step)
        steps.set(step, part)
      }
      const placed = part === null ? outer : [...outer, { part, path }]
      known.set(path, placed)
      return placed
    }
    return find
  }

  private partOf(step: string): PagePart | null {
    const named = step.search(NAMES)
    const tag = named < 0 ? step : step.slice(0, named)
    if (tag === 'html' || tag === 'body') return null
    if (named >= 0)
      for (const word of step.slice(named).match(WORD) ?? []) {
        const part = this.byName.get(word.toLowerCase())
        if (part !== undefined) return part
      }
    return this.byTag.get(tag) ?? null
  }
}

const NO_PARTS: readonly PlacedPart[] = []
const NAMES = /[.#:]/
/** `hotNews-list2` is hot, news, list. */
const WORD = /[A-Z]?[a-z]+|[A-Z]+/g
