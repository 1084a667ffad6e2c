import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
  visit,
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
  const { document, counter, raw, faults } = readDocument(file)
  if (document === null || faults.length > 0)
    throw new ConfigError(
      faults.map(({ code, offset, message }) => {
        const { line, col } = counter.linePos(offset)
        return { code, file: file.path, line, column: col, message }
      }),
    )
  const locate = (path: YamlPath): { line: number; column: number } => {
    const { line, col } = counter.linePos(offsetOf(document, path))
    return { line, column: col }
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

interface ReadDocument {
  /** Null where the file is not even read. */
  readonly document: Document | null
  readonly counter: LineCounter
  readonly raw: unknown
  readonly faults: readonly YamlFault[]
}

/** Why a file is no YAML to read, at an offset into its text. */
interface YamlFault {
  readonly code: string
  readonly offset: number
  readonly message: string
}

/** Characters of a file; what people write by hand stays far below. */
const MAX_LENGTH = 4_000_000

const readDocument = perFile(({ text }): ReadDocument => {
  const counter = new LineCounter()
  const refuse = (code: string, offset: number, message: string): ReadDocument => {
    return { document: null, counter, raw: null, faults: [{ code, offset, message }] }
  }
  if (text.length > MAX_LENGTH)
    return refuse('yaml-too-large', 0, `${text.length} characters; at most ${MAX_LENGTH} are read.`)
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
    const faults = [...syntaxFaults(document), ...aliases(document)].slice(0, MAX_FAULTS)
    const raw: unknown = faults.length > 0 ? null : document.toJS()
    return { document, counter, raw, faults }
  } catch (error) {
    if (error instanceof RangeError) return refuse('yaml-too-deep', 0, TOO_DEEP)
    throw error
  }
})

/** What an exhausted stack means. */
const TOO_DEEP = 'lists and maps stand too deep in each other.'

function syntaxFaults({ errors }: Document): YamlFault[] {
  return errors.map(({ message, pos }) => ({
    code: 'yaml-syntax',
    offset: pos[0],
    // The parser reports an exhausted stack among the mistakes of the text.
    message: message.includes('call stack') ? TOO_DEEP : `not valid YAML: ${message}`,
  }))
}

/** An alias repeats what its anchor holds, aliases in it too: a few lines can come to gigabytes. */
function aliases(document: Document): YamlFault[] {
  const faults: YamlFault[] = []
  visit(document, {
    Alias(_key, { source, range }) {
      const message = `aliases are not read; write out what *${source} stands for.`
      faults.push({ code: 'yaml-alias', offset: range?.[0] ?? 0, message })
    },
  })
  return faults
}

/** The first few show what is wrong. */
const MAX_FAULTS = 20

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
