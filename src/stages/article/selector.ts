import { z } from 'zod'

/** What a path's elements must be, from the outer to the inner, for it to lead into what is meant. */
export interface Selector {
  readonly source: string
  readonly steps: readonly SelectorStep[]
}

interface SelectorStep {
  readonly tag: string | null
  /** Classes and ids as a path writes them: `.article`, `#main`. */
  readonly names: readonly string[]
  /** True where the element must stand directly in that of the step before. */
  readonly isChild: boolean
}

/** A selector as written in YAML, read; its problems are those of its place in the file. */
export const selectorSchema = z.string().transform((source, context): Selector => {
  const selector = parseSelector(source)
  if (selector !== null) return selector
  context.addIssue(
    `"${source}" is no selector known here. Write tags, .classes and #ids, with a space for inside ` +
      'and > for directly inside: #detail, div.main > .text p. Alternatives are further entries.',
  )
  return z.NEVER
})

/** Reads `div.main > .text p`; null for what is written otherwise. */
export function parseSelector(source: string): Selector | null {
  const steps: SelectorStep[] = []
  let isChild = false
  for (const word of source.replaceAll('>', ' > ').trim().split(/\s+/)) {
    const match = COMPOUND.exec(word)
    if (word === '>') {
      if (isChild || steps.length === 0) return null
      isChild = true
    } else if (match === null) return null
    else {
      const names = match[2]?.match(NAME) ?? []
      steps.push({ tag: match[1]?.toLowerCase() ?? null, names, isChild })
      isChild = false
    }
  }
  return isChild || steps.length === 0 || steps.length > MOST_STEPS ? null : { source, steps }
}

/**
 * A function that tells of a block's path the outermost element on it that one of the selectors
 * means, by its path; null for none. It keeps what it finds: the paths of one page share their
 * beginnings, so each element is looked at once.
 */
export function elementFinder(selectors: readonly Selector[]): (path: string) => string | null {
  if (selectors.length === 0) return () => null
  const known = new Map<string, Progress>([['', startOf(selectors)]])
  const read = (path: string): Progress => {
    let progress = known.get(path)
    if (progress === undefined) {
      const slash = path.lastIndexOf('/')
      const outer = read(slash < 0 ? '' : path.slice(0, slash))
      progress = outer.element === null ? advance(outer, selectors, path, slash + 1) : outer
      known.set(path, progress)
    }
    return progress
  }
  return (path) => read(path).element
}

/** How far each selector has come at an element; bit `n` of a number stands for its step `n`. */
interface Progress {
  /** The path of the outermost element that a whole selector has led to. */
  readonly element: string | null
  /** Steps that lead to the element itself, and to it or one around it. */
  readonly here: readonly number[]
  readonly around: readonly number[]
}

function startOf(selectors: readonly Selector[]): Progress {
  const none = selectors.map(() => 0)
  return { element: null, here: none, around: none }
}

/** The progress at the last element of `path`, which is written from `from` on. */
function advance(
  outer: Progress,
  selectors: readonly Selector[],
  path: string,
  from: number,
): Progress {
  const element = path.slice(from)
  const here = selectors.map(({ steps }, index) => {
    let reached = 0
    for (const [at, step] of steps.entries()) {
      const before = step.isChild ? outer.here[index]! : outer.around[index]!
      const isNext = at === 0 || (before & (1 << (at - 1))) !== 0
      if (isNext && isElement(element, step)) reached |= 1 << at
    }
    return reached
  })
  const isWhole = selectors.some(({ steps }, i) => (here[i]! & (1 << (steps.length - 1))) !== 0)
  const around = here.map((reached, index) => reached | outer.around[index]!)
  return { element: isWhole ? path : null, here, around }
}

/** True for an element, written as in a path (`div.article#main`), that a step describes. */
function isElement(element: string, { tag, names }: SelectorStep): boolean {
  return (tag === null || hasWord(element, tag, 0)) && names.every((name) => hasName(element, name))
}

function hasName(element: string, name: string): boolean {
  for (let at = element.indexOf(name); at >= 0; at = element.indexOf(name, at + 1))
    if (hasWord(element, name, at)) return true
  return false
}

function hasWord(element: string, word: string, at: number): boolean {
  return element.startsWith(word, at) && ENDS.has(element.charAt(at + word.length))
}

const COMPOUND = /^(?!$)([a-z][a-z0-9]*)?((?:[.#][^\s.#:/,>+~*()[\]"'=]+)*)$/i
const NAME = /[.#][^.#]+/g
/** What may follow a tag, class or id in a path. */
const ENDS: ReadonlySet<string> = new Set(['', '.', '#', ':'])
const MOST_STEPS = 16
