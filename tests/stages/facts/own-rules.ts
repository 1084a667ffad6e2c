import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPipeline } from '../../../src/pipeline/build.js'
import { parsePipeline } from '../../../src/pipeline/definition.js'
import { PACKAGE_FOLDER } from '../../../src/pipeline/package-folder.js'
import type { Pipeline } from '../../../src/pipeline/pipeline.js'
import { createJieba } from '../../../src/stages/segment/jieba.js'

const FOLDER = join(PACKAGE_FOLDER, 'pipelines/hospital-news')
const FACT_RULES = /rules:\n +- rules\/frames\.yaml(?:\n +- .*)*/

/** The pipeline as it comes, but with these fact rules and this policy where they overlap. */
export function pipelineWithRules(
  rules: string,
  overlap: 'first' | 'longest' | 'priority' = 'priority',
): Pipeline {
  const own = `rules: [own.yaml]\n    options: { overlap: ${overlap} }`
  const path = join(FOLDER, 'pipeline.yaml')
  const text = readFileSync(path, 'utf8').replace(FACT_RULES, own)
  return buildPipeline(
    parsePipeline({ path, text }),
    (name) => ({
      path: name,
      text: name === 'own.yaml' ? rules : readFileSync(join(FOLDER, name), 'utf8'),
    }),
    { segmenter: createJieba() },
  )
}

/** A rule as its file has it, with examples that these tests do not run. */
export function ruleText(id: string, pattern: string, rest: string): string {
  return `  - id: ${id}
    why: for this test
    pattern: '${pattern}'
    ${rest}
    matches: [甲]
    rejects: [乙]
`
}
