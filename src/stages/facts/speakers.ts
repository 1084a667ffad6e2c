import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Segmenter } from '../../core/segmenter.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import { personNameAt } from '../../chinese/person-names.js'
import type { Cues } from './cues.js'
import { chunkFinder, nameEnds, type SpeakerChunk } from './speaker-chunks.js'

/** Someone who may speak, and what is known of him. */
export interface Speaker {
  readonly span: Span
  readonly name: string | null
  readonly role: string | null
  /** The institution by its canonical name, another body as written; null if not told. */
  readonly organization: string | null
  /** The mention of it; null for a body that is none. */
  readonly institution: Mention | null
}

/** What finding the speakers of a document needs of it; `focus` is whom the article is about. */
export interface SpokenText {
  readonly body: string
  readonly sentences: readonly Sentence[]
  readonly entities: readonly Mention[]
  readonly focus: Mention | null
}

/**
 * Prepares finding the persons of a document that may speak, in text order, disjoint: those told of
 * by a title, names known from elsewhere in the article, 王女士, and 他 for the one named last.
 */
export function speakerFinder(
  cues: Cues['speaker'],
  pointing: Cues['subject'],
  segmenter: Segmenter,
): (text: SpokenText) => readonly Speaker[] {
  const endsName = nameEnds(cues)
  const findChunks = chunkFinder(cues, endsName)
  const pointers = [...pointing.demonstratives, ...pointing.pronouns, ...pointing.roleNouns]
  return (text) => {
    const { body, entities } = text
    const isSure = nameJudge(segmenter)
    const titled = findChunks(body, entities).map((chunk) => speakerOf(chunk, text))
    const known = new Map<string, Speaker>()
    for (const speaker of titled) {
      const { name } = speaker
      const former = name === null ? undefined : known.get(name)
      if (name !== null && (former?.organization ?? null) === null) known.set(name, speaker)
    }
    const speakers: Speaker[] = []
    const candidates = [...titled, ...barePlaces(body).flatMap(bareAt)].sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    )
    for (const candidate of candidates) {
      const last = speakers.at(-1)
      if (last !== undefined && candidate.span.start < last.span.end) continue
      if (candidate.name !== null && cues.pronouns.includes(candidate.name)) {
        if (last !== undefined && isNear(last.span, candidate.span, text.sentences))
          speakers.push({ ...last, span: candidate.span })
      } else speakers.push(completed(candidate, known))
    }
    return speakers

    function bareAt(at: number): Speaker[] {
      const pronoun = cues.pronouns.find((word) => body.startsWith(word, at))
      if (pronoun !== undefined)
        return endsName(body, at + pronoun.length) ? [unknownSpeaker(at, pronoun)] : []
      for (let length = MAX_NAME; length >= MIN_NAME; length--) {
        const name = body.slice(at, at + length)
        if (known.has(name)) return [unknownSpeaker(at, name)]
      }
      const length = personNameAt(body, at, (end) => endsName(body, end))
      const name = body.slice(at, at + length)
      return length > 0 && isSure(name) ? [unknownSpeaker(at, name)] : []
    }
  }

  function speakerOf(chunk: SpeakerChunk, text: SpokenText): Speaker {
    const { span, name, role } = chunk
    const institution = chunk.institution ?? institutionOf(chunk, text)
    const organization = chunk.body ?? (institution === null ? null : nameOf(institution))
    return { span, name, role, organization, institution: chunk.body === null ? institution : null }
  }

  /** 该院负责人 is one of the institution named last, 院长 one of that the article is about. */
  function institutionOf(
    { body, before, role, span }: SpeakerChunk,
    { entities, focus }: SpokenText,
  ): Mention | null {
    if (body !== null) return null
    if (pointers.some((word) => before.endsWith(word))) {
      const count = bisect(entities.length, (index) => entities[index]!.span.end <= span.start)
      return entities[count - 1] ?? focus
    }
    return before === '' && cues.heads.includes(role) ? focus : null
  }
}

const MIN_NAME = 2
const MAX_NAME = 4

/** Where a clause or a quotation ends, so that a name alone may stand there. */
function barePlaces(body: string): number[] {
  return [...body.matchAll(/(?:[”，,。；;！？!?\n]|^)[ \u3000]*据?(?=[\u4e00-\u9fff])/g)].map(
    (found) => found.index + found[0].length,
  )
}

/** A name that no title comes with must be one to the segmenter too: 方案 is none. */
function nameJudge(segmenter: Segmenter): (name: string) => boolean {
  const judged = new Map<string, boolean>()
  return (name) => {
    const known = judged.get(name)
    if (known !== undefined) return known
    const words = segmenter.tag(name)
    const isName = words.length === 1 && words[0]!.tag === 'nr'
    judged.set(name, isName)
    return isName
  }
}

function unknownSpeaker(start: number, name: string): Speaker {
  const span = { start, end: start + name.length }
  return { span, name, role: null, organization: null, institution: null }
}

/** With what the article tells of the same name elsewhere. */
function completed(speaker: Speaker, known: ReadonlyMap<string, Speaker>): Speaker {
  const other = speaker.name === null ? undefined : known.get(speaker.name)
  if (other === undefined || speaker.organization !== null) return speaker
  const { organization, institution } = other
  return { ...speaker, role: speaker.role ?? other.role, organization, institution }
}

/** True where no sentence stands between the two. */
function isNear(earlier: Span, later: Span, sentences: readonly Sentence[]): boolean {
  const indexAt = (at: number): number =>
    bisect(sentences.length, (index) => sentences[index]!.span.start <= at) - 1
  return indexAt(later.start) - indexAt(earlier.start) <= 1
}

function nameOf({ value }: Mention): string | null {
  return value.type === 'entity' ? value.entity.name : null
}
