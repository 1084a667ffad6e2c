import type { Span } from '../core/span.js'

/** What a wrong fact stands on, in words of the body. */
export interface WrongMatch {
  /** What the rule matched, and what stands right before and behind it in the sentence. */
  readonly words: string
  readonly before: string
  readonly after: string
  /** The unit of its quantity; null where it has none. */
  readonly unit: string | null
}

/** A narrower form of a pattern, and what was done to it. */
export interface NarrowPattern {
  readonly pattern: string
  readonly change: string
}

/**
 * Narrower forms of a pattern by what wrong matches stand on: without a word of a list or an optional
 * part that they have, without their unit, not beside a word that stands beside them, with a stated
 * subject of `subjectKind`. Whether they are any good is for the caller to try.
 */
export function narrowPattern(
  pattern: string,
  wrong: readonly WrongMatch[],
  subjectKind: string | null,
): readonly NarrowPattern[] {
  const groups = readGroups(pattern)
  const isUsed = (word: string): boolean =>
    PLAIN.test(word) && wrong.some(({ words }) => words.includes(word))
  return [
    ...groups.flatMap((group) => withoutOptions(pattern, group, isUsed)),
    ...withoutUnits(pattern, wrong),
    ...neighbours(wrong.map(({ before }) => [...before].reverse().join(''))).map((reversed) => {
      const word = [...reversed].reverse().join('')
      return { pattern: `!(${word}) ${pattern}`, change: `not behind ${word}` }
    }),
    ...neighbours(wrong.map(({ after }) => after)).map((word) => {
      return { pattern: `${pattern} !(${word})`, change: `not before ${word}` }
    }),
    ...(subjectKind === null || /[{^]\s*(subject\b)?/.exec(pattern)?.[1] || pattern.includes('^')
      ? []
      : [{ pattern: `{subject: ${subjectKind}} … ${pattern}`, change: 'with a stated subject' }]),
  ]
}

/** A list of alternatives in a pattern: in brackets, or the words of a slot. */
interface Group {
  readonly whole: Span
  readonly options: readonly Span[]
  readonly isOptional: boolean
}

const PLAIN = /^[\p{L}\p{N}]+$/u

/** The lists written in the pattern itself; phrases stand for themselves. */
function readGroups(pattern: string): readonly Group[] {
  const groups: Group[] = []
  const open: { start: number; inner: number; bars: number[]; isList: boolean }[] = []
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at)
    if (character === '\\') at++
    else if (character === '(')
      open.push({ start: at, inner: at + 1, bars: [], isList: pattern.charAt(at - 1) !== '!' })
    else if (character === '{' || character === '<') {
      const head = SLOT_HEAD.exec(pattern.slice(at))?.[0] ?? character
      // What a slot must not have grows narrower by more words, not by fewer.
      const isList = character === '{' && pattern.charAt(at + head.length) !== '!'
      open.push({ start: at, inner: at + head.length, bars: [], isList })
    } else if (character === '|') open.at(-1)?.bars.push(at)
    else if (character === ')' || character === '}' || character === '>') {
      const group = open.pop()
      if (group?.isList === true) groups.push(toGroup(pattern, group, at))
    }
  }
  return groups
}

/** `{quantity: `, `{metric: ` */
const SLOT_HEAD = /^\{[a-z-]+\s*:\s*/

function toGroup(
  pattern: string,
  { start, inner, bars }: { start: number; inner: number; bars: readonly number[] },
  end: number,
): Group {
  const edges = [inner - 1, ...bars, end]
  const options = edges
    .slice(1)
    .map((edge, index) => ({ start: (edges[index] ?? 0) + 1, end: edge }))
  return {
    whole: { start, end: end + 1 },
    options,
    isOptional: /^\s*\?/.test(pattern.slice(end + 1)),
  }
}

function withoutOptions(
  pattern: string,
  { whole, options, isOptional }: Group,
  isUsed: (word: string) => boolean,
): NarrowPattern[] {
  const words = options.map(({ start, end }) => pattern.slice(start, end).trim())
  if (words.length === 1)
    return isOptional && isUsed(words[0] ?? '')
      ? [
          {
            pattern: `${pattern.slice(0, whole.start)}${pattern.slice(whole.end).replace(/^\s*\?\s*/, '')}`,
            change: `without (${words[0] ?? ''})?`,
          },
        ]
      : []
  const [from, to] = [options[0]?.start ?? 0, options.at(-1)?.end ?? 0]
  return words.flatMap((word, index) => {
    if (!isUsed(word)) return []
    const rest = options.filter((_, other) => other !== index)
    const kept = rest.map(({ start, end }) => pattern.slice(start, end)).join('|')
    const lead = /^\s*/.exec(pattern.slice(from))?.[0] ?? ''
    return [
      {
        pattern: `${pattern.slice(0, from)}${lead}${kept.trimStart()}${pattern.slice(to)}`,
        change: `without ${word}`,
      },
    ]
  })
}

/** `{quantity}` and `{quantity: !岁}` without the units of wrong facts. */
function withoutUnits(pattern: string, wrong: readonly WrongMatch[]): NarrowPattern[] {
  const units = [...new Set(wrong.flatMap(({ unit }) => (unit === null ? [] : [unit])))]
  return units.flatMap((unit) => {
    const narrow = pattern
      .replaceAll(/\{quantity\s*\}/g, `{quantity: !${unit}}`)
      .replaceAll(/\{quantity\s*:\s*!([^{}!]*?)\s*\}/g, (whole, list: string) =>
        list === unit ? whole : `{quantity: !${list}|${unit}}`,
      )
    return narrow === pattern ? [] : [{ pattern: narrow, change: `not in ${unit}` }]
  })
}

/** The first one to three characters of each, up to what is no character of a word. */
function neighbours(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => {
    const run = /^\p{Script=Han}+/u.exec(text)?.[0] ?? ''
    return [1, 2, 3].filter((length) => length <= run.length).map((length) => run.slice(0, length))
  })
  return [...new Set(words)]
}
