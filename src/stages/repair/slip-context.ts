import { PINYIN_LETTERS } from '../../chinese/readings.js'
import { isSlipMark } from './slip-paths.js'

/** Where pinyin in brackets begins, which stands behind whole characters; the line's end if none does. */
export function firstPinyin(text: string, at: number): number {
  const near = text.slice(at, at + REACH)
  const found = near.search(PINYIN)
  return found < 0 ? text.length : at + found
}

const PINYIN = new RegExp(`[(（][${PINYIN_LETTERS}]{1,8}[)）]`, 'g')
const PINYIN_HERE = new RegExp(`([(（]?)([${PINYIN_LETTERS}]{1,8})[)）]`, 'y')

/** Pinyin in brackets. */
export interface PinyinHere {
  readonly pinyin: string
  /** Offset behind it where a lost byte took the opening bracket with it; else where it begins. */
  readonly end: number
}

/** The pinyin in brackets at `at`, behind a mark also without the first one; null if none stands. */
export function pinyinAt(text: string, at: number): PinyinHere | null {
  PINYIN_HERE.lastIndex = at
  const [whole = '', bracket = '', pinyin] = PINYIN_HERE.exec(text) ?? []
  if (pinyin === undefined) return null
  if (bracket !== '') return { pinyin, end: at }
  return isSlipMark(text.charCodeAt(at - 1)) ? { pinyin, end: at + whole.length } : null
}

/** The words on the same line, pinyin in brackets left out. */
export function contextBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - REACH), at)
  const line = stripPinyin(near.slice(near.lastIndexOf('\n') + 1))
  let start = Math.max(0, line.length - CONTEXT)
  while (start < line.length && isSlipMark(line.charCodeAt(start))) start++
  return line.slice(start)
}

/** The words behind `at` on the same line, likewise. */
export function contextAfter(text: string, at: number): string {
  const near = text.slice(at, at + REACH)
  const lineEnd = near.indexOf('\n')
  return stripPinyin(lineEnd < 0 ? near : near.slice(0, lineEnd)).slice(0, CONTEXT)
}

const REACH = 48
const CONTEXT = 8

/** The text without pinyin in brackets. */
export function stripPinyin(text: string): string {
  return text.replace(PINYIN, '')
}
