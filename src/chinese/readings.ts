import { pinyin, polyphonic } from 'pinyin-pro'

/** The library whose dictionary says how characters are read; this is the one file that knows it. */
export const PINYIN_LIBRARY = 'pinyin-pro 3.29.4'

/** Says whether pinyin is a reading of a Hanzi. */
export type IsReading = (hanzi: string, pinyin: string) => boolean

/**
 * `simplifiedForms` lets a traditional character have the readings of its simplified form. Pinyin
 * is compared without regard to case and to how tone marks are encoded; without a tone mark it is
 * the neutral tone, so `們(men)` counts where 中(zhong) does not. `isReading('區', 'qū') // true`
 */
export function compileReadings(simplifiedForms: ReadonlyMap<string, string>): IsReading {
  return (hanzi, pinyin) => {
    const wanted = normalizePinyin(pinyin)
    return [hanzi, simplifiedForms.get(hanzi) ?? hanzi].some((character) =>
      readingsOf(character).some((reading) => reading === wanted || isNeutral(reading, wanted)),
    )
  }
}

/** True for pinyin with a tone mark: `hasTone('shè') // true`. */
export function hasTone(pinyin: string): boolean {
  return /[\u0300\u0301\u0304\u030c]/.test(pinyin.normalize('NFD'))
}

/** A word in pinyin without tones, other characters left as they are: `romanize('蚌埠') // 'bengbu'` */
export function romanize(word: string): string {
  return pinyin(word, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase()
}

/** The letters of pinyin, tone marks written into the letter or behind it; for a regular expression. */
export const PINYIN_LETTERS = 'a-zA-Zɑɡüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u0308\u030c'

function readingsOf(character: string): readonly string[] {
  return polyphonic(character, { type: 'array' }).flat().map(normalizePinyin)
}

function normalizePinyin(pinyin: string): string {
  return pinyin.toLowerCase().replaceAll('ɑ', 'a').replaceAll('ɡ', 'g').normalize('NFC')
}

/** Particles and suffixes read without a tone, whatever the dictionary's tone for them is. */
function isNeutral(reading: string, pinyin: string): boolean {
  return NEUTRAL.has(pinyin) && reading.normalize('NFD').replace(/[\u0300-\u036f]/g, '') === pinyin
}

const NEUTRAL = new Set(['men', 'zhe', 'le', 'de', 'ma', 'me', 'ne', 'ba', 'er', 'zi', 'tou', 'ge'])
