import { readConversionTable, type TableName } from '../../chinese/opencc.js'
import type { Span } from '../../core/span.js'
import type { OwnWord } from './convert.js'

/** Chooses the conversion table for the traditional stretches of a page. */
export type ChooseTable = (text: string, traditional: readonly Span[]) => TableName

/**
 * By how the page writes: where 着 is written, 著 is only the 著 of 著作, and Hong Kong's table or
 * OpenCC's own leaves it alone; where it is not, 著 is both, as in Taiwan and on mainland pages put
 * into traditional characters by machine, and Taiwan's table tells the two apart.
 */
export function compileChooser(words: readonly OwnWord[]): ChooseTable {
  const written = writtenContexts(words)
  return (text, traditional) => {
    let particle = 0
    let ambiguous = 0
    let writing = 0
    let taiwan = 0
    let hongKong = 0
    for (const { start, end } of traditional)
      for (let at = start; at < end; at++) {
        const sign = SIGNS[text.charCodeAt(at)]
        if (sign === Sign.none) continue
        if (sign === Sign.particle) particle++
        else if (sign === Sign.taiwan) taiwan++
        else if (sign === Sign.hongKong) hongKong++
        else if (!written.has(text.slice(at - 1, at + 1)) && !written.has(text.slice(at, at + 2)))
          ambiguous++
        else writing++
      }
    if (ambiguous > particle) return 'tw2s'
    if (hongKong > taiwan) return 'hk2s'
    return particle === 0 && writing + taiwan > 0 ? 'tw2s' : 't2s'
  }
}

const Sign = { none: 0, particle: 1, ambiguous: 2, taiwan: 3, hongKong: 4 } as const

const SIGNS = new Uint8Array(65536)
SIGNS['着'.charCodeAt(0)] = Sign.particle
SIGNS['著'.charCodeAt(0)] = Sign.ambiguous
/** Forms that one region's norm has and OpenCC's own standard has not. */
for (const character of '裡汙') SIGNS[character.charCodeAt(0)] = Sign.taiwan
for (const character of '衞綫説鋭閲醖鈎粧') SIGNS[character.charCodeAt(0)] = Sign.hongKong

/** 著 with the character before or behind it, where the two stand for writing: 著名, 名著. */
function writtenContexts(words: readonly OwnWord[]): Set<string> {
  const contexts = new Set<string>()
  const phrases = readConversionTable('tw2s').steps.flatMap((step) => [...step])
  for (const [from, to] of [...phrases, ...words.map((word) => [word.from, word.to] as const)]) {
    const at = from.indexOf('著')
    if (at < 0 || from.length < 2 || to[at] !== '著') continue
    contexts.add(at === 0 ? from.slice(0, 2) : from.slice(at - 1, at + 1))
  }
  return contexts
}
