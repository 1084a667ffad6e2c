import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_FOLDER } from '../../src/pipeline/package-folder.js'
import { readGazetteers } from '../../src/pipeline/gazetteers.js'
import type { Place } from './sentences.js'

/** The divisions in which the gazetteer knows two hospitals or more, by code. */
export function readPlaces(): Place[] {
  const files = ['hospitals.tsv', 'regions.tsv'].map((name) => {
    const path = `dictionaries/${name}`
    return { path, text: readFileSync(join(PACKAGE_FOLDER, path), 'utf8') }
  })
  const { regions, entries } = readGazetteers(files)
  const byRegion = new Map<string, string[]>()
  for (const { region, name } of entries) {
    if (region === null) continue
    const known = byRegion.get(region)
    if (known === undefined) byRegion.set(region, [name])
    else known.push(name)
  }
  return [...byRegion]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, hospitals]) => {
      const name = regions.byCode(code)?.name
      return name === undefined || hospitals.length < 2 ? [] : [{ name, hospitals }]
    })
}
