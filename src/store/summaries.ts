import type { Connection } from './database.js'
import { readRuleHistory, type RuleHistory } from './rule-history.js'
import { readSiteDrops, type SiteDrops } from './site-drops.js'

/** What is told of a whole store; each takes a pass over it, once for a state of the store. */
export interface Summaries {
  /** By rule how many facts it had when each finished run ended. */
  rules(): Promise<RuleHistory>
  /** What was dropped, by site and kind. */
  drops(): Promise<readonly SiteDrops[]>
}

/** `run` tells the state: the latest finished run, null before the first. */
export function openSummaries(connection: Connection, run: () => number | null): Summaries {
  return {
    rules: once(run, () => readRuleHistory(connection)),
    drops: once(run, () => readSiteDrops(connection)),
  }
}

function once<T>(run: () => number | null, read: () => T): () => Promise<T> {
  let known: { readonly run: number | null; readonly answer: T } | null = null
  return () => {
    const now = run()
    if (known?.run !== now) known = { run: now, answer: read() }
    return Promise.resolve(known.answer)
  }
}
