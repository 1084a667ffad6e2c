import { DEFAULT_STORE } from './command.js'
import { indent } from './layout.js'
import type { Colors } from './terminal.js'

/** The options that a command was given and that the next one needs again. */
export interface GivenOptions {
  readonly store?: string
  readonly pipeline?: string
}

/** What to do next: each step with what it does and the options it adds to the command. */
export function formatNextSteps(
  command: string,
  { store, pipeline }: GivenOptions,
  steps: readonly (readonly [does: string, options: string])[],
  colors: Colors,
): string {
  const given = [
    store === undefined || store === DEFAULT_STORE ? '' : ` --store ${store}`,
    pipeline === undefined ? '' : ` --pipeline ${pipeline}`,
  ].join('')
  const lines = steps.map(
    ([does, options]) => `${command}${given} ${options}\n  ${colors.dim(does)}`,
  )
  return `${colors.bold('Next')}\n${indent(lines.join('\n'))}`
}
