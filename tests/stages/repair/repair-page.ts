import { AlignedText } from '../../../src/core/aligned-text.js'
import { createJieba } from '../../../src/stages/segment/jieba.js'
import { repairStage } from '../../../src/stages/repair/stage.js'

const run = repairStage.prepare({
  options: repairStage.options.parse({}),
  rules: [],
  dictionaries: {},
  pipeline: { entities: [], relations: [], events: [] },
  services: { segmenter: createJieba() },
})

/** The page after repair with the default options. */
export function repairPage(source: string): AlignedText {
  return run({ page: { format: 'text', text: AlignedText.of(source), blocks: [] } })
}
