import type { Command } from 'commander'
import { serveAudit } from '../audit/serve.js'
import { UsageError } from '../core/errors.js'
import { useStore } from '../store/store.js'
import { defineCommand, STORE_OPTION, storePath } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { openBrowser } from './open-browser.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface AuditOptions extends CommonOptions {
  readonly store?: string
  readonly port: number
  readonly open: boolean
}

export function addAuditCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'audit',
    summary: 'serve the web page for searching facts and following each to its source',
    example: 'yuanju audit --port 4242',
    exampleDoes: 'serves http://127.0.0.1:4242/ to this machine alone, and opens it in the browser',
  })
    .option(...STORE_OPTION)
    .option('--port <n>', 'port on 127.0.0.1; 0 takes any free one', parsePort, DEFAULT_PORT)
    .option('--no-open', 'do not open a browser')
    .action(async (options: AuditOptions) => {
      const terminal = openTerminal(options)
      await useStore(storePath(options.store), { create: false }, async (store) => {
        terminal.note('Making the facts searchable …')
        store.indexFacts(Number.POSITIVE_INFINITY, () => Date.now())
        const server = await serveAudit(store, {
          port: options.port,
          report: (error) => {
            terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
          },
        })
        terminal.out(terminal.isJson ? JSON.stringify({ url: server.url }) : server.url)
        terminal.note('Ctrl+C ends it.')
        if (options.open && !terminal.isJson) openBrowser(server.url)
        await interrupted()
        await server.close()
      })
    })
}

const DEFAULT_PORT = 4242

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new UsageError('port-invalid', `--port ${text}: a port is a number from 0 to 65535.`)
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
}
