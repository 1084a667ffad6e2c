import { z } from 'zod'
import { ConfigError, type ConfigProblem } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import type { Span } from '../core/span.js'
import { Automaton } from '../dictionary/automaton.js'
import { parseYaml } from '../dictionary/yaml.js'

const entrySchema = z.strictObject({
  from: z.string().min(1),
  to: z.string().min(1),
  /** Words with `to` that nobody writes who was not made to: 医疗中央. */
  unnatural: z.array(z.string().min(3)).default([]),
})

const fileSchema = z.strictObject({ swaps: z.array(entrySchema) })

/** A swap that article spinners make, and what it leaves behind. */
type Entry = z.infer<typeof entrySchema>

/** An unnatural collocation found in a text, and the swap that makes it. */
export interface Collocation extends Span {
  readonly from: string
  readonly to: string
}

/** The swaps of words that article spinners are known to make. */
export class SpinningLexicon {
  private readonly byFrom = new Map<string, readonly Entry[]>()
  private readonly collocations: readonly { readonly entry: Entry; readonly words: string }[]
  private readonly automaton: Automaton

  /** @throws {ConfigError} with every problem of the files: unknown fields, swaps or words given twice */
  constructor(files: readonly SourceFile[]) {
    const entries = files.flatMap(readEntries)
    for (const entry of entries)
      this.byFrom.set(entry.from, [...(this.byFrom.get(entry.from) ?? []), entry])
    this.collocations = entries.flatMap((entry) =>
      entry.unnatural.map((words) => ({ entry, words })),
    )
    this.automaton = new Automaton(this.collocations.map(({ words }) => words))
  }

  /** True where `to` is `from` with a known swap made in it: 区域中心 → 区域中央. */
  isKnown(from: string, to: string): boolean {
    for (let start = 0; start < from.length; start++)
      for (let end = start + 1; end <= from.length; end++)
        for (const entry of this.byFrom.get(from.slice(start, end)) ?? [])
          if (from.slice(0, start) + entry.to + from.slice(end) === to) return true
    return false
  }

  /** Unnatural collocations in text order, none overlapping another. */
  find(text: string): Collocation[] {
    return this.automaton.findLongest(text).map(({ phrase, start, end }) => {
      const { from, to } = this.collocations[phrase]!.entry
      return { start, end, from, to }
    })
  }
}

function readEntries(file: SourceFile): readonly Entry[] {
  const parsed = parseYaml(file, fileSchema)
  const problems: ConfigProblem[] = []
  const swaps = new Set<string>()
  const collocations = new Set<string>()
  for (const [index, { from, to, unnatural }] of parsed.value.swaps.entries()) {
    const at = ['swaps', index]
    const swap = `${from} → ${to}`
    if (from === to || swaps.has(swap))
      problems.push(parsed.problem(at, 'dictionary-duplicate-id', `${swap} is given twice.`))
    swaps.add(swap)
    for (const [number, words] of unnatural.entries()) {
      const place = [...at, 'unnatural', number]
      if (collocations.has(words))
        problems.push(
          parsed.problem(place, 'dictionary-duplicate-phrase', `"${words}" is given twice.`),
        )
      collocations.add(words)
      if (!words.includes(to.slice(0, 1)) && !words.includes(to.slice(-1)))
        problems.push(
          parsed.problem(place, 'dictionary-invalid', `"${words}" holds nothing of "${to}".`),
        )
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return parsed.value.swaps
}
