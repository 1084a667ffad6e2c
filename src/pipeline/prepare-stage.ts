import { ConfigError } from '../core/errors.js'
import { canonicalJson, sha256 } from '../core/fingerprint.js'
import { lazily } from '../core/lazily.js'
import type { Layers } from '../core/layers.js'
import type { SourceFile } from '../core/source-file.js'
import type { Services, Stage } from '../core/stage.js'
import type { StageUnits } from '../core/unit.js'
import type { PlannedStage, PreparedStage } from './pipeline.js'

/** Names a stage and what decides its answers; its rules and dictionaries are compiled at first use. */
export function prepareStage({ stage, setup }: PlannedStage, services: Services): PreparedStage {
  const { name, version, requires, provides } = stage
  const content = (files: readonly SourceFile[]): string[] => files.map(({ text }) => sha256(text))
  const identity = {
    name,
    version,
    libraries: stage.libraries ?? [],
    services: (stage.services ?? []).map((service) => services[service].identity),
    options: setup.options,
    names: setup.pipeline,
  }
  let run: ReturnType<Stage['prepare']> | null = null
  const prepare = (): ReturnType<Stage['prepare']> => (run ??= stage.prepare(setup))
  return {
    name,
    version,
    requires,
    provides,
    identity: sha256(canonicalJson(identity)),
    fingerprint: sha256(
      canonicalJson({
        ...identity,
        rules: content(setup.rules),
        dictionaries: Object.entries(setup.dictionaries).map(([key, files]) => [
          key,
          content(files),
        ]),
      }),
    ),
    prepare() {
      prepare()
    },
    units: lazily(() => stageUnits({ stage, setup })),
    run: (layers) => prepare()(layersFor(stage, layers)),
  }
}

/** A stage's files part by part; without parts of its own, as a whole. */
export function stageUnits({ stage, setup }: Pick<PlannedStage, 'stage' | 'setup'>): StageUnits {
  return stage.units?.(setup) ?? { units: [], rest: [setup.rules, setup.dictionaries] }
}

/** The layers a stage declared, all of them there: the order was checked when the pipeline was built. */
function layersFor(stage: Stage, layers: Partial<Layers>): Layers {
  for (const layer of stage.requires)
    if (layers[layer] === undefined)
      throw new ConfigError([
        {
          code: 'pipeline-order',
          file: 'pipeline',
          line: null,
          column: null,
          message: `stage "${stage.name}" was run without ${layer}.`,
        },
      ])
  return Object.fromEntries(
    stage.requires.map((layer) => [layer, layers[layer]]),
  ) as Partial<Layers> as Layers
}
