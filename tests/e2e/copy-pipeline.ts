import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './yuanju.js'

/** The package's pipeline and dictionaries in a folder where they may be changed: the path of its file. */
export function copyPipeline(folder: string): string {
  for (const name of ['pipelines', 'dictionaries'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  return join(folder, 'pipelines/hospital-news/pipeline.yaml')
}
