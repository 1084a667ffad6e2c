import type { NetEdit } from '../core/net-effect.js'
import { fromJson } from './json.js'

/**
 * An article's net edits as two JSON columns: `[start, end, text, n]` for each, and the lists of
 * rules that `n` counts. Written out as records they would be larger than the page they are of.
 */
export function packNetEdits(edits: readonly NetEdit[]): { edits: string; rules: string } {
  const rules: (readonly string[])[] = []
  const numbers = new Map<string, number>()
  const rows = edits.map((edit): PackedNetEdit => {
    const key = edit.rules.join('\n')
    let number = numbers.get(key)
    if (number === undefined) {
      number = rules.push(edit.rules) - 1
      numbers.set(key, number)
    }
    return [edit.start, edit.end, edit.text, number]
  })
  return { edits: JSON.stringify(rows), rules: JSON.stringify(rules) }
}

/** The reverse of `packNetEdits`. */
export function unpackNetEdits(packed: { edits: string; rules: string }): readonly NetEdit[] {
  const rules = fromJson<readonly (readonly string[])[]>(packed.rules)
  return fromJson<readonly PackedNetEdit[]>(packed.edits).map(([start, end, text, number]) => ({
    start,
    end,
    text,
    rules: rules[number] ?? [],
  }))
}

type PackedNetEdit = readonly [number, number, string, number]
