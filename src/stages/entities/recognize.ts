import { spanContains, type Span } from '../../core/span.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { RegionMention } from '../../dictionary/regions.js'
import { findCandidates } from './candidates.js'
import type { FoundName } from './found-name.js'
import { identify } from './identify.js'
import type { Identity } from './identity.js'
import { followIntroductions } from './introductions.js'
import type { Lexicon } from './lexicon.js'
import { ArticleMemory } from './memory.js'
import { isSeparated } from './name-parts.js'
import { gatherEvidence, separatePlaces, type ArticlePlaces } from './region-evidence.js'
import { scanScene, type Scene } from './scene.js'

/** The mentions of one entity kind in a body, in text order; each stands inside one sentence. */
export function recognizeEntities(
  text: string,
  sentences: readonly Sentence[],
  article: ArticlePlaces,
  lexicon: Lexicon,
): readonly Mention[] {
  const scene = scanScene(text, lexicon)
  const candidates = findCandidates(scene)
  if (candidates.length === 0) return []
  const firm = candidates.filter(({ isWeak }) => !isWeak)
  const { places, nameplates } = separatePlaces(placesOf(scene), firm)
  const evidence = gatherEvidence(text, lexicon, article, places, nameplates, (at) =>
    sentenceStart(sentences, at),
  )
  const memory = new ArticleMemory(lexicon)
  const reading = { text, lexicon, memory, evidence }
  const identified = candidates.map((candidate) => identify(candidate, reading))
  const found = candidates.flatMap((candidate, at): FoundName[] => {
    const first = identified[at]!
    const identities =
      first.length > 0 && first.every(isSettled) ? first : identify(candidate, reading)
    const { start, end } = candidate
    return identities.map((identity, index) => ({
      span: { start, end },
      identity,
      isBranch: candidate.isBranch,
      member: identities.length > 1 ? index : null,
    }))
  })
  const names = followIntroductions(text, found, lexicon)
  return insideSentences(names, sentences).map((name) => toMention(name, lexicon.kind))
}

/** What stays open at first may be known by a fuller name further on. */
function isSettled({ candidates }: Identity): boolean {
  return candidates.length === 0
}

function toMention({ span, identity, member }: FoundName, kind: string): Mention {
  const { id, name, candidates, rule, entry } = identity
  return {
    kind,
    span,
    value: { type: 'entity', entity: { id, name, candidates } },
    member,
    origin: { stage: 'entities', rule, entry },
  }
}

/** Places that one name stands for, leftmost longest. */
function placesOf(scene: Scene): readonly RegionMention[] {
  const places: RegionMention[] = []
  for (const { start, end, regions } of scene.regions) {
    if (isSeparated(scene, start, end)) continue
    let last = places[places.length - 1]
    while (last !== undefined && last.span.start >= start) {
      places.pop()
      last = places[places.length - 1]
    }
    if (last !== undefined && last.span.end > start) continue
    if (regions.length === 1) places.push({ span: { start, end }, region: regions[0]! })
  }
  return places
}

function insideSentences(
  names: readonly FoundName[],
  sentences: readonly Sentence[],
): readonly FoundName[] {
  let next = 0
  return names.filter(({ span }) => {
    while (next < sentences.length && sentences[next]!.span.end <= span.start) next++
    const sentence = sentences[next]
    return sentence !== undefined && spanContains(sentence.span, span)
  })
}

function sentenceStart(sentences: readonly Sentence[], at: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sentenceSpan(sentences, middle).end <= at) low = middle + 1
    else high = middle
  }
  return sentences[low]?.span.start ?? at
}

function sentenceSpan(sentences: readonly Sentence[], index: number): Span {
  return sentences[index]!.span
}
