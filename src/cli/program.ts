import { Command, CommanderError } from 'commander'
import { readCodeVersion } from '../store/code-version.js'
import { addAuditCommand } from './audit.js'
import { addCheckCommand } from './check.js'
import { addDiffCommand } from './diff.js'
import { addEvalCommand } from './eval.js'
import { describeError, EXIT, type ExitCode, exitCodeOf } from './exit-codes.js'
import { addExportCommand } from './export.js'
import { addForgetCommand } from './forget.js'
import { addForgottenCommand } from './forgotten.js'
import { addGcCommand } from './gc.js'
import { addRecognizeCommand } from './recognize.js'
import { addRunCommand } from './run.js'
import { addRunsCommand } from './runs.js'
import { addSuggestCommand } from './suggest.js'
import { addVerifyCommand } from './verify.js'
import { addWhyCommand } from './why.js'

/** Each command adds itself; its action reports how it ended. */
const COMMANDS: readonly ((program: Command, end: (code: ExitCode) => void) => void)[] = [
  addRunCommand,
  addExportCommand,
  addRunsCommand,
  addDiffCommand,
  addWhyCommand,
  addAuditCommand,
  addVerifyCommand,
  addRecognizeCommand,
  addEvalCommand,
  addCheckCommand,
  addSuggestCommand,
  addGcCommand,
  addForgetCommand,
  addForgottenCommand,
]

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
  for (const add of COMMANDS)
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
