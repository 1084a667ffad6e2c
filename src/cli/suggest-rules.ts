import type { Command } from 'commander'
import { UsageError } from '../core/errors.js'
import { judgementsOf } from '../export/reviewed-gold.js'
import { loadPipeline } from '../pipeline/load.js'
import { type Store, useStore } from '../store/store.js'
import { acceptRefinements } from '../suggest/accept-refinement.js'
import { replaceFile } from '../suggest/dictionary-file.js'
import { type Refinement, refineRules, type WrittenRefinement } from '../suggest/refine-rules.js'
import { chooseRun } from './choose-run.js'
import { defineCommand, PIPELINE_OPTION, STORE_OPTION, storePath } from './command.js'
import { formatAcceptedRules, formatRefinements } from './rules-view.js'
import { parseCount } from './suggest-command.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface RulesOptions extends CommonOptions {
  readonly store?: string
  readonly pipeline?: string
  readonly limit: number
  readonly accept?: readonly string[]
}

export function addSuggestRulesCommand(suggest: Command): void {
  defineCommand(suggest, {
    usage: 'rules',
    summary: 'narrower forms of rules that made rejected facts, tried on all reviewed articles',
    example: 'yuanju suggest rules --limit 3',
    exampleDoes: 'the three best changes of each rule; again with --accept ID writes one',
  })
    .option(...STORE_OPTION)
    .option(...PIPELINE_OPTION)
    .option('--limit <n>', 'how many are listed of each rule', parseCount, DEFAULT_LIMIT)
    .option('--accept <id...>', 'write these into the rule files, with what they are to reject')
    .action(async (options: RulesOptions) => {
      const terminal = openTerminal(options)
      const pipeline = loadPipeline(options.pipeline)
      const planned = pipeline.plan.find(({ stage }) => stage.provides === 'facts')
      const { facts, refinements } = await useStore(
        storePath(options.store),
        { create: false },
        async (store) => {
          const { facts } = await judgementsOf(store)
          const bytes = bytesOf(store)
          return { facts, refinements: refineRules({ pipeline, judged: facts, bytes }) }
        },
      )
      if (options.accept !== undefined && planned !== undefined) {
        const chosen = options.accept.map((id) => choose(refinements, id))
        const files = acceptRefinements(pipeline, planned, chosen)
        for (const { path, text } of files) replaceFile(path, text)
        if (!terminal.isJson) terminal.out(formatAcceptedRules(files, terminal.outColors))
        else
          for (const { path, accepted } of files)
            for (const { refinement, rejects } of accepted)
              terminal.out(
                JSON.stringify({ record: 'refinement', ...shown(refinement), path, rejects }),
              )
        return
      }
      const best = firstOfEach(refinements, options.limit)
      if (terminal.isJson)
        for (const refinement of best)
          terminal.out(JSON.stringify({ record: 'refinement', ...shown(refinement) }))
      else {
        const rejected = facts.filter(({ verdict }) => verdict === 'rejected').length
        terminal.out(formatRefinements(best, { rejected, options }, terminal.outColors))
      }
    })
}

const DEFAULT_LIMIT = 5

/** The stored bytes of a current article. */
function bytesOf(store: Store): (article: string) => Uint8Array | null {
  const reader = store.read(chooseRun(store, undefined))
  return (article) => {
    const document = reader.findArticle(article)
    return document === null ? null : store.bytes(document)
  }
}

function choose(refinements: readonly WrittenRefinement[], id: string): WrittenRefinement {
  const found = refinements.find((refinement) => refinement.id === id)
  if (found !== undefined) return found
  throw new UsageError(
    'refinement-unknown',
    `There is no refinement ${id}; without --accept they are listed. Nothing was written.`,
  )
}

function shown({ written: _written, edit, ...refinement }: WrittenRefinement): Refinement & {
  readonly edit: WrittenRefinement['edit']
} {
  return { ...refinement, edit }
}

function firstOfEach(
  refinements: readonly WrittenRefinement[],
  limit: number,
): readonly WrittenRefinement[] {
  const counts = new Map<string, number>()
  return refinements.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1
    counts.set(rule, count)
    return count <= limit
  })
}
