import type { Command } from 'commander'
import { UsageError } from '../core/errors.js'
import { type ArticleExplanation, explainArticle } from '../export/explain-article.js'
import { type Store, useStore } from '../store/store.js'
import { chooseRun } from './choose-run.js'
import { formatAbsence } from './absence-view.js'
import { defineCommand, PIPELINE_OPTION, STORE_OPTION, storePath } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { type ExplainedRecord, explainWhole } from './explained-record.js'
import { type Colors, type CommonOptions, openTerminal } from './terminal.js'
import { formatArticle } from './article-view.js'
import { type AbsenceOptions, asksForAbsence, explainPlace } from './why-absence.js'
import { formatExplanation } from './why-view.js'

export function addWhyCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'why [id]',
    summary:
      'show where a mention or fact comes from, which articles print the same as one, or why nothing was found',
    example: 'yuanju why f_0k3vd1x9z2m4q7ap',
    exampleDoes:
      'its sentence and source, how its values follow, its rule, its history, the edits on the way',
  })
    .option(...STORE_OPTION)
    .option('--text <text>', 'why nothing (else) is found in these words')
    .option('--article <id>', 'with --span: why nothing (else) is found there')
    .option('--span <start-end>', 'a place in the decoded source of the article')
    .option('--rule <id>', 'only this rule of facts, or gazetteer entry')
    .option('--published <date>', 'with --text: the day that 去年 or 本月 count from')
    .option('--region <name>', 'with --text: the place that 省 and 市 stand for')
    .option(...PIPELINE_OPTION)
    .action(async (id: string | undefined, options: CommonOptions & AbsenceOptions) => {
      const terminal = openTerminal(options)
      if (asksForAbsence(options)) {
        const absence = await explainPlace(options)
        if (terminal.isJson) terminal.out(JSON.stringify(absence))
        else terminal.out(formatAbsence(absence, terminal.outColors))
        return
      }
      if (id === undefined)
        throw new UsageError(
          'why-nothing',
          'Name a record by its id, or a place by --text or --article.',
        )
      const answer = await useStore(storePath(options.store), { create: false }, (store) =>
        store.snapshot(() => explain(store, id)),
      )
      if (terminal.isJson) terminal.out(JSON.stringify(answer.explanation))
      else terminal.out(answer.format(terminal.outColors))
    })
}

/** An explanation, and how to show it to a person. */
interface Answer {
  readonly explanation: ExplainedRecord | ArticleExplanation
  readonly format: (colors: Colors) => string
}

async function explain(store: Store, id: string): Promise<Answer> {
  const run = chooseRun(store, undefined)
  if (id.startsWith('a_')) {
    const bytes = (document: number): Uint8Array => store.bytes(document)
    const explanation = explainArticle({ reader: store.read(run), bytes }, id)
    return { explanation, format: (colors) => formatArticle(explanation, colors) }
  }
  const explanation = await explainWhole(store, run, id)
  return { explanation, format: (colors) => formatExplanation(explanation, colors) }
}
