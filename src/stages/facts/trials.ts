import type { Segmenter, TaggedWord } from '../../core/segmenter.js'
import { sliceSpan, type Span } from '../../core/span.js'
import { type Alphabet, foldPassages, type Passage, plainStretches } from '../../rule/folding.js'
import { matchPattern, type RuleMatch, type RulePattern } from '../../rule/match-rules.js'
import type { ApplicablePatterns } from './applicable-patterns.js'
import { clausesOf } from './passages.js'
import type { SentenceReading } from './roles.js'

/** The patterns to try on a sentence, each on as little of it as it can match in. */
export interface Trial {
  readonly passage: Passage
  /** Tried on the whole sentence as its characters stand, and on all of it with parts of speech. */
  readonly plain: readonly RulePattern[]
  readonly tagged: readonly RulePattern[]
  /** The clauses of which words are asked, with the patterns to try on each. */
  readonly clauses: readonly {
    readonly clause: Passage
    readonly patterns: readonly RulePattern[]
  }[]
}

/** Plans what to try on a sentence; null if no pattern can match in it. */
export function planTrial(
  body: string,
  { passage, subjects, attributions }: SentenceReading,
  applicable: ApplicablePatterns,
): Trial | null {
  const { found, inherited, topic } = subjects
  const speaker = attributions.institutionAt(passage.span.end - 1)
  const hasSubject = found.length > 0 || (inherited ?? topic ?? speaker) !== null
  const patterns = applicable.find(passage, hasSubject)
  if (patterns.length === 0) return null
  const plain = patterns.filter(({ pattern }) => !pattern.needsWords)
  if (plain.length === patterns.length) return { passage, plain, tagged: [], clauses: [] }
  const tagged = patterns.filter(({ pattern }) => pattern.needsWords && pattern.crossesClauses)
  const within = patterns.filter(({ pattern }) => pattern.needsWords && !pattern.crossesClauses)
  const clauses = clausesOf(body, passage)
    .map((clause) => ({ clause, patterns: applicable.narrow(within, clause) }))
    .filter((trial) => tagged.length > 0 || trial.patterns.length > 0)
  return { passage, plain, tagged, clauses }
}

/** Words by passage, for the plain stretches of each. */
type PassageWords = ReadonlyMap<Passage, readonly (readonly TaggedWord[])[]>

/** The words of stretches of one body, those that were asked for before at no cost. */
export type StretchTagger = (spans: readonly Span[]) => readonly (readonly TaggedWord[])[]

/** Tags the words of stretches in one call; the second reading of a body asks for many again. */
export function stretchTagger(body: string, segmenter: Segmenter): StretchTagger {
  const known = new Map<string, readonly TaggedWord[]>()
  return (spans) => {
    const texts = spans.map((span) => sliceSpan(body, span))
    const unknown = [...new Set(texts)].filter((text) => !known.has(text))
    const tagged = segmenter.tagAll(unknown)
    for (const [index, text] of unknown.entries()) known.set(text, tagged[index]!)
    return texts.map((text) => known.get(text)!)
  }
}

/** The words of all clauses of which they are asked. */
export function tagTrials(trials: readonly Trial[], tagAll: StretchTagger): PassageWords {
  const clauses = trials.flatMap((trial) => trial.clauses.map(({ clause }) => clause))
  const stretches = clauses.map(plainStretches)
  const tagged = tagAll(stretches.flat())
  let at = 0
  return new Map(
    clauses.map((clause, index) => [clause, tagged.slice(at, (at += stretches[index]!.length))]),
  )
}

/** Prepares finding the matches of trials; `wide` is the body after `foldPunctuation`. */
export function trialMatcher(
  wide: string,
  words: PassageWords,
  alphabet: Alphabet,
): (trial: Trial) => RuleMatch[] {
  const matchAll = (
    patterns: readonly RulePattern[],
    passages: readonly Passage[],
    tagged: boolean,
  ): RuleMatch[] => {
    if (patterns.length === 0) return []
    const own = tagged ? passages.flatMap((passage) => words.get(passage) ?? []) : null
    const folded = foldPassages(wide, passages, alphabet, own)
    const mentions = passages.flatMap((passage) => passage.mentions)
    return patterns.flatMap((pattern) => matchPattern(pattern, folded, mentions))
  }
  return ({ passage, plain, tagged, clauses }) => [
    ...matchAll(plain, [passage], false),
    ...matchAll(
      tagged,
      clauses.map(({ clause }) => clause),
      true,
    ),
    ...clauses.flatMap(({ clause, patterns }) => matchAll(patterns, [clause], true)),
  ]
}
