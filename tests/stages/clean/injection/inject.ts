import { readFileSync } from 'node:fs'
import { createJieba } from '../../../../src/stages/segment/jieba.js'

/** Where in a sentence a phrase is put. */
export const PLACES = ['between-words', 'in-word', 'in-number', 'in-name', 'at-edge'] as const
export type Place = (typeof PLACES)[number]

/** A phrase to inject; `group` says how much of it the dictionaries know. */
export interface Phrase {
  readonly group: string
  readonly text: string
}

/** A page with injected phrases, and the text as it was before. */
export interface InjectedPage {
  readonly clean: string
  readonly foul: string
  /** In offsets of the foul text. */
  readonly injected: readonly { readonly start: number; readonly end: number }[]
  readonly group: string
  readonly place: Place
}

const FOLDER = 'tests/stages/clean/injection'
const SENTENCES_A_PAGE = 8
const segmenter = createJieba()

export const SENTENCES = readLines('sentences.txt')
export const TOPICS = readLines('topics.txt')
export const PHRASES: readonly Phrase[] = readLines('phrases.tsv').map((line) => {
  const [group = '', text = ''] = line.split('\t')
  return { group, text }
})

/**
 * Pages of eight sentences with `count` injections each, every phrase at every kind of place. The
 * same seed gives the same pages.
 */
export function injectedPages(seed: number, count: number): InjectedPage[] {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const pages: InjectedPage[] = []
  for (const phrase of PHRASES)
    for (const place of PLACES) {
      const able = SENTENCES.filter((sentence) => offsetsOf(sentence, place).length > 0)
      const others = PHRASES.filter(({ group }) => group === phrase.group)
      const first = pick(able)
      const sentences = [first]
      while (sentences.length < SENTENCES_A_PAGE) {
        const next = pick(sentences.length < count ? able : SENTENCES)
        if (!sentences.includes(next)) sentences.push(next)
      }
      let foul = ''
      const injected = sentences.flatMap((sentence, index) => {
        if (index > 0) foul += index % 2 === 0 ? '\n' : ''
        if (index >= count) {
          foul += sentence
          return []
        }
        const words = index === 0 ? phrase.text : pick(others).text
        const at = pick(offsetsOf(sentence, place))
        const start = foul.length + at
        foul += sentence.slice(0, at) + words + sentence.slice(at)
        return [{ start, end: start + words.length }]
      })
      const clean = sentences.reduce(
        (text, sentence, index) => text + (index > 0 && index % 2 === 0 ? '\n' : '') + sentence,
      )
      pages.push({ clean, foul, injected, group: phrase.group, place })
    }
  return pages
}

/** The offsets in a sentence at which a phrase stands at such a place. */
function offsetsOf(sentence: string, place: Place): number[] {
  const found: number[] = []
  let at = 0
  for (const { word, tag } of segmenter.tag(sentence)) {
    const isNumber = /^[0-9.]+$/.test(word)
    const isWord = /^\p{Script=Han}{2,}$/u.test(word)
    const isName = isWord && NAME.test(word) && (tag === 'nr' || tag === 'x')
    if (place === 'between-words' && at > 0 && /^\p{Script=Han}/u.test(word)) {
      if (/\p{Script=Han}/u.test(sentence.charAt(at - 1))) found.push(at)
    } else if (place === 'in-number' && isNumber && word.length > 1) found.push(at + 1)
    else if (place === 'in-number' && isNumber) found.push(at + word.length)
    else if (place === 'in-name' && isName) found.push(at + 1)
    else if (place === 'in-word' && isWord && !isName && tag !== 'x' && tag !== 'm')
      found.push(at + Math.floor(word.length / 2))
    at += word.length
  }
  return place === 'at-edge' ? [0, sentence.length - 1, sentence.length] : found
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function readLines(name: string): string[] {
  return readFileSync(`${FOLDER}/${name}`, 'utf8').trimEnd().split('\n')
}

const NAME = /^[王李张刘陈杨赵黄周吴韦孙田冯徐]/
