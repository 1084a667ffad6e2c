import type { SourceFile } from '../core/source-file.js'
import type { GazetteerEntry } from '../dictionary/gazetteer.js'
import type { Region, Regions } from '../dictionary/regions.js'
import { readGazetteers } from '../pipeline/gazetteers.js'
import type { Party } from '../core/fact.js'

/** Gives the province a fact's subject lies in, by its official name; null where it cannot be told. */
export type ProvinceOf = (party: Party) => string | null

/** Looks subjects up in the tables of the pipeline that made the records. */
export function provinceFinder(files: readonly SourceFile[]): ProvinceOf {
  const { regions, entries } = readGazetteers(files)
  const byId = new Map<string, GazetteerEntry>()
  for (const entry of entries) byId.set(entry.id, entry).set(entry.path, entry)
  return ({ kind, id, name }) => {
    const code = kind === 'region' ? id : id === null ? null : (byId.get(id)?.region ?? null)
    const region = code === null ? namedFirst(name, regions) : regions.byCode(code)
    return region === null ? null : provinceNameOf(region, regions)
  }
}

/** The region whose name the institution's name begins with: 保定市第二医院 → 保定市. */
function namedFirst(name: string, regions: Regions): Region | null {
  const first = regions.find(name)[0]
  return first?.span.start === 0 ? first.region : null
}

function provinceNameOf(region: Region, regions: Regions): string | null {
  return regions.lineOf(region).at(-1)?.name ?? null
}
