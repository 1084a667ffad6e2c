/**
 * How many of another project's test cases we get right, beside @microsoft/recognizers-text-suite, and
 * how fast: `npm run bench:mentions -- FILE… [--fails CATEGORY] [--prose FOLDER]`. A FILE holds cases
 * as JSON lines (bench/mentions/cases.ts); FOLDER has the prose that is timed (seeds by default). With
 * `--adversarial`, rows of what begins a mention are timed instead.
 */
import { parseArgs } from 'node:util'
import Table from 'cli-table3'
import { LENGTHS, measureAdversarial } from './mentions/adversarial.js'
import { type Answer, isRight } from './mentions/answer.js'
import { type Case, readCases } from './mentions/cases.js'
import { askRecognizers } from './mentions/recognizers.js'
import { measureSpeed } from './mentions/speed.js'
import { askOurs } from './mentions/yuanju.js'

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    fails: { type: 'string', multiple: true },
    adversarial: { type: 'boolean', default: false },
    prose: { type: 'string', default: 'seeds' },
  },
})

/** No colours and no lines between rows: the output goes into files and pipes. */
const PLAIN = { style: { head: [], border: [], compact: true } }

interface Outcome {
  readonly case: Case
  readonly found: readonly Answer[]
  readonly ours: boolean
  /** Null where the package has no model for the category. */
  readonly theirs: boolean | null
}

const outcomes = files.flatMap(readCases).map((one): Outcome => {
  const { category, text, reference, expected, home } = one
  const others = isPart(category)
  const found = askOurs(category, text, reference)
  const theirs = askRecognizers(category, text, reference)
  return {
    case: one,
    found,
    ours: isRight(expected, found, { others, whole: false }),
    theirs: theirs === null ? null : isRight(expected, theirs, { others, whole: home }),
  }
})
if (options.adversarial) printAdversarial()
else if (options.fails === undefined) {
  printRates()
  printSpeed()
} else options.fails.forEach(printFails)

/** An extractor or parser knows one kind of date only; what else a text holds is not its matter. */
function isPart(category: string): boolean {
  return /Extractor$|Parser$/.test(category)
}

function printRates(): void {
  const table = new Table({
    head: ['category', 'news', 'ours', 'Recognizers', 'all', 'ours', 'Recognizers'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
    ...PLAIN,
  })
  const categories = [...new Set(outcomes.map(nameOf))].sort()
  for (const name of categories)
    table.push(
      row(
        name,
        outcomes.filter((outcome) => nameOf(outcome) === name),
      ),
    )
  table.push(row('all', outcomes))
  console.log('Right extent and value; “news” leaves out forms and conventions marked as disputed.')
  console.log(table.toString())
}

/** Both projects have ordinals and temperatures. */
function nameOf({ case: { project, category } }: Outcome): string {
  return project === 'duckling' ? `duckling ${category}` : category
}

function row(name: string, all: readonly Outcome[]): string[] {
  const news = all.filter((outcome) => outcome.case.news && !outcome.case.disputed)
  const rates = [news, all].flatMap((group) => [
    String(group.length),
    rate(group.map(({ ours }) => ours)),
    rate(group.map(({ theirs }) => theirs)),
  ])
  return [name, ...rates]
}

function rate(outcomes: readonly (boolean | null)[]): string {
  const right = outcomes.filter((one) => one !== null)
  if (right.length === 0) return '–'
  return `${((100 * right.filter(Boolean).length) / right.length).toFixed(1)} %`
}

function printFails(category: string): void {
  const failed = outcomes.filter((outcome) => nameOf(outcome) === category && !outcome.ours)
  for (const { case: one, found, theirs } of failed) {
    const kind = one.disputed ? 'disputed' : one.news ? 'news' : 'other'
    console.log(`${one.id} (${kind}${theirs === false ? ', Recognizers too' : ''})  ${one.text}`)
    console.log(`  expected  ${show(one.expected, one.text)}`)
    console.log(`  found     ${show(found, one.text)}`)
  }
}

function show(answers: readonly Answer[], text: string): string {
  const shown = answers.map(({ extents, values }) => {
    const [{ start, end } = { start: 0, end: 0 }] = extents
    return `“${text.slice(start, end)}” ${values.join(' or ')}`
  })
  return shown.length === 0 ? 'nothing' : shown.join('; ')
}

function printSpeed(): void {
  const table = new Table({
    head: ['what', 'characters/s'],
    colAligns: ['left', 'right'],
    ...PLAIN,
  })
  for (const { what, rate: speed } of measureSpeed(options.prose))
    table.push([what, Math.round(speed).toLocaleString('en')])
  console.log(`Prose of ${options.prose}, CPU time, median of rounds in turn.`)
  console.log(table.toString())
}

function printAdversarial(): void {
  const table = new Table({
    head: ['one line of', ...LENGTHS.map((length) => `${length / 1000} k characters`)],
    colAligns: ['left', 'right', 'right', 'right'],
    ...PLAIN,
  })
  for (const { unit, milliseconds } of measureAdversarial())
    table.push([unit, ...milliseconds.map((time) => `${Math.round(time)} ms`)])
  console.log('Quantities and dates of one line, CPU time: linear in its length.')
  console.log(table.toString())
}
