/** The root of every error this program throws on purpose. `code` is stable; `message` is for people. */
export class YuanjuError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = new.target.name
  }
}

/** The caller asked for something that cannot be done as asked: wrong option, unknown id, missing input. */
export class UsageError extends YuanjuError {}

/** A pipeline, rule or dictionary file is wrong. One error lists all problems of the files read. */
export class ConfigError extends YuanjuError {
  constructor(
    readonly problems: readonly ConfigProblem[],
    options?: ErrorOptions,
  ) {
    super('config-invalid', problems.map(formatProblem).join('\n'), options)
  }
}

/** The store cannot be opened, read or written. */
export class StoreError extends YuanjuError {}

/** A document cannot be processed; it goes to quarantine under `code`, and the batch goes on. */
export class DocumentError extends YuanjuError {}

/** Our own mistake: a promise between two parts of the program was broken. */
export class InvariantError extends YuanjuError {
  constructor(message: string, options?: ErrorOptions) {
    super('invariant-broken', `${message} This is a bug in yuanju; please report it.`, options)
  }
}

/** One thing wrong in a configuration file. `line` and `column` count from 1; null where unknown. */
export interface ConfigProblem {
  readonly code: string
  /** `warning`: nothing is refused, but something is there to no effect. Left out for an error. */
  readonly severity?: 'warning' | undefined
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  /** The rule or entry concerned, if the problem is inside one. */
  readonly id?: string | undefined
  readonly message: string
}

/** `rules/dates.yaml:14:5: dates/year: unknown kind "hosptal" …` */
export function formatProblem(problem: ConfigProblem): string {
  const line = problem.line === null ? '' : `:${problem.line}`
  const column = problem.line === null || problem.column === null ? '' : `:${problem.column}`
  const severity = problem.severity === undefined ? '' : `${problem.severity}: `
  const id = problem.id === undefined ? '' : `${problem.id}: `
  return `${problem.file}${line}${column}: ${severity}${id}${problem.message}`
}
