import type { Command } from 'commander'
import type { ExitCode } from './exit-codes.js'
import { addSuggestBoilerplateCommand } from './suggest-boilerplate.js'
import { addSuggestLossesCommand } from './suggest-losses.js'
import { addSuggestNamesCommand } from './suggest-names.js'
import { addSuggestRulesCommand } from './suggest-rules.js'
import { addSuggestSpamCommand } from './suggest-spam.js'

export function addSuggestCommand(program: Command, _end: (code: ExitCode) => void): void {
  const suggest = program
    .command('suggest')
    .description('propose dictionary entries and narrower rules, and list what was likely lost')
  addSuggestBoilerplateCommand(suggest)
  addSuggestSpamCommand(suggest)
  addSuggestLossesCommand(suggest)
  addSuggestNamesCommand(suggest)
  addSuggestRulesCommand(suggest)
}
