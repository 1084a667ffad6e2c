import { z } from 'zod'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml, type YamlFile } from '../../dictionary/yaml.js'

/** A rule file for one entity kind, as written. */
export type EntityRules = z.infer<typeof entityRules>
export type EntityRuleFile = YamlFile<EntityRules>
export type TextExample = z.infer<typeof matching>
export type Given = z.infer<typeof given>
export type PlaqueRule = z.infer<typeof plaqueRule>

/** What may stand directly before an ending and make it a name. */
export type Before = z.infer<typeof before>

/** @throws {ConfigError} with every problem of the file */
export function parseEntityRules(file: SourceFile): EntityRuleFile {
  return parseYaml(file, entityRules)
}

const before = z.enum(['region', 'owner', 'brand', 'relative'])
const words = z.array(z.string().min(1, 'expected a word'))

/** Many words, written as running text with spaces between them; a list will do, too. */
const vocabulary = z
  .union([z.string(), words])
  .transform((list) => (typeof list === 'string' ? list.split(/\s+/).filter(Boolean) : list))

/** What an example may take as known of its article. */
const given = z.strictObject({
  region: z.string().optional(),
  title: z.string().optional(),
  publisher: z.string().optional(),
})

/** Words of the text and the canonical names they stand for, in text order. */
const expected = z.array(z.record(z.string(), z.string()))
const matching = z.strictObject({ text: z.string(), given: given.optional(), gives: expected })
const rejecting = z.union([z.string(), matching])

const about = {
  id: z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/, 'expected stage-or-kind/what-it-is'),
  why: z.string().min(1, 'say why the rule is there'),
}
const shown = {
  ...about,
  matches: z.array(matching).min(1, 'show a text in which the rule finds something'),
  rejects: z.array(rejecting).min(1, 'show a text in which it must not'),
}
const namesShown = {
  ...about,
  matches: z.array(z.strictObject({ name: z.string(), gives: words.min(1) })).min(1),
  rejects: words.min(1, 'show a name of which the rule makes nothing'),
}

/** `cues` stand between bearer and plaque, `bearerCues` between plaque and bearer. */
const plaqueRule = z.strictObject({
  ...shown,
  cues: words.min(1),
  bearerCues: words.default([]),
})

const entityRules = z.strictObject({
  kind: z.string().min(1),
  gazetteer: z.string().min(1),
  suffixes: z
    .array(
      z.strictObject({
        ...shown,
        endings: vocabulary,
        after: z.array(before).default(['region', 'owner', 'brand', 'relative']),
        placeAlone: z.enum(['any', 'county', 'none']).default('any'),
        counties: vocabulary.default([]),
      }),
    )
    .min(1, 'a kind needs endings by which its names are known'),
  words: z.strictObject({
    describing: vocabulary.default([]),
    places: vocabulary.default([]),
    placeEndings: vocabulary.default([]),
    belonging: vocabulary.default([]),
    owners: vocabulary.default([]),
    ownerEndings: vocabulary.default([]),
    ownerWords: vocabulary.default([]),
    generic: vocabulary.default([]),
    countries: vocabulary.default([]),
    never: z.string().default(''),
    properTags: vocabulary.default([]),
    otherTags: vocabulary.default([]),
    functionTags: vocabulary.default([]),
  }),
  owners: z.record(z.string(), vocabulary).default({}),
  regionTypes: z.array(z.strictObject({ word: z.string().min(1), endings: words.min(1) })),
  relative: z.strictObject({
    ...shown,
    notAfter: vocabulary.default([]),
    evidence: z.strictObject({
      given: z.number(),
      title: z.number(),
      antecedent: z.number(),
      sentence: z.number(),
      text: z.number(),
      names: z.number(),
      publisher: z.number(),
      article: z.number().default(0),
      nameplates: z.number().default(0),
    }),
    margin: z.number().positive(),
  }),
  shortForms: z
    .array(
      z.strictObject({
        ...namesShown,
        from: words.min(1),
        to: words.min(1),
        scope: z.enum(['anywhere', 'region', 'article']).default('anywhere'),
        without: vocabulary.default([]),
        only: vocabulary.optional(),
        followedBy: vocabulary.optional(),
        levels: z.array(z.enum(['province', 'prefecture', 'county'])).optional(),
        chain: z.boolean().default(false),
      }),
    )
    .default([]),
  spellings: z
    .array(z.strictObject({ ...namesShown, words: z.record(z.string().min(1), z.string().min(1)) }))
    .default([]),
  expansions: z
    .array(
      z.strictObject({
        ...namesShown,
        from: words.min(1),
        to: z.string().min(1),
        only: vocabulary.optional(),
      }),
    )
    .default([]),
  coordination: z.strictObject({ ...shown, separators: words.min(1) }).optional(),
  introductions: z
    .array(z.strictObject({ ...shown, cues: words, openers: words.default([]) }))
    .default([]),
  plaques: plaqueRule.optional(),
  exclusions: z
    .array(
      z.strictObject({
        ...about,
        matches: words.min(1),
        rejects: z.array(matching).min(1),
        before: vocabulary,
        endings: vocabulary.optional(),
      }),
    )
    .default([]),
})
