import { z } from 'zod'
import type { SourceFile } from '../core/source-file.js'
import { parseYaml, type YamlFile } from '../dictionary/yaml.js'

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'expected a name of small letters, digits and hyphens')

const dictionariesSchema = z
  .record(z.string(), z.union([z.string().transform((file) => [file]), z.array(z.string())]))
  .default({})

const stageSchema = z.union([
  name.transform((stage) => ({ stage, rules: [], dictionaries: {}, options: {} })),
  z.strictObject({
    stage: name,
    rules: z.array(z.string()).default([]),
    dictionaries: dictionariesSchema,
    options: z.record(z.string(), z.unknown()).default({}),
  }),
])

/** A relation is directed unless told: a symmetric one says the same read from either side. */
const relationSchema = z.union([
  name.transform((relation) => ({ name: relation, symmetric: false })),
  z.strictObject({ name, symmetric: z.boolean().default(false) }),
])

const pipelineSchema = z.strictObject({
  name,
  why: z.string().default(''),
  entities: z.array(name).default([]),
  relations: z.array(relationSchema).default([]),
  events: z.array(name).default([]),
  stages: z.array(stageSchema).min(1, 'expected a list of stages'),
  /** What is computed over all documents together. */
  corpus: z
    .strictObject({
      dictionaries: dictionariesSchema,
      options: z.record(z.string(), z.unknown()).default({}),
    })
    .prefault({}),
  /** Stages that run only where their product is asked for; no record of a document depends on them. */
  onRequest: z.array(stageSchema).default([]),
})

/** A pipeline as written: names of its domain, and stages in order with their files and options. */
export type PipelineDefinition = z.infer<typeof pipelineSchema>
export type StageDefinition = PipelineDefinition['stages'][number]

/**
 * Reads a pipeline file; paths in it stay as written, relative to the file's folder.
 * @throws {ConfigError} with every problem, each at its line and column
 */
export function parsePipeline(file: SourceFile): YamlFile<PipelineDefinition> {
  return parseYaml(file, pipelineSchema)
}
