import type { AcceptedRules } from '../suggest/accept-refinement.js'
import type { Refinement } from '../suggest/refine-rules.js'
import { fitLine, formatColumns, indent } from './layout.js'
import { formatNextSteps, type GivenOptions } from './next-steps.js'
import type { Colors } from './terminal.js'

/** What a list of refinements shows besides them. */
interface RefinementContext {
  /** How many judged facts are wrong. */
  readonly rejected: number
  readonly options: GivenOptions
}

/** Narrower forms of rules, a table each, with a sentence that would be free of a wrong fact. */
export function formatRefinements(
  refinements: readonly Refinement[],
  { rejected, options }: RefinementContext,
  colors: Colors,
): string {
  if (rejected === 0)
    return 'No fact is rejected. "yuanju audit" shows facts to accept or reject with a and r.'
  if (refinements.length === 0)
    return 'No narrower form removes a rejected fact and leaves the examples of its rule as they are.'
  const rules = [...new Set(refinements.map(({ rule }) => rule))]
  const tables = rules.map((rule) => {
    const own = refinements.filter((refinement) => refinement.rule === rule)
    const [first] = own
    const rows = own.map(({ id, change, form, removed, wrong, kept, right, lost, gained }) => [
      colors.cyan(id),
      form === null ? change : `form ${form}: ${change}`,
      `${removed}/${wrong}`,
      `${kept}/${right}`,
      lost,
      gained,
    ])
    const head = ['', 'change', 'removes wrong', 'keeps right', 'loses others', 'new'].map(
      colors.dim,
    )
    const seen = `e.g. ${first?.sentences[0]?.trim() ?? ''}`
    return [
      `${colors.bold(rule)} ${colors.dim(first?.file ?? '')}`,
      indent(formatColumns([head, ...rows])),
      indent(colors.dim(fitLine(seen, LINE - 2))),
    ].join('\n')
  })
  const best = refinements[0]?.id ?? 'ID'
  const next = formatNextSteps(
    'yuanju suggest rules',
    options,
    [['writes this change and its sentences into the rule file', `--accept ${best}`]],
    colors,
  )
  return [...tables, next].join('\n\n')
}

/** What was written where, and what follows. */
export function formatAcceptedRules(files: readonly AcceptedRules[], colors: Colors): string {
  const blocks = files.map(({ path, accepted }) => {
    const rows = accepted.flatMap(({ refinement: { rule, change }, rejects }) => [
      `${colors.green('+')} ${rule}: ${change}`,
      ...(rejects.length === 0
        ? ['  no sentence shows it by itself: add one to rejects']
        : rejects.map((sentence) => `  rejects ${fitLine(sentence, LINE - 10)}`)),
    ])
    return [colors.bold(path), ...rows].join('\n')
  })
  return [...blocks, '"yuanju check" runs the examples; the next "yuanju run" applies them.'].join(
    '\n',
  )
}

const LINE = 80
