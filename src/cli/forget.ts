import type { Command } from 'commander'
import { ConfigError, UsageError } from '../core/errors.js'
import { type CorpusLayer, prepareCorpus } from '../corpus/corpus-layer.js'
import { buildStoredPipeline } from '../pipeline/load-stored.js'
import type { NamedSource } from '../store/forget.js'
import { type Store, useStore } from '../store/store.js'
import { defineCommand, STORE_OPTION, storePath } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { formatBytes, formatColumns, formatCounts, indent } from './layout.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface ForgetCommandOptions extends CommonOptions {
  readonly store?: string
  readonly yes?: boolean
  readonly reason?: string
}

export function addForgetCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'forget <source...>',
    summary: 'remove sources and all that came of them, in every run, for good',
    example: 'yuanju forget news/0012.html --reason "request of 2025-03-04" --yes',
    exampleDoes:
      'by path, article id or sha256; without --yes it only says what would go. When, why and the digest are kept',
  })
    .option(...STORE_OPTION)
    .option('--yes', 'do it: it cannot be undone')
    .option('--reason <text>', 'who asked, or why; kept with the digest')
    .action(async (names: readonly string[], options: ForgetCommandOptions) => {
      const terminal = openTerminal(options)
      await useStore(storePath(options.store), { create: false }, (store) => {
        const sources = findAll(store, names)
        if (options.yes !== true) throw refusal(sources)
        const at = new Date().toISOString()
        const reason = options.reason ?? null
        const { rows, bytesFreed } = store.forget(sources, { at, reason, layer: lastLayer(store) })
        if (terminal.isJson) terminal.out(JSON.stringify({ sources, rows, bytesFreed, at, reason }))
        else
          terminal.out(
            [
              `Forgotten, in every run: ${formatBytes(bytesFreed)} freed`,
              indent(listOf(sources)),
              indent(formatCounts(rows)),
            ].join('\n'),
          )
        return Promise.resolve()
      })
    })
}

/** Each source once, whatever names it. */
function findAll(store: Store, names: readonly string[]): readonly NamedSource[] {
  const found = new Map<number, NamedSource>()
  for (const name of names)
    for (const source of store.findSources(name)) found.set(source.document, source)
  return [...found.values()]
}

function refusal(sources: readonly NamedSource[]): UsageError {
  const message = `This would remove, in every run and for good:\n${indent(listOf(sources))}\nAdd --yes to do it.`
  return new UsageError('forget-unconfirmed', message)
}

function listOf(sources: readonly NamedSource[]): string {
  return formatColumns(
    sources.map(({ sha256, paths, title }) => [
      sha256.slice(0, 12),
      paths.length > 1 ? `${paths[0] ?? ''} and ${paths.length - 1} more` : (paths[0] ?? ''),
      title ?? '',
    ]),
  )
}

/** The layer that links reprints as the last run had it; null where this code cannot read it. */
function lastLayer(store: Store): CorpusLayer | null {
  const latest = store.runs.latest()
  if (latest === null) return null
  try {
    const layer = prepareCorpus(buildStoredPipeline(store.runs.files(latest.id)).corpus)
    layer.prepare()
    return layer
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}
