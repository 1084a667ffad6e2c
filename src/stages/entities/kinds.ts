import { ConfigError, type ConfigProblem } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import type { StageSetup } from '../../core/stage.js'
import { type Gazetteer, gazetteerName, parseGazetteer } from '../../dictionary/gazetteer.js'
import { once } from '../../dictionary/per-file.js'
import { parseRegions } from '../../dictionary/regions.js'
import { compileLexicon, type Lexicon } from './lexicon.js'
import { parseEntityRules, type EntityRuleFile } from './rules.js'

/** What the stage needs of its setup. */
export type EntitySetup = Pick<
  StageSetup<unknown>,
  'rules' | 'dictionaries' | 'pipeline' | 'services'
>

/** An entity kind with the file its rules stand in. */
export interface CompiledKind {
  readonly file: EntityRuleFile
  readonly gazetteer: Gazetteer
  readonly lexicon: Lexicon
}

/**
 * The lexicon of every entity kind of the pipeline: its rule file with the gazetteer this names. Made
 * once for a setup, which is prepared and checked.
 * @throws {ConfigError} for a file that is wrong, a kind without rules, a gazetteer that is not given
 */
export const compileKinds = once((setup: EntitySetup): readonly CompiledKind[] => {
  const regions = parseRegions(setup.dictionaries['regions'] ?? [])
  const gazetteers = setup.dictionaries['gazetteer'] ?? []
  const files = setup.rules.map(parseEntityRules)
  const sourceOf = ({ value }: EntityRuleFile): SourceFile | undefined =>
    gazetteers.find(({ path }) => gazetteerName(path) === value.gazetteer)
  const known = gazetteers.map(({ path }) => gazetteerName(path)).join(', ')
  const problems = files
    .filter((file) => sourceOf(file) === undefined)
    .map((file) => {
      const message = `gazetteer "${file.value.gazetteer}" is not among the pipeline's dictionaries (${known}).`
      return file.problem(['gazetteer'], 'gazetteer-unknown', message)
    })
  problems.push(...kindProblems(setup, files))
  if (problems.length > 0) throw new ConfigError(problems)
  return files.flatMap((file): CompiledKind[] => {
    const source = sourceOf(file)
    if (source === undefined) return []
    const gazetteer = parseGazetteer(source, regions)
    const lexicon = compileLexicon(file, gazetteer, regions, setup.services.segmenter)
    return [{ file, gazetteer, lexicon }]
  })
})

function kindProblems(
  { pipeline, rules }: EntitySetup,
  files: readonly EntityRuleFile[],
): readonly ConfigProblem[] {
  const unknown = files
    .filter(({ value }) => !pipeline.entities.includes(value.kind))
    .map((file) => {
      const declared = pipeline.entities.join(', ')
      const message = `the pipeline declares no entity kind "${file.value.kind}" (it has ${declared}).`
      return file.problem(['kind'], 'entity-kind-unknown', message)
    })
  const twice = files.flatMap((file, index) => {
    const first = files.findIndex(({ value }) => value.kind === file.value.kind)
    if (first === index) return []
    const message = `${files[first]!.path} has the rules of the kind "${file.value.kind}" already.`
    return [file.problem(['kind'], 'entity-kind-twice', message)]
  })
  const bare = pipeline.entities
    .filter((kind) => !files.some(({ value }) => value.kind === kind))
    .map((kind) => ({
      code: 'entity-kind-without-rules',
      file: rules[0]?.path ?? 'pipeline.yaml',
      line: null,
      column: null,
      message: `no rule file of the stage entities is for the kind "${kind}".`,
    }))
  return [...unknown, ...twice, ...bare]
}
