import { buildCharset, type Charset } from '../../chinese/charsets.js'
import { readSimplifiedForms } from '../../chinese/opencc.js'
import { compileReadings } from '../../chinese/readings.js'
import { buildScriptClasses, SCRIPT_CLASS } from '../../chinese/scripts.js'
import { type Edit, replaceSpan } from '../../core/edit.js'
import type { Repairer } from './repairer.js'
import {
  charactersBeginning,
  charactersEnding,
  type Restoration,
  restoreSlip,
  type SlipEvidence,
  type SlipLimits,
} from './slip-choice.js'
import { contextAfter, contextBefore } from './slip-context.js'
import type { WordJudge } from './word-judge.js'

/**
 * Restores what follows a lost byte of a two-byte charset up to where bytes pair again, and the
 * character that lost it: `??平ㄔO(shè) // 專科建設(shè)`. The pinyin that a converter left agrees, the words
 * of the dictionary decide, and where they leave a choice nothing is done.
 */
export function compileByteSlip(
  judge: WordJudge,
  limits: SlipLimits & { readonly most: number },
): Repairer {
  const charsets = [buildCharset('gbk'), buildCharset('big5')]
  const [gbk] = charsets
  const isReading = compileReadings(readSimplifiedForms())
  const classes = buildScriptClasses()
  return {
    propose(text) {
      const restored: Restoration[] = []
      const mute: number[] = []
      let judged = 0
      let evidence: SlipEvidence | null = null
      for (const { index } of text.matchAll(SLIP)) {
        if (index < (restored.at(-1)?.end ?? 0)) continue
        if (++judged > limits.most) break
        evidence ??= { judge, isReading, limits, isWritable: scriptOf(text, classes) }
        const restoration = restoreAt(text, index, charsets, evidence)
        if (restoration !== null) restored.push(restoration)
        else if (MUTE.test(text.slice(index, index + 4))) mute.push(index)
      }
      if (restored.length === 0) return []
      const again = restoreMute(text, mute, restored, gbk!, judge)
      return [
        ...restored.map((restoration) => toEdit(restoration, 'repair/byte-slip')),
        ...again,
      ].sort((a, b) => a.start - b.start)
    },
  }
}

/** One to three marks in a row, the first of them perhaps with a sign behind it; more are no slip. */
const SLIP =
  /(?<![?\ufffd])[?\ufffd](?![?\ufffd]{3})(?=[?？!！:：;；,，(（)）\ufffd]?[^\u0000-\u00a0\u2000-\u303f\uff00-\uffef]|[?？]\?)/g

/** Of two characters only marks are left: the first one's lost byte, the sign, the second one's. */
const MUTE = /^[?\ufffd][?？][?\ufffd](?![?\ufffd])/

function restoreAt(
  text: string,
  at: number,
  charsets: readonly Charset[],
  evidence: SlipEvidence,
): Restoration | null {
  for (const charset of charsets) {
    const restoration = restoreSlip(text, at, charset, evidence)
    if (restoration !== null) return restoration
  }
  return null
}

/**
 * Where only marks are left, `???` for 專科, the page must have the word elsewhere, whole or
 * restored, and no other that could have left the same marks.
 */
function restoreMute(
  text: string,
  places: readonly number[],
  restored: readonly Restoration[],
  charset: Charset,
  judge: WordJudge,
): Edit[] {
  if (places.length === 0) return []
  const firsts = new Set(charactersEnding(charset, SIGN >> 8))
  const seconds = new Set(charactersBeginning(charset, SIGN & 0xff))
  const words = new Set<string>()
  const collect = (from: string): void => {
    for (let at = 1; at < from.length; at++)
      if (firsts.has(from.charAt(at - 1)) && seconds.has(from.charAt(at)))
        words.add(from.slice(at - 1, at + 1))
  }
  collect(text)
  for (const { characters } of restored) collect(characters)
  const known = [...words].filter((word) => judge.isWord(word))
  const [only] = known
  if (only === undefined || known.length > 1) return []
  return places
    .filter((at) => /\p{Script=Han}$/u.test(contextBefore(text, at)))
    .filter((at) => !/^[?\ufffd]/.test(contextAfter(text, at + 3)))
    .map((at) => toEdit({ start: at, end: at + 3, characters: only }, 'repair/byte-slip-repeated'))
}

/** A page of one script does not hold characters that only the other one has. */
function scriptOf(text: string, classes: Uint8Array): (character: string) => boolean {
  const counts = [0, 0, 0, 0, 0]
  for (let at = 0; at < text.length; at++) counts[classes[text.charCodeAt(at)]!]!++
  const traditional = counts[SCRIPT_CLASS.traditional]!
  const simplified = counts[SCRIPT_CLASS.simplified]!
  const sum = traditional + simplified
  const isRare = (count: number): boolean => sum >= LEAST && count * MOSTLY < sum
  const foreign = isRare(simplified)
    ? SCRIPT_CLASS.simplified
    : isRare(traditional)
      ? SCRIPT_CLASS.traditional
      : null
  return (character) => classes[character.charCodeAt(0)] !== foreign
}

/** Slips themselves make characters of the other script. */
const MOSTLY = 5
/** Fewer characters of either script say nothing of the page. */
const LEAST = 20

/** ？ in GBK. */
const SIGN = 0xa3bf

function toEdit({ start, end, characters }: Restoration, rule: string): Edit {
  return replaceSpan({ start, end }, characters, { stage: 'repair', rule, entry: null })
}
