import type { Fact } from '../../core/fact.js'
import type { Layers } from '../../core/layers.js'
import type { Segmenter } from '../../core/segmenter.js'
import { compareSpans } from '../../core/span.js'
import type { Region } from '../../dictionary/regions.js'
import type { FactRule } from '../../rule/fact-rule.js'
import { type Alphabet, foldPunctuation } from '../../rule/folding.js'
import { type ApplicablePatterns, applicablePatterns } from './applicable-patterns.js'
import { attributionReader } from './attributions.js'
import { nameBearers } from './bearers.js'
import { cardReader } from './cards.js'
import { clauseCues } from './clauses.js'
import type { Cues } from './cues.js'
import { contextReader } from './document-context.js'
import { modalityReader } from './modality.js'
import { partnerReader } from './partners.js'
import { mentionsBySentence, withReferences } from './passages.js'
import { type FactReader, readFacts } from './read-facts.js'
import type { SentenceReading } from './roles.js'
import { partnerReadings } from './second-reading.js'
import { storyReader } from './stories.js'
import { SubjectFinder } from './subjects.js'
import { TimeFinder } from './times.js'
import { planTrial, stretchTagger, tagTrials, type Trial, trialMatcher } from './trials.js'

export interface FactFinderParts extends FactReader {
  readonly rules: readonly FactRule[]
  /** The alphabet the rules were compiled with. */
  readonly alphabet: Alphabet
  readonly cues: Cues
  /** Where the institutions of the gazetteers lie, by their ids. */
  readonly regionOf: ReadonlyMap<string, Region>
  readonly segmenter: Segmenter
  /** How often an institution must be named to be what an article is about. */
  readonly focusMentions: number
}

type Input = Pick<Layers, 'article' | 'body' | 'sentences' | 'entities' | 'quantities' | 'dates'>

/**
 * Prepares finding the facts of documents, in text order of their sentences. A document is read twice:
 * what its sentences say by themselves tells whom 帮扶医院 or 派驻保定 can mean in others.
 */
export function factFinder(parts: FactFinderParts): (input: Input) => Fact[] {
  const { alphabet, cues, segmenter } = parts
  const rulesOf = (...kinds: readonly string[]): FactRule[] =>
    parts.rules.filter(({ record }) => kinds.includes(record.kind))
  const subjectCues = clauseCues(cues.subject)
  const readPatterns = applicablePatterns({
    first: rulesOf('measure', 'relation', 'event'),
    referring: rulesOf('relation'),
    open: rulesOf('relation').filter(leavesOpen),
  })
  const readContext = contextReader(cues.subject, parts.regions, parts)
  const lay = new Set(cues.speaker.lay)
  const isOffice = (role: string | null): boolean => role !== null && !lay.has(role)
  const readModalities = modalityReader(cues.modality, segmenter)
  const readAttributions = attributionReader({ ...parts, rules: rulesOf('attribution') })
  const readCards = cardReader(cues.partners)
  const readPartners = partnerReader(cues.partners, parts.regions, parts.regionOf)
  const readWithPartners = partnerReadings(cues.partners, subjectCues)
  return ({ article, body: { text }, sentences, entities, quantities, dates }) => {
    const body = partItems(text.text)
    const wide = foldPunctuation(body)
    const context = readContext(article, body, entities)
    const mentionsOf = mentionsBySentence(sentences, [entities, quantities, dates])
    const { focus } = context
    const cards = readCards(body, sentences, mentionsOf)
    const spoken = { body, wide, sentences, entities, mentionsOf, focus }
    const attributions = readAttributions(spoken)
    const subjectFinder = new SubjectFinder(subjectCues, context, {
      attributions,
      cards,
      isOffice,
    })
    const timeFinder = new TimeFinder(cues.time, body)
    const published = article.published?.value ?? null
    const modalities = readModalities(body)
    const stories = storyReader(cues.story, cues.subject.sending, body)
    const readings = sentences.map((sentence, index): SentenceReading => {
      const mentions = mentionsOf[index]!
      const subjects = subjectFinder.read(sentence, mentions)
      const times = timeFinder.read(sentence, mentions)
      const said = {
        body,
        cues: cues.subject,
        published,
        modalities,
        attributions,
        stories,
        mentions,
        partners: null,
      }
      return {
        ...said,
        ...withReferences(sentence, mentions, subjects.references),
        subjects,
        times,
      }
    })
    const tagAll = stretchTagger(body, segmenter)
    const read = (
      some: readonly SentenceReading[],
      patternsFor: (reading: SentenceReading) => ApplicablePatterns,
    ): Fact[] => {
      const trials: Trial[] = []
      const tried: SentenceReading[] = []
      for (const reading of some) {
        const trial = planTrial(body, reading, patternsFor(reading))
        if (trial === null) continue
        trials.push(trial)
        tried.push(reading)
      }
      const words = tagTrials(trials, tagAll)
      const match = trialMatcher(wide, words, alphabet)
      return trials.flatMap((trial, index) => {
        const matches = match(trial)
        return matches.length === 0 ? [] : readFacts(matches, tried[index]!, parts)
      })
    }
    const patternsOf = readPatterns(body)
    const alone = patternsOf('first')
    const facts = read(readings, () => alone)
    const partners = readPartners(facts, { entities, body, cards })
    const withPartners = readWithPartners(context, partners)
    const referring = patternsOf('referring')
    const open = patternsOf('open')
    const more = read(
      readings.map((reading, index) => withPartners(reading, mentionsOf[index]!)),
      (reading) => ((reading.partners?.references.length ?? 0) > 0 ? referring : open),
    )
    const named = nameBearers(facts, partners, body, cues)
    return inTextOrder([...named, ...newAmong(nameBearers(more, partners, body, cues), named)])
  }
}

/** Some pages run a list's items together with dashes and notes in brackets: they part as ； does. */
function partItems(text: string): string {
  return text.replace(/\[\d{1,2}\]| [-–•] /g, (mark) => '；'.repeat(mark.length))
}

/** True for a rule that can only be read with what the rest of the article tells. */
function leavesOpen({ record, patterns }: FactRule): boolean {
  if (record.kind === 'relation' && record.unnamed !== 'context') return true
  return patterns.some(({ slots }) => slots.some(({ kind }) => kind === 'region'))
}

/** Those that say what no other of the same sentence says. */
function newAmong(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  const keyOf = (fact: Fact): string =>
    fact.kind !== 'relation'
      ? ''
      : `${fact.sentence} ${fact.relation} ${fact.subject.name} ${fact.object.name}`
  const known = new Set(others.map(keyOf))
  return facts.filter((fact) => !known.has(keyOf(fact)))
}

function inTextOrder(facts: readonly Fact[]): Fact[] {
  const start = { start: 0, end: 0 }
  return [...facts].sort(
    (a, b) => a.sentence - b.sentence || compareSpans(a.spans[0] ?? start, b.spans[0] ?? start),
  )
}
