import type { WordJudge } from './word-judge.js'

/** Characters that could stand in a place, and the words around with them in it. */
interface Option {
  readonly characters: string
  readonly sentence: string
}

/** The option whose sentence is the least strange; null where another's is about as good. */
export function leastStrange<T extends Option>(
  options: readonly T[],
  judge: WordJudge,
  margin: number,
): T | null {
  const strangeness = judge.strangeness(options.map(({ sentence }) => sentence))
  let best = -1
  let least = Infinity
  let second = Infinity
  for (const [index, { characters }] of options.entries()) {
    const of = strangeness[index]!
    const isOther = characters !== options[best]?.characters
    if (of < least) {
      if (best >= 0 && isOther) second = least
      best = index
      least = of
    } else if (isOther) second = Math.min(second, of)
  }
  return best >= 0 && second - least >= margin ? options[best]! : null
}
