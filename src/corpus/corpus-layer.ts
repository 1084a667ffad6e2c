import { ConfigError } from '../core/errors.js'
import { canonicalJson, sha256 } from '../core/fingerprint.js'
import { lazily } from '../core/lazily.js'
import type { CorpusSetup } from '../pipeline/pipeline.js'
import { BodyComparer } from './compare.js'
import { type CorpusOptions, corpusOptionsSchema } from './options.js'
import { sketchOf } from './sketch.js'
import { type Collocation, SpinningLexicon } from './spinning.js'
import { loneEvidence } from './spun.js'
import { tokensOf } from './tokens.js'

/** What is kept of a body so that others like it are found. */
export interface BodySketch {
  readonly digest: string
  /** Below 2 ** 48, drawn from the digest: the order of bodies that no input order changes. */
  readonly rank: number
  /** Ascending; see `sketchOf`. */
  readonly features: readonly number[]
  /** The collocations that alone show the body to be spun; empty for a natural text. */
  readonly collocations: readonly Collocation[]
}

/** What is computed over all documents of a store, ready for their bodies. */
export interface CorpusLayer {
  /** Names what can change its answers. Never part of a document's fingerprint. */
  readonly fingerprint: string
  readonly options: CorpusOptions
  /** Compiles its dictionaries, once. @throws {ConfigError} for what is wrong in them */
  prepare(): void
  readonly comparer: BodyComparer
  sketch(text: string): BodySketch
}

/** Raised when the code may answer differently for the same bodies. */
const VERSION = 1

const DICTIONARIES: readonly string[] = ['spinning']

/**
 * Reads a pipeline's corpus section; its dictionaries are compiled when they are first needed, since a
 * run often has nothing to compare.
 * @throws {ConfigError} for unknown options or dictionaries
 */
export function prepareCorpus(setup: CorpusSetup): CorpusLayer {
  const { dictionaries, segmenter } = setup
  const options = readOptions(setup)
  // Conflicts are found when claims are read: they change no link between bodies.
  const { conflicts: _, ...linking } = options
  const files = dictionaries['spinning'] ?? []
  const spinning = lazily(() => new SpinningLexicon(files))
  const comparer = lazily(() => new BodyComparer(options, spinning(), segmenter))
  const fingerprint = sha256(
    canonicalJson({
      version: VERSION,
      options: linking,
      spinning: files.map(({ text }) => sha256(text)),
      segmenter: segmenter.identity,
    }),
  )
  return {
    fingerprint,
    options,
    prepare() {
      comparer()
    },
    get comparer() {
      return comparer()
    },
    sketch(text) {
      const digest = sha256(text)
      const collocations = loneEvidence(text, spinning(), options.spun)
      const features = sketchOf(tokensOf(text), options.sketch)
      return { digest, rank: Number.parseInt(digest.slice(0, 12), 16), features, collocations }
    },
  }
}

function readOptions({ options, dictionaries, problem }: CorpusSetup): CorpusOptions {
  const parsed = corpusOptionsSchema.safeParse(options)
  const problems = (parsed.error?.issues ?? []).map((issue) => {
    const path = issue.path.filter((key) => typeof key !== 'symbol')
    const message = `corpus, ${path.length === 0 ? 'options' : `option ${path.join('.')}`}: ${issue.message}`
    return problem(['options', ...path], 'pipeline-option', message)
  })
  for (const name of Object.keys(dictionaries))
    if (!DICTIONARIES.includes(name)) {
      const message = `corpus knows no dictionary "${name}"; it knows: ${DICTIONARIES.join(', ')}.`
      problems.push(problem(['dictionaries', name], 'pipeline-dictionary', message))
    }
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems)
  return parsed.data
}
