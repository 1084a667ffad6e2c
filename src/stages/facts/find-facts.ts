import type { Fact } from '../../core/fact.js'
import type { Layers } from '../../core/layers.js'
import type { Segmenter } from '../../core/segmenter.js'
import type { Regions } from '../../dictionary/regions.js'
import type { FactRule } from '../../rule/fact-rule.js'
import type { Alphabet } from '../../rule/folding.js'
import { applicablePatterns, matchPatterns } from '../../rule/match-rules.js'
import type { Cues } from './cues.js'
import { contextReader } from './document-context.js'
import { foldReferred, tagSentences, withReferences } from './folded.js'
import { modalityReader } from './modality.js'
import { type FactReader, readFacts } from './read-facts.js'
import { ruleSweep } from './rule-sweep.js'
import { SubjectFinder } from './subjects.js'
import { TimeFinder } from './times.js'

export interface FactFinderParts extends FactReader {
  readonly rules: readonly FactRule[]
  /** The alphabet the rules were compiled with. */
  readonly alphabet: Alphabet
  readonly cues: Cues
  readonly regions: Regions
  readonly segmenter: Segmenter
  /** How often an institution must be named to be what an article is about. */
  readonly focusMentions: number
}

type Input = Pick<Layers, 'article' | 'body' | 'sentences' | 'entities' | 'quantities' | 'dates'>

/** Prepares finding the facts of documents, in text order of their sentences. */
export function factFinder(parts: FactFinderParts): (input: Input) => Fact[] {
  const { alphabet, cues, segmenter } = parts
  const sweep = ruleSweep(parts.rules)
  const readContext = contextReader(cues.subject, parts.regions, parts.focusMentions)
  const readModalities = modalityReader(cues.modality)
  return ({ article, body, sentences, entities, quantities, dates }) => {
    const context = readContext(article, body, entities)
    const subjectFinder = new SubjectFinder(cues.subject, context)
    const timeFinder = new TimeFinder(cues.time, context.body)
    const open = [...sweep(context.body, sentences, [entities, quantities, dates])].map(
      ({ sentence, mentions, rules }) => {
        const subjects = subjectFinder.read(sentence, mentions)
        const times = timeFinder.read(sentence, mentions)
        const referred = withReferences(sentence, mentions, subjects.references)
        const hasSubject = subjects.found.length > 0 || subjects.inherited !== null
        const patterns = applicablePatterns(rules, referred.mentions, hasSubject)
        return { ...referred, subjects, times, patterns }
      },
    )
    const asking = open.filter(({ patterns }) => patterns.some(({ pattern }) => pattern.needsWords))
    const words = tagSentences(context.body, asking, segmenter)
    const document = {
      body: context.body,
      published: article.published?.value ?? null,
      modalities: readModalities(context.body),
    }
    return open.flatMap(({ patterns, ...sentence }) => {
      if (patterns.length === 0) return []
      const folded = foldReferred(context.body, sentence, alphabet, words)
      const matches = matchPatterns(patterns, folded)
      return matches.length === 0 ? [] : readFacts(matches, { ...document, ...sentence }, parts)
    })
  }
}
