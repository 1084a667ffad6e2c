/**
 * How many of another project's test cases we get right, beside @microsoft/recognizers-text-suite, and
 * how fast: `npm run bench:mentions -- FILE… [--fails CATEGORY] [--prose FOLDER]`. A FILE holds cases
 * as JSON lines (bench/mentions/cases.ts); FOLDER has the prose that is timed (seeds by default). With
 * `--adversarial`, rows of what begins a mention are timed instead.
 */
import { parseArgs } from 'node:util'
import Table from 'cli-table3'
import { measureAdversarial } from './mentions/adversarial.js'
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
  readonly theirs: boolean
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
    theirs: isRight(expected, theirs, { others, whole: home }),
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
  const categories = [...new Set(outcomes.map((outcome) => outcome.case.category))].sort()
  for (const category of categories)
    table.push(
      row(
        category,
        outcomes.filter((outcome) => outcome.case.category === category),
      ),
    )
  table.push(row('all', outcomes))
  console.log('Right extent and value; “news” leaves out forms and conventions marked as disputed.')
  console.log(table.toString())
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

function rate(right: readonly boolean[]): string {
  if (right.length === 0) return '–'
  return `${((100 * right.filter(Boolean).length) / right.length).toFixed(1)} %`
}

function printFails(category: string): void {
  const failed = outcomes.filter((outcome) => outcome.case.category === category && !outcome.ours)
  for (const { case: one, found, theirs } of failed) {
    const kind = one.disputed ? 'disputed' : one.news ? 'news' : 'other'
    console.log(`${one.id} (${kind}${theirs ? '' : ', Recognizers too'})  ${one.text}`)
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
    head: ['rows of', 'µs a character', 'in rows twice as long'],
    colAligns: ['left', 'right', 'right'],
    ...PLAIN,
  })
  for (const { unit, once, twice } of measureAdversarial())
    table.push([unit, once.toFixed(2), twice.toFixed(2)])
  console.log('Quantities and dates, CPU time; linear where both are alike.')
  console.log(table.toString())
}
