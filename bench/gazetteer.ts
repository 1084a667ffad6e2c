/**
 * What a gazetteer of 100,000 names costs in matching: `npm run bench:gazetteer [-- FOLDER [SECONDS]]`.
 * One pass of the automaton over the texts, with the regions' names alone and with as many generated
 * institutions beside them; CPU time, rounds alternate, figures are medians.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Automaton } from '../src/dictionary/automaton.js'
import { parseRegions } from '../src/dictionary/regions.js'
import { PACKAGE_FOLDER } from '../src/pipeline/package-folder.js'

const COUNT = 100_000
const [folder = join(PACKAGE_FOLDER, 'seeds'), seconds = '6'] = process.argv.slice(2)
const path = join(PACKAGE_FOLDER, 'dictionaries/regions.tsv')
const regions = parseRegions([{ path, text: readFileSync(path, 'utf8') }])
const places = regions.all.flatMap(({ name, aliases }) => [name, ...aliases])
const few = new Automaton(places)
const many = new Automaton([...places, ...generatedNames(COUNT)])
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))

const rounds = { few: [] as number[], many: [] as number[] }
for (let end = performance.now() + Number(seconds) * 1000; performance.now() < end;) {
  rounds.few.push(timed(few))
  rounds.many.push(timed(many))
}
const ratio = median(rounds.many) / median(rounds.few)
console.log(`${COUNT.toLocaleString('en')} more names: ${ratio.toFixed(2)} × the time of a pass`)

/** 石家庄市第七人民医院: places, numbers and kinds in every combination, until there are enough. */
function generatedNames(count: number): string[] {
  const numbers = [...'一二三四五六七八九十'].map((numeral) => `第${numeral}`)
  const kinds = ['人民医院', '中医医院', '妇幼保健院', '肿瘤医院']
  const names: string[] = []
  for (const kind of kinds)
    for (const number of numbers)
      for (const place of places) {
        if (names.length === count) return names
        names.push(place + number + kind)
      }
  return names
}

function timed(automaton: Automaton): number {
  const start = process.cpuUsage()
  for (let pass = 0; pass < 20; pass++) for (const text of texts) automaton.scan(text, () => {})
  const { user, system } = process.cpuUsage(start)
  return user + system
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
