import type { DropKind, Edit, Origin } from './edit.js'

/** One step in the life of a piece of text: who changed it, and what was dropped if it was a removal. */
export interface Step {
  readonly origin: Origin
  readonly kind: DropKind | null
}

/**
 * The distinct histories of one text's pieces, each a list of steps, oldest first, named by a small
 * number so that a run needs no object. Append-only; 0 is "never touched".
 */
export class Histories {
  private readonly steps: Step[] = []
  private readonly stepIds = new Map<string, number>()
  /** The same by the origin object, which a stage hands in again and again. */
  private readonly knownSteps = new Map<Origin, Map<DropKind | null, number>>()
  private readonly lists: (readonly number[])[] = [[]]
  private readonly stepLists: (readonly Step[])[] = []
  private readonly listIds = new Map<string, number>([['', 0]])
  private readonly extended = new Map<number, number>()
  /** The last answer of `stepOf`: edits of one origin come in a row. */
  private last: Step & { readonly id: number } = { origin: NOBODY, kind: null, id: -1 }

  /** The number of the edit's step; equal origins get equal numbers. */
  stepOf(edit: Pick<Edit, 'origin' | 'kind'>): number {
    if (edit.origin === this.last.origin && edit.kind === this.last.kind) return this.last.id
    const id = this.findStep(edit)
    this.last = { origin: edit.origin, kind: edit.kind, id }
    return id
  }

  private findStep(edit: Pick<Edit, 'origin' | 'kind'>): number {
    const known = this.knownSteps.get(edit.origin)?.get(edit.kind)
    if (known !== undefined) return known
    const { stage, rule, entry } = edit.origin
    const key = `${stage}\n${rule ?? ''}\n${entry ?? ''}\n${edit.kind ?? ''}`
    let id = this.stepIds.get(key)
    if (id === undefined) {
      id = this.steps.length
      this.steps.push({ origin: edit.origin, kind: edit.kind })
      this.stepIds.set(key, id)
    }
    const kinds = this.knownSteps.get(edit.origin) ?? new Map<DropKind | null, number>()
    this.knownSteps.set(edit.origin, kinds.set(edit.kind, id))
    return id
  }

  /** The history that is `history` and then `step`. */
  extend(history: number, step: number): number {
    const key = history * MAX_STEPS + step
    let id = this.extended.get(key)
    if (id === undefined) {
      id = this.intern([...(this.lists[history] ?? []), step])
      this.extended.set(key, id)
    }
    return id
  }

  /** The history of a piece made of two: the first's steps, then those of the second it lacks. */
  union(a: number, b: number): number {
    if (a === b || b === 0) return a
    if (a === 0) return b
    return this.intern([...new Set([...(this.lists[a] ?? []), ...(this.lists[b] ?? [])])])
  }

  /** The steps of a history, oldest first; the same list whenever asked. */
  stepsOf(history: number): readonly Step[] {
    const known = this.stepLists[history]
    if (known !== undefined) return known
    const steps = (this.lists[history] ?? []).map((step) => this.steps[step]!)
    this.stepLists[history] = steps
    return steps
  }

  private intern(list: readonly number[]): number {
    const key = list.join(',')
    let id = this.listIds.get(key)
    if (id === undefined) {
      id = this.lists.length
      this.lists.push(list)
      this.listIds.set(key, id)
    }
    return id
  }
}

const NOBODY: Origin = { stage: '', rule: null, entry: null }

const MAX_STEPS = 2 ** 24
