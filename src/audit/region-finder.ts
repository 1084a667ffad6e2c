import type { SourceFile } from '../core/source-file.js'
import { provinceFinder } from '../export/provinces.js'
import type { RegionOf } from '../store/fact-columns.js'

/** Where subjects lie, by the tables of a pipeline's files. */
export function regionFinder(files: readonly SourceFile[]): RegionOf {
  const provinceOf = provinceFinder(files)
  return (kind, id, name) => provinceOf({ kind, id, name, text: name })
}
