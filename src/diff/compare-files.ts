import type { SourceFile } from '../core/source-file.js'

/** What became of one rule file, dictionary or pipeline between two runs. */
export interface FileChange {
  readonly path: string
  readonly change: 'same' | 'changed' | 'new' | 'gone'
  /** Lines that only the later file has, and that only the former had. */
  readonly linesAdded: number
  readonly linesRemoved: number
}

/** Compares the files of two runs by their paths, in the order of those. */
export function compareFiles(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
): readonly FileChange[] {
  const former = new Map(before.map(({ path, text }) => [path, text]))
  const latter = new Map(after.map(({ path, text }) => [path, text]))
  return [...new Set([...former.keys(), ...latter.keys()])]
    .sort()
    .map((path) => compareFile(path, former.get(path), latter.get(path)))
}

function compareFile(path: string, before?: string, after?: string): FileChange {
  const linesAdded = linesOnlyIn(after ?? '', before ?? '')
  const linesRemoved = linesOnlyIn(before ?? '', after ?? '')
  const change =
    before === undefined
      ? 'new'
      : after === undefined
        ? 'gone'
        : before === after
          ? 'same'
          : 'changed'
  return { path, change, linesAdded, linesRemoved }
}

/** How many lines of `text` have no equal of their own in `other`. */
function linesOnlyIn(text: string, other: string): number {
  if (text === other) return 0
  const counts = new Map<string, number>()
  for (const line of linesOf(other)) counts.set(line, (counts.get(line) ?? 0) + 1)
  let only = 0
  for (const line of linesOf(text)) {
    const left = counts.get(line) ?? 0
    if (left === 0) only++
    else counts.set(line, left - 1)
  }
  return only
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}
