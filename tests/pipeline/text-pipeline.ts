import { ConfigError, formatProblem } from '../../src/core/errors.js'
import { buildPipeline } from '../../src/pipeline/build.js'
import { parsePipeline } from '../../src/pipeline/definition.js'
import type { Pipeline } from '../../src/pipeline/pipeline.js'
import { createJieba } from '../../src/stages/segment/jieba.js'

/** Every stage, with no more rules and dictionaries than they need. */
export const SMALL = `name: small
entities: []
relations: [managed-by]
events: [opened]
stages:
  - decode
  - markup
  - repair
  - simplify
  - stage: article
    dictionaries: { labels: labels.yaml }
  - clean
  - segment
  - entities
  - quantities
  - dates
  - stage: facts
    rules: [facts.yaml, more.yaml]
    dictionaries: { cues: cues.yaml }
    options: { overlap: longest }
`

/** A rule of `facts.yaml`; `pattern` stands on its third line. */
export function factRule(id: string, pattern: string, record = '{ kind: measure }'): string {
  return `  - id: ${id}
    why: for this test
    pattern: '${pattern}'
    record: ${record}
    matches: [甲]
    rejects: [乙]
`
}

/** The files that `SMALL` names. */
export const FILES: Readonly<Record<string, string>> = {
  'labels.yaml': `fields:
  published: [发布时间]
  updated: [更新时间]
  publisher: [来源]
  author: [作者]
  editor: [责编]
  url: [网址]
  other: [点击]
bylines: [记者]
aroundNames: [报道]
surnames: 赵
compoundSurnames: [欧阳]
publisherEndings: [日报]
`,
  'cues.yaml': 'subject: { pronouns: 我院 }\n',
  'facts.yaml': `rules:\n${factRule('measure/operations', '{metric: 手术} {quantity}')}`,
  'more.yaml': 'rules: []\n',
}

/** Builds a pipeline of texts; a file that is not among `files` cannot be read. */
export function build(text: string, files: Readonly<Record<string, string>> = FILES): Pipeline {
  const read = (path: string) => {
    const found = files[path]
    if (found === undefined) throw new Error('no such file')
    return { path, text: found }
  }
  return buildPipeline(parsePipeline({ path: 'pipeline.yaml', text }), read, {
    segmenter: createJieba(),
  })
}

/** What is wrong with a pipeline of texts, as people read it; nothing if it can be built. */
export function problemsOf(
  text: string,
  files: Readonly<Record<string, string>> = {},
): readonly string[] {
  try {
    build(text, { ...FILES, ...files })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(formatProblem)
    throw error
  }
}
