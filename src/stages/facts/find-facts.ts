import type { Fact } from '../../core/fact.js'
import type { Layers } from '../../core/layers.js'
import type { Segmenter } from '../../core/segmenter.js'
import type { Regions } from '../../dictionary/regions.js'
import type { FactRule } from '../../rule/fact-rule.js'
import { type Alphabet, foldPunctuation } from '../../rule/folding.js'
import { applicablePatterns } from './applicable-patterns.js'
import { clauseCues } from './clauses.js'
import type { Cues } from './cues.js'
import { contextReader } from './document-context.js'
import { modalityReader } from './modality.js'
import { mentionsBySentence, withReferences } from './passages.js'
import { type FactReader, readFacts } from './read-facts.js'
import type { SentenceReading } from './roles.js'
import { storyReader } from './stories.js'
import { SubjectFinder } from './subjects.js'
import { TimeFinder } from './times.js'
import { planTrial, tagTrials, type Trial, trialMatcher } from './trials.js'

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
  const subjectCues = clauseCues(cues.subject)
  const readPatterns = applicablePatterns(parts.rules)
  const readContext = contextReader(cues.subject, parts.regions, parts.focusMentions)
  const readModalities = modalityReader(cues.modality)
  return ({ article, body: { text }, sentences, entities, quantities, dates }) => {
    const body = text.text
    const context = readContext(article, body, entities)
    const subjectFinder = new SubjectFinder(subjectCues, context)
    const timeFinder = new TimeFinder(cues.time, body)
    const applicable = readPatterns(body)
    const mentionsOf = mentionsBySentence(sentences, [entities, quantities, dates])
    const published = article.published?.value ?? null
    const modalities = readModalities(body)
    const stories = storyReader(cues.story, body)
    const readings: SentenceReading[] = []
    const trials: Trial[] = []
    for (const [index, sentence] of sentences.entries()) {
      const mentions = mentionsOf[index]!
      const subjects = subjectFinder.read(sentence, mentions)
      const times = timeFinder.read(sentence, mentions)
      const { passage, referents } = withReferences(sentence, mentions, subjects.references)
      const hasSubject = subjects.found.length > 0 || subjects.inherited !== null
      const trial = planTrial(body, passage, hasSubject, applicable)
      if (trial === null) continue
      trials.push(trial)
      const found = { sentence, mentions, subjects, times, referents }
      readings.push({ body, published, modalities, stories, ...found })
    }
    const words = tagTrials(body, trials, segmenter)
    const match = trialMatcher(foldPunctuation(body), words, alphabet)
    return trials.flatMap((trial, index) => {
      const matches = match(trial)
      return matches.length === 0 ? [] : readFacts(matches, readings[index]!, parts)
    })
  }
}
