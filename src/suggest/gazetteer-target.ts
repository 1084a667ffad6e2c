import { UsageError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { type Gazetteer, gazetteerName, parseGazetteer } from '../dictionary/gazetteer.js'
import { parseRegions, type Regions } from '../dictionary/regions.js'
import type { PlannedStage } from '../pipeline/pipeline.js'
import { parseEntityRules } from '../stages/entities/rules.js'

/** The gazetteer that names are proposed for. */
export interface GazetteerTarget {
  readonly file: SourceFile
  /** The kind of entity that it lists. */
  readonly kind: string
  readonly gazetteer: Gazetteer
  readonly regions: Regions
}

/**
 * The gazetteer of a pipeline by its name, `hospitals` for hospitals.tsv.
 * @throws {UsageError} if the pipeline has none of this name
 */
export function findGazetteer(plan: readonly PlannedStage[], name: string): GazetteerTarget {
  const known: string[] = []
  for (const { setup } of plan)
    for (const file of setup.dictionaries['gazetteer'] ?? []) {
      const own = gazetteerName(file.path)
      known.push(own)
      if (own !== name) continue
      const rules = setup.rules.map((rules) => parseEntityRules(rules).value)
      const kind = rules.find(({ gazetteer }) => gazetteer === name)?.kind
      const regions = parseRegions(setup.dictionaries['regions'] ?? [])
      if (kind !== undefined)
        return { file, kind, gazetteer: parseGazetteer(file, regions), regions }
    }
  throw new UsageError(
    'suggestion-kind-unknown',
    `There is nothing to suggest for "${name}". Known are: ${[...OTHERS, ...known].join(', ')}.`,
  )
}

const OTHERS = ['boilerplate', 'spam', 'losses']
