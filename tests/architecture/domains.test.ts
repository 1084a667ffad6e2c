import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { parsePipeline } from '../../src/pipeline/definition.js'

const ROOT = resolve(import.meta.dirname, '../..')

/** Where a word of a domain may stand in code, and why. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // The annotation format has a list called `hospitals`, which others rely on.
  'evaluate/gold.ts': ['hospital'],
  // The command goes by this name from of old.
  'cli/suggest-names.ts': ['hospital'],
  // The pipeline that runs where none is named.
  'pipeline/load.ts': ['hospital-news', 'hospital'],
}

const entityRules = z.object({
  kind: z.string(),
  suffixes: z.array(z.object({ endings: z.union([z.string(), z.array(z.string())]) })),
})
const metrics = z.object({ metrics: z.array(z.object({ id: z.string() })) })

interface Domain {
  readonly kinds: readonly string[]
  /** Names of the pipeline, its kinds, relations, events and metrics, as code would write them. */
  readonly names: readonly string[]
  /** Endings by which its institutions are known. */
  readonly words: readonly string[]
}

function readDomain(name: string): Domain {
  const folder = join(ROOT, 'pipelines', name)
  const path = join(folder, 'pipeline.yaml')
  const { value } = parsePipeline({ path, text: readFileSync(path, 'utf8') })
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'))
  const stageNamed = (wanted: string) => value.stages.find(({ stage }) => stage === wanted)
  const kinds = (stageNamed('entities')?.rules ?? []).map((file) => entityRules.parse(read(file)))
  const { metrics: metricFiles }: Readonly<Record<string, readonly string[]>> =
    stageNamed('facts')?.dictionaries ?? {}
  const counted = (metricFiles ?? []).flatMap((file) => metrics.parse(read(file)).metrics)
  return {
    kinds: value.entities,
    names: [
      value.name,
      ...value.entities,
      ...value.relations.map((relation) => relation.name),
      ...value.events,
      ...counted.map(({ id }) => id),
    ],
    words: kinds
      .flatMap(({ suffixes }) => suffixes.flatMap(({ endings }) => endings))
      .flatMap((endings) => endings.split(/\s+/))
      .filter((ending) => ending.length > 1 && !ending.includes('{')),
  }
}

const domains = readdirSync(join(ROOT, 'pipelines')).map(readDomain)

/** The code without its comments: those may show examples. */
const modules = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({
    path,
    code: readFileSync(join(ROOT, 'src', path), 'utf8')
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*/g, ''),
  }))

function found(isIn: (code: string, word: string) => boolean, words: readonly string[]): string[] {
  return modules.flatMap(({ path, code }) =>
    words
      .filter((word) => !(EXCEPTIONS[path] ?? []).includes(word) && isIn(code, word))
      .map((word) => `${path}: ${word}`),
  )
}

describe('the domains', () => {
  it('are several, so that what is general has to prove it', () => {
    expect(domains.length).toBeGreaterThan(1)
  })

  it('lend no name of theirs to the code', () => {
    const names = [...new Set(domains.flatMap((domain) => domain.names))]
    // `named` and the like are words of programming, too: only the name as a text counts.
    expect(found((code, name) => code.includes(`'${name}'`), names)).toEqual([])
  })

  it('lend no kind of theirs to an identifier', () => {
    const stems = domains.flatMap((domain) => domain.kinds).map((kind) => kind.replace(/y$/, ''))
    expect(found((code, stem) => code.toLowerCase().includes(stem), stems)).toEqual([])
  })

  it('lend no ending of their names to the code', () => {
    const words = [...new Set(domains.flatMap((domain) => domain.words))]
    expect(words.length).toBeGreaterThan(10)
    expect(found((code, word) => code.includes(word), words)).toEqual([])
  })
})
