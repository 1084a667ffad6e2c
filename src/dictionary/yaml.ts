import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
  type Document,
} from 'yaml'
import type { z } from 'zod'
import { ConfigError, type ConfigProblem } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import type { Span } from '../core/span.js'
import { perFile } from './per-file.js'

/** A path into a YAML file: keys and list indices. */
export type YamlPath = readonly (string | number)[]

/** A validated YAML file that can still say where each of its parts stands. */
export interface YamlFile<T> {
  readonly path: string
  readonly source: SourceFile
  readonly value: T
  /** Line and column (from 1) of the node at `path`, or of its nearest parent that exists. */
  readonly locate: (path: YamlPath) => { line: number; column: number }
  /** Where the value at `path` is written, its own signs included; null if nothing is there. */
  readonly spanOf: (path: YamlPath) => Span | null
  /** True for a list written between brackets, `[a, b]`; false for one item a line. */
  isInBrackets(path: YamlPath): boolean
  /** A problem at `path`, for a check that the schema cannot express. */
  problem(path: YamlPath, code: string, message: string, id?: string): ConfigProblem
}

/**
 * Parses YAML and validates it.
 * @throws {ConfigError} with every problem of the file, each at its line and column
 */
export function parseYaml<T>(file: SourceFile, schema: z.ZodType<T>): YamlFile<T> {
  const { document, counter, raw, refused } = readDocument(file)
  const locate = (path: YamlPath): { line: number; column: number } => {
    const { line, col } = counter.linePos(offsetOf(document, path))
    return { line, column: col }
  }
  if (document.errors.length > 0)
    throw new ConfigError(
      document.errors.map((error) => {
        const { line, col } = counter.linePos(error.pos[0])
        const message = `not valid YAML: ${error.message}`
        return { code: 'yaml-syntax', file: file.path, line, column: col, message }
      }),
    )
  if (refused !== null) {
    const message = `not usable YAML: ${refused}.`
    throw new ConfigError([{ code: 'yaml-syntax', file: file.path, line: 1, column: 1, message }])
  }
  const problem = (path: YamlPath, code: string, message: string, id?: string): ConfigProblem => ({
    code,
    file: file.path,
    ...locate(path),
    ...(id === undefined ? {} : { id }),
    message,
  })
  const parsed = schema.safeParse(raw)
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => {
        const path = issue.path.filter((key) => typeof key !== 'symbol')
        const where = path.length === 0 ? 'the file' : path.join('.')
        return problem(path, 'yaml-invalid', `${where}: ${issue.message}`, idAt(raw, path))
      }),
    )
  const spanOf = (path: YamlPath): Span | null => {
    const node = document.getIn(path, true)
    return isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : null
  }
  const isInBrackets = (path: YamlPath): boolean => {
    const node = document.getIn(path, true)
    return isSeq(node) && node.flow === true
  }
  return {
    path: file.path,
    source: file,
    value: parsed.data,
    locate,
    spanOf,
    isInBrackets,
    problem,
  }
}

/** A text as YAML writes it, quoted where it must be; between brackets on one line. */
export function writeYamlText(text: string, inBrackets: boolean): string {
  if (!inBrackets) return stringify(text, { lineWidth: 0 }).trimEnd()
  const list = stringify([text], {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  })
  return list.trimEnd().slice(1, -1)
}

const readDocument = perFile(({ text }) => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  if (document.errors.length > 0) return { document, counter, raw: null, refused: null }
  try {
    const raw: unknown = document.toJS()
    return { document, counter, raw, refused: null }
  } catch (error) {
    // Aliases of aliases, which would take all memory, and aliases of nothing.
    return { document, counter, raw: null, refused: error instanceof Error ? error.message : '' }
  }
})

function offsetOf(document: Document, path: YamlPath): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      if (pair !== undefined && isNode(pair.key) && pair.key.range) return pair.key.range[0]
    }
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

/** The `id` of the rule or entry that `path` leads into. */
function idAt(raw: unknown, path: YamlPath): string | undefined {
  let node = raw
  let id: string | undefined
  for (const key of [...path, null]) {
    if (typeof node !== 'object' || node === null) break
    if ('id' in node && typeof node.id === 'string') id = node.id
    if (key === null) break
    node = (node as Record<string | number, unknown>)[key]
  }
  return id
}
