import { readFileSync } from 'node:fs'
import { AlignedText } from '../../../src/core/aligned-text.js'
import type { Simplified } from '../../../src/core/layers.js'
import type { SourceFile } from '../../../src/core/source-file.js'
import { simplifyStage } from '../../../src/stages/simplify/stage.js'

/** A file of the project, by its path in it. */
export function readProjectFile(path: string): SourceFile {
  return { path, text: readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8') }
}

/** The stage with the default options and these dictionaries. */
export function prepareSimplify(dictionaries: Record<string, readonly SourceFile[]>) {
  const run = simplifyStage.prepare({
    options: simplifyStage.options.parse({}),
    rules: [],
    dictionaries,
    pipeline: { entities: [], relations: [], events: [] },
    services: {
      segmenter: {
        identity: 'none',
        cut: (text) => [text],
        tag: () => [],
        tagAll: () => [],
        frequency: () => 0,
      },
    },
  })
  return (source: string): Simplified => run({ repaired: AlignedText.of(source) })
}

/** As the project ships it. */
export const simplifyPage = prepareSimplify({
  conversion: [readProjectFile('dictionaries/conversion.yaml')],
  protected: [
    readProjectFile('dictionaries/regions.tsv'),
    readProjectFile('dictionaries/hospitals.tsv'),
  ],
})
