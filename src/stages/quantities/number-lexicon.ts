import type { TaggedWord } from '../../core/segmenter.js'
import { isFinancial, numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import { GuardedWords, guard } from '../../dictionary/guarded-words.js'
import { Exclusions } from './exclusions.js'
import { Modifiers } from './modifiers.js'
import type { ReadingId } from './rule-schema.js'
import type { QuantityRules } from './rules.js'
import type { UnitLexicon } from './units.js'

/** What reading bare numbers looks up, compiled once for a pipeline. */
export interface NumberLexicon {
  readonly units: UnitLexicon
  readonly exclusions: Exclusions
  readonly dozens: GuardedWords<true>
  readonly connectors: GuardedWords<true>
  /** 与 and 和 join two numbers only where one of `between` follows. */
  readonly pairWords: GuardedWords<true>
  readonly between: GuardedWords<true>
  readonly halves: GuardedWords<true>
  /** The words that make a number a bound, those of amounts among them. */
  readonly modifiers: Modifiers
  /** What joins a lower and an upper bound into one number: 大于100并小于300. */
  readonly boundJoints: ReadonlySet<string>
  /** Letters behind digits with the power of ten they stand for: k, M. */
  readonly suffixes: ReadonlyMap<string, number>
  has(reading: ReadingId): boolean
}

/**
 * Of the quantity rules, bare numbers heed the fixed terms, codes and addresses, not what bars an
 * amount for the words around it.
 */
export function compileNumberLexicon(rules: QuantityRules, units: UnitLexicon): NumberLexicon {
  const words = (
    id: ReadingId,
    list: 'words' | 'before' | 'after' = 'words',
  ): GuardedWords<true> => {
    const reading = rules.readings.get(id)
    return new GuardedWords(guard(reading?.[list] ?? [], true, reading?.unless))
  }
  return {
    units,
    exclusions: new Exclusions(
      rules.exclusions.map((rule) =>
        rule.id.startsWith('numbers/') ? rule : { ...rule, before: [], after: [] },
      ),
    ),
    dozens: words('numbers/dozen'),
    connectors: words('numbers/range'),
    pairWords: words('numbers/between'),
    between: words('numbers/between', 'after'),
    halves: words('numbers/half'),
    modifiers: new Modifiers(rules.modifiers),
    boundJoints: new Set(rules.readings.get('numbers/bound')?.words),
    suffixes: new Map(
      Object.entries(rules.readings.get('numbers/suffix')?.signs ?? {}).map(([letter, power]) => [
        letter,
        Number(power),
      ]),
    ),
    has: (id) => rules.readings.has(id),
  }
}

/** The words of a sentence in which a numeral character is no number: 四川, 部队, 统一. */
export class WordMap {
  private readonly ends: Int32Array
  private readonly starts: Int32Array

  constructor(words: readonly TaggedWord[], length: number) {
    this.ends = new Int32Array(length)
    this.starts = new Int32Array(length)
    let at = 0
    for (const { word, tag } of words) {
      const names = !COUNTING_TAGS.has(tag) && word.length > 1
      for (let index = at; names && index < at + word.length; index++) {
        this.starts[index] = at
        this.ends[index] = at + word.length
      }
      at += word.length
    }
  }

  /** True where the characters from `start` to `end` are part of a longer word that counts nothing. */
  holds(start: number, end: number): boolean {
    const wordEnd = this.ends[start] ?? 0
    return wordEnd >= end && wordEnd - (this.starts[start] ?? 0) > end - start
  }
}

/** Numbers, with or without classifier, times, classifiers, and what jieba only guesses at. */
const COUNTING_TAGS: ReadonlySet<string> = new Set(['m', 'mq', 'q', 't', 'x', 'eng'])

/** True where one numeral character of the financial set stands alone among words: 队伍, 大陆, 拾起. */
export function isLoneFinancial(text: string, start: number, end: number): boolean {
  if (end !== start + 1 || !isFinancial(text.charCodeAt(start))) return false
  return isHan(text.charCodeAt(start - 1)) || isHan(text.charCodeAt(end))
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff && numeralClass[unit] === NumeralClass.none
}
