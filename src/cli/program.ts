import { Command, CommanderError } from 'commander'
import { readCodeVersion } from '../store/code-version.js'
import { describeError, EXIT, type ExitCode, exitCodeOf } from './exit-codes.js'

type AddCommand = (program: Command, end: (code: ExitCode) => void) => void

/**
 * Each command adds itself; its action reports how it ended. Only the one that is asked for is
 * loaded: what others need would take longer than many a run.
 */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  run: async () => (await import('./run.js')).addRunCommand,
  export: async () => (await import('./export.js')).addExportCommand,
  runs: async () => (await import('./runs.js')).addRunsCommand,
  diff: async () => (await import('./diff.js')).addDiffCommand,
  why: async () => (await import('./why.js')).addWhyCommand,
  audit: async () => (await import('./audit.js')).addAuditCommand,
  verify: async () => (await import('./verify.js')).addVerifyCommand,
  recognize: async () => (await import('./recognize.js')).addRecognizeCommand,
  eval: async () => (await import('./eval.js')).addEvalCommand,
  check: async () => (await import('./check.js')).addCheckCommand,
  suggest: async () => (await import('./suggest.js')).addSuggestCommand,
  gc: async () => (await import('./gc.js')).addGcCommand,
  forget: async () => (await import('./forget.js')).addForgetCommand,
  forgotten: async () => (await import('./forgotten.js')).addForgottenCommand,
}

/** Runs one command line; gives the exit code. Never throws. */
export async function runCommandLine(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const program = new Command('yuanju')
    .description(
      'Text extraction for Chinese news: who, how many, when, and the sentence that says so',
    )
    .version(readCodeVersion())
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('Add --help to see what there is.')
  for (const add of await loadCommands(argv[2]))
    add(program, (ended) => {
      code = ended
    })
  for (const command of program.commands) command.copyInheritedSettings(program)
  try {
    await program.parseAsync([...argv])
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    process.stderr.write(`yuanju: ${describeError(error)}\n`)
    return exitCodeOf(error)
  }
}

/** The command of this name; all of them, for help and hints, where there is none. */
async function loadCommands(name: string | undefined): Promise<readonly AddCommand[]> {
  const named = Object.entries(COMMANDS).filter(([known]) => known === name)
  const wanted = named.length === 0 ? Object.entries(COMMANDS) : named
  return Promise.all(wanted.map(([, load]) => load()))
}
