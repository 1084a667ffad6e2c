import { romanize } from '../chinese/readings.js'
import type { Segmenter } from '../core/segmenter.js'

/**
 * A readable id for a new entry that no other has: its words in pinyin.
 * `蚌埠市第三人民医院 // 'bengbushi-di-san-renmin-yiyuan'`
 */
export function entryId(
  name: string,
  segmenter: Segmenter,
  isTaken: (id: string) => boolean,
): string {
  const words = segmenter.cut(name).map((word) => romanize(word).replace(/[^a-z0-9]+/g, ''))
  const id = words.filter(Boolean).join('-') || 'entry'
  let chosen = id
  for (let number = 2; isTaken(chosen); number++) chosen = `${id}-${number}`
  return chosen
}
