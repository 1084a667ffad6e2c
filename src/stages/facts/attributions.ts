import { bisect } from '../../core/bisect.js'
import type { Attribution } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import type { Segmenter } from '../../core/segmenter.js'
import type { Sentence } from '../../core/sentence.js'
import { compareSpans, type Span } from '../../core/span.js'
import type { FactRule } from '../../rule/fact-rule.js'
import { type Alphabet, foldPassages, type Passage } from '../../rule/folding.js'
import { matchPattern, type RuleMatch } from '../../rule/match-rules.js'
import { preferPriority } from '../../rule/overlap.js'
import { applicablePatterns } from './applicable-patterns.js'
import type { Cues } from './cues.js'
import { quotationsIn } from './quotations.js'
import { type Speaker, speakerFinder, type SpokenText } from './speakers.js'

/** Tells by whose words what stands at a place of the body is said. */
export interface Attributions {
  at(place: number): Attribution | null
  /** The institution that the one who says it speaks for: his 我院. */
  institutionAt(place: number): Mention | null
}

export interface AttributionParts {
  /** Those of kind attribution. */
  readonly rules: readonly FactRule[]
  readonly alphabet: Alphabet
  readonly cues: Cues
  readonly segmenter: Segmenter
}

/** A document's text; `wide` is the body after `foldPunctuation`. */
export interface AttributedText extends SpokenText {
  readonly wide: string
  readonly mentionsOf: readonly (readonly Mention[])[]
}

/** Prepares reading who says what in documents. */
export function attributionReader(parts: AttributionParts): (text: AttributedText) => Attributions {
  const { alphabet, cues } = parts
  const readPatterns = applicablePatterns({ attribution: parts.rules })
  const findSpeakers = speakerFinder(cues.speaker, cues.subject, parts.segmenter)
  return (text) => {
    const { body, sentences, wide } = text
    const speakers = findSpeakers(text)
    if (speakers.length === 0) return NO_ATTRIBUTIONS
    const applicable = readPatterns(body)('attribution')
    const statements: Statement[] = []
    let next = 0
    for (const [index, sentence] of sentences.entries()) {
      const first = next
      while (next < speakers.length && speakers[next]!.span.start < sentence.span.end) next++
      if (first === next) continue
      const { passage, persons } = withPersons(
        sentence,
        speakers.slice(first, next),
        text.mentionsOf[index]!,
      )
      const patterns = applicable.find(passage, true)
      if (patterns.length === 0) continue
      const folded = foldPassages(wide, [passage], alphabet, null)
      const matches = patterns.flatMap((own) => matchPattern(own, folded, passage.mentions))
      for (const match of matches.sort(preferPriority)) {
        const person = match.captures.find(({ role }) => role === 'speaker')?.mentions[0]
        const speaker = person === undefined ? undefined : persons.get(person)
        if (speaker !== undefined) statements.push({ match, speaker, sentence })
      }
    }
    return covering(statements, body, sentences)
  }
}

/** A match of an attribution rule: someone says something. */
interface Statement {
  readonly match: RuleMatch
  readonly speaker: Speaker
  readonly sentence: Sentence
}

/** Puts the persons among the mentions of a sentence; one stands over the institution in his title. */
function withPersons(
  { span }: Sentence,
  speakers: readonly Speaker[],
  mentions: readonly Mention[],
): { readonly passage: Passage; readonly persons: ReadonlyMap<Mention, Speaker> } {
  const persons = new Map(speakers.map((speaker) => [personMention(speaker), speaker]))
  const others = mentions.filter(({ span: own }) => {
    const at = bisect(speakers.length, (index) => speakers[index]!.span.end <= own.start)
    return (speakers[at]?.span.start ?? Infinity) >= own.end
  })
  const all = [...others, ...persons.keys()].sort((a, b) => compareSpans(a.span, b.span))
  return { passage: { span, mentions: all }, persons }
}

function personMention({ span, name }: Speaker): Mention {
  const value = { type: 'entity', entity: { id: null, name: name ?? '', candidates: [] } } as const
  const origin = { stage: 'facts', rule: null, entry: null }
  return { kind: 'person', span, value, member: null, origin }
}

interface Covered extends Span {
  readonly statement: Statement
}

/** What the statements cover: quotations before what is left of a sentence, that before a paragraph. */
function covering(
  statements: readonly Statement[],
  body: string,
  sentences: readonly Sentence[],
): Attributions {
  const quotations = quotedBy(statements, quotationsIn(body))
  const levels = [
    quotations,
    disjoint(statements.flatMap((statement) => restOf(statement, 'sentence', sentences, body))),
    disjoint(statements.flatMap((statement) => restOf(statement, 'paragraph', sentences, body))),
  ]
  const find = (place: number): Speaker & { readonly rule: string } => {
    for (const level of levels) {
      const count = bisect(level.length, (index) => level[index]!.start <= place)
      const covered = level[count - 1]
      if (covered !== undefined && place < covered.end)
        return { ...covered.statement.speaker, rule: covered.statement.match.rule.id }
    }
    return NOBODY
  }
  return {
    at(place) {
      const { name, role, organization, rule } = find(place)
      return rule === '' ? null : { speaker: name, role, organization, rule }
    },
    institutionAt: (place) => find(place).institution,
  }
}

const NOBODY = {
  span: { start: 0, end: 0 },
  name: null,
  role: null,
  organization: null,
  institution: null,
  rule: '',
} as const

const NO_ATTRIBUTIONS: Attributions = { at: () => null, institutionAt: () => null }

/** A quotation is its speaker's, and so is one that follows his sentence at once. */
function quotedBy(statements: readonly Statement[], quotations: readonly Span[]): Covered[] {
  const holders = new Map<Span, Statement>()
  const own = statements.filter(({ match }) => coversOf(match) === 'quotation')
  const from = (place: number): number =>
    bisect(quotations.length, (index) => quotations[index]!.end < place)
  for (const statement of own) {
    const { start, end } = statement.match.span
    for (let index = from(start); index < quotations.length; index++) {
      const quotation = quotations[index]!
      if (quotation.start > end + 1) break
      const touches = quotation.end <= end || quotation.start >= start
      if (touches && !holders.has(quotation)) holders.set(quotation, statement)
    }
  }
  for (const statement of own) {
    const { end } = statement.sentence.span
    const next = quotations[from(end + 1)]
    if (next?.start === end && !holders.has(next)) holders.set(next, statement)
  }
  return quotations.flatMap((quotation) => {
    const statement = holders.get(quotation)
    return statement === undefined ? [] : [{ ...quotation, statement }]
  })
}

function restOf(
  statement: Statement,
  reach: 'sentence' | 'paragraph',
  sentences: readonly Sentence[],
  body: string,
): Covered[] {
  const { match, sentence } = statement
  if (coversOf(match) !== reach) return []
  const after = bisect(
    sentences.length,
    (index) => sentences[index]!.paragraph <= sentence.paragraph,
  )
  const last = reach === 'sentence' ? sentence : (sentences[after - 1] ?? sentence)
  const { end } = last.span
  // A label on a line of its own stands over all lines up to the next label.
  const next = match.span.end < end ? -1 : nextLabel(sentences, after, body)
  return [{ start: match.span.end, end: next < 0 ? end : next, statement }]
}

/** Where the next line starts that a label opens, from the sentence at `from` on; the end without one. */
function nextLabel(sentences: readonly Sentence[], from: number, body: string): number {
  for (let index = from; index < sentences.length; index++) {
    const { paragraph, span } = sentences[index]!
    const opens = paragraph !== sentences[index - 1]?.paragraph
    if (opens && LABEL.test(body.slice(span.start, span.start + MAX_LABEL))) return span.start
  }
  return body.length
}

const LABEL = /^[^，,。！？“”\n]+[：:]/
const MAX_LABEL = 30

function coversOf({ rule: { record } }: RuleMatch): string {
  return record.kind === 'attribution' ? record.covers : ''
}

/** One that begins inside another takes the rest of it; of two that begin together the first stays. */
function disjoint(covered: readonly Covered[]): Covered[] {
  const sorted = [...covered]
    .sort((a, b) => a.start - b.start)
    .filter((one, index, all) => one.start !== all[index - 1]?.start)
  return sorted.map((one, index) => ({
    ...one,
    end: Math.min(one.end, sorted[index + 1]?.start ?? one.end),
  }))
}
