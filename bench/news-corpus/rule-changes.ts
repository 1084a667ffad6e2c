import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_FOLDER } from '../../src/pipeline/package-folder.js'
import { MARKED_WORDS } from './corpus.js'

/** A copy of the package's pipeline in which the rule about the marked words may be changed. */
export interface ChangeablePipeline {
  readonly file: string
  /** Sets what the rule counts: another metric for each number, so that its facts change and no others. */
  setRule(version: number): void
}

/** Copies the pipeline and its dictionaries into `folder`; the rule is not there at first. */
export function copyPipeline(folder: string): ChangeablePipeline {
  for (const name of ['pipelines', 'dictionaries'])
    cpSync(join(PACKAGE_FOLDER, name), join(folder, name), { recursive: true })
  const rules = join(folder, 'pipelines/hospital-news/rules/measures.yaml')
  const former = readFileSync(rules, 'utf8')
  return {
    file: join(folder, 'pipelines/hospital-news/pipeline.yaml'),
    setRule(version) {
      writeFileSync(rules, former)
      appendFileSync(rules, ruleOf(version))
    },
  }
}

function ruleOf(version: number): string {
  const metric = `${MARKED_WORDS}第${version}批`
  return `
  - id: measure/bench-marked
    why: ${MARKED_WORDS}12名 - a rule of the bench, for words that one page in a hundred holds
    pattern: '{subject: hospital} 选聘 ${MARKED_WORDS} {quantity: 名}'
    record: { kind: measure, metric: ${metric} }
    priority: 60
    matches:
      - text: 湖南省人民医院选聘${MARKED_WORDS}12名。
        gives: { subject: 湖南省人民医院, metric: ${metric}, value: 12, unit: 名 }
    rejects:
      - 湖南省人民医院选聘医生12名。
`
}
