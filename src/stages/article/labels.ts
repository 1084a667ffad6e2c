import { z } from 'zod'
import { ConfigError } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml } from '../../dictionary/yaml.js'

const words = z.array(z.string().min(1)).min(1)

/** The form of the file of labels. */
export const labelsSchema = z.strictObject({
  fields: z.strictObject({
    published: words,
    updated: words,
    publisher: words,
    author: words,
    editor: words,
    url: words,
    other: words,
  }),
  bylines: words,
  signatures: words.default([]),
  aroundNames: words,
  surnames: z.string().min(1),
  compoundSurnames: words,
  publisherEndings: words,
  longPlaces: words.default([]),
  nameHolders: words.default([]),
  ownWork: words.default([]),
  nameParts: words.default([]),
  officeEndings: words.default([]),
})

/** What a label announces; `other` for what is no metadata of ours. */
export type LabelField = keyof z.infer<typeof labelsSchema>['fields']

/** The words of metadata lines, ready to be looked up. */
export interface Labels {
  readonly fields: ReadonlyMap<string, LabelField>
  /** The labels that announce an address. */
  readonly addresses: readonly string[]
  /** Roles that names follow without a sign between, the longest first. */
  readonly bylines: readonly string[]
  /** Words that close a byline behind its names. */
  readonly signatures: ReadonlySet<string>
  readonly aroundNames: ReadonlySet<string>
  readonly surnames: ReadonlySet<string>
  readonly publisherEndings: readonly string[]
  /** Places of more than two characters, which datelines join to the name before. */
  readonly longPlaces: readonly string[]
  /** Words in the names of classes whose elements hold the name of an author or an account. */
  readonly nameHolders: ReadonlySet<string>
  /** What an account puts before its name where it wrote the article itself. */
  readonly ownWork: ReadonlySet<string>
  /** What names without a surname begin or end with. */
  readonly nameParts: readonly string[]
  /** How the name of an office ends, which is no author. */
  readonly officeEndings: readonly string[]
}

/** True for the name of a paper, a site or an office, by how it ends. */
export function endsLikePublisher(text: string, labels: Labels): boolean {
  return labels.publisherEndings.some((ending) => text.endsWith(ending))
}

/**
 * Reads the one dictionary of labels.
 * @throws {ConfigError} if there is not exactly one, if it is wrong, or a label has two fields
 */
export function loadLabels(files: readonly SourceFile[]): Labels {
  const [file] = files
  if (file === undefined || files.length > 1)
    throw new ConfigError([
      {
        code: 'dictionary-missing',
        file: file?.path ?? 'pipeline',
        line: null,
        column: null,
        message: `the article stage takes one dictionary of labels, found ${files.length}.`,
      },
    ])
  const parsed = parseYaml(file, labelsSchema)
  const { fields, bylines, aroundNames, surnames, compoundSurnames, publisherEndings } =
    parsed.value
  const { longPlaces, nameHolders, signatures, ownWork, nameParts, officeEndings } = parsed.value
  const known = new Map<string, LabelField>()
  const problems = LABEL_FIELDS.flatMap((field) =>
    fields[field].flatMap((label, at) => {
      const other = known.get(label)
      known.set(label, field)
      if (other === undefined) return []
      const message = `label "${label}" is already one of ${other}. Remove one of them.`
      return [parsed.problem(['fields', field, at], 'dictionary-duplicate-label', message)]
    }),
  )
  if (problems.length > 0) throw new ConfigError(problems)
  return {
    fields: known,
    addresses: fields.url,
    bylines: [...bylines].sort((a, b) => b.length - a.length),
    signatures: new Set(signatures),
    aroundNames: new Set(aroundNames),
    surnames: new Set([...surnames, ...compoundSurnames]),
    publisherEndings,
    longPlaces,
    nameHolders: new Set(nameHolders),
    ownWork: new Set(ownWork),
    nameParts,
    officeEndings,
  }
}

const LABEL_FIELDS = [
  'published',
  'updated',
  'publisher',
  'author',
  'editor',
  'url',
  'other',
] as const
