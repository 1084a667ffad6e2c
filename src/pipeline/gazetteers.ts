import { ConfigError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { type GazetteerEntry, parseGazetteer } from '../dictionary/gazetteer.js'
import { parseRegions, type Regions } from '../dictionary/regions.js'

/** The names a pipeline's tables hold, for readers of its records. */
export interface Gazetteers {
  readonly regions: Regions
  readonly entries: readonly GazetteerEntry[]
}

/**
 * Reads the region table (`regions.tsv`) and the gazetteers (every other table) among a pipeline's
 * files. A table that is no gazetteer is passed over: the pipeline itself has checked its files.
 */
export function readGazetteers(files: readonly SourceFile[]): Gazetteers {
  const tables = files.filter(({ path }) => path.endsWith('.tsv'))
  const regions = parseRegions(tables.filter(isRegionTable))
  const entries = tables
    .filter((file) => !isRegionTable(file))
    .flatMap((file) => readEntries(file, regions))
  return { regions, entries }
}

function isRegionTable({ path }: SourceFile): boolean {
  return /(^|\/)regions\.tsv$/.test(path)
}

function readEntries(file: SourceFile, regions: Regions): readonly GazetteerEntry[] {
  try {
    return parseGazetteer(file, regions).entries
  } catch (error) {
    if (error instanceof ConfigError) return []
    throw error
  }
}
