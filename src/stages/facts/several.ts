import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { ClauseReader } from './clauses.js'
import type { DocumentContext } from './document-context.js'
import type { Pointer } from './pointers.js'
import type { Several, Subject } from './sentence-subjects.js'

/** A sentence with the institutions that it names. */
export interface SentenceNames {
  readonly sentence: Sentence
  readonly mentions: readonly Mention[]
  readonly clauses: ClauseReader
}

/** 两院, 市一、二、三院, the last of 甲、乙, and 我院 where nobody knows which: they hide the subject before. */
export function severalIn(
  context: DocumentContext,
  { sentence, mentions, clauses }: SentenceNames,
  known: readonly Subject[],
): Several[] {
  const resolved = new Set(known.map(({ span }) => span.start))
  const places = context.regionsIn(sentence).filter((place) => clauses.reports(place.span))
  const isReporting = ({ start }: Span): boolean => {
    const last = places[bisect(places.length, (index) => places[index]!.span.start <= start) - 1]
    return last !== undefined && start - last.span.end < MAX_BODY_NAME
  }
  const spans = [
    ...mentions.flatMap(({ member, span, value }) =>
      member === 0 ||
      (value.type === 'entity' &&
        (clauses.isListed(span) || clauses.isJoint(span) || clauses.isBranch(span)))
        ? [span]
        : [],
    ),
    ...context
      .pointersIn(sentence)
      .flatMap(({ span, kind }) =>
        kind === 'several' ||
        (kind === 'branch' && clauses.isNamedByPlace(span)) ||
        (kind === 'helping' && !resolved.has(span.start) && clauses.helpsSomeone(span)) ||
        (kind === 'authority' &&
          !clauses.isCovered(span) &&
          !isReporting(span) &&
          clauses.opensAsActor(span)) ||
        (HIDING.includes(kind) && !resolved.has(span.start) && !clauses.isCovered(span))
          ? [span]
          : [],
      ),
  ]
  return spans.flatMap((span) =>
    clauses.isObject(span) && !clauses.isJoint(span) ? [] : [{ party: null, span }],
  )
}

/** Those that stand for someone, and hide others where it is not known for whom. */
const HIDING: readonly Pointer['kind'][] = [
  'pronoun',
  'personal',
  'anaphor',
  'former',
  'latter',
  'stranger',
]
const MAX_BODY_NAME = 8
