import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import jieba from 'nodejieba'
import { sha256 } from '../../core/fingerprint.js'
import type { Segmenter, TaggedWord } from '../../core/segmenter.js'

/**
 * nodejieba with the dictionaries it ships. Its data (some 250 MB a thread) is loaded at the first
 * word asked for, so making one costs nothing; `identity` reads the dictionary files but loads none.
 */
export function createJieba(): Segmenter {
  let identity: string | null = null
  let frequencies: ReadonlyMap<string, number> | null = null
  const tags = new Map<string, string>()
  const tag = (text: string): readonly TaggedWord[] =>
    cutText(text).map((word) => ({ word, tag: tagOf(word, tags) }))
  return {
    get identity(): string {
      return (identity ??= readIdentity())
    },
    cut: cutText,
    tag,
    tagAll: (texts) => tagLines(texts, tag),
    frequency: (word) => (frequencies ??= readFrequencies()).get(word) ?? 0,
  }
}

function cutText(text: string): readonly string[] {
  return text === '' ? [] : restore(text, jieba.cut(text, true))
}

/**
 * What jieba says of the word on its own; `x` for one that it would cut further or does not know. A
 * tag does not depend on neighbours, and a look-up costs as much as cutting a line: `tags` keeps them.
 */
function tagOf(word: string, tags: Map<string, string>): string {
  const known = tags.get(word)
  if (known !== undefined) return known
  const tagged = jieba.tag(word)
  const tag = tagged.length === 1 ? (tagged[0]?.tag ?? 'x') : 'x'
  if (tags.size >= MAX_TAGS) tags.clear()
  tags.set(word, tag)
  return tag
}

const MAX_TAGS = 500_000

/**
 * A call into jieba costs as much as cutting forty characters, so many texts go in one, a line each:
 * a line break is a word of its own to jieba and never joins what stands beside it.
 */
function tagLines(
  texts: readonly string[],
  tag: Segmenter['tag'],
): readonly (readonly TaggedWord[])[] {
  if (texts.some((text) => text === '' || text.includes('\n'))) return texts.map(tag)
  const rows: TaggedWord[][] = texts.map(() => [])
  let row = 0
  for (const tagged of tag(texts.join('\n')))
    if (tagged.word === '\n') row++
    else rows[row]?.push(tagged)
  return rows
}

/** `nodejieba@3.5.8 dict:1f0c… hmm:…`: the version, and the content of what decides its answers. */
function readIdentity(): string {
  const require = createRequire(import.meta.url)
  const manifest: unknown = require('nodejieba/package.json')
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : 'unknown'
  const hashes = ['jieba.dict', 'hmm_model', 'user.dict'].map((name) =>
    sha256(readData(name)).slice(0, 12),
  )
  return `nodejieba@${version} ${hashes.join(' ')}`
}

/** jieba itself does not give them: a line of its dictionary is `专科 1034 n`. */
function readFrequencies(): ReadonlyMap<string, number> {
  const text = readData('jieba.dict').toString('utf8')
  const frequencies = new Map<string, number>()
  for (let start = 0; start < text.length;) {
    const wordEnd = text.indexOf(' ', start)
    const numberEnd = text.indexOf(' ', wordEnd + 1)
    if (wordEnd < 0 || numberEnd < 0) break
    frequencies.set(text.slice(start, wordEnd), Number(text.slice(wordEnd + 1, numberEnd)))
    const lineEnd = text.indexOf('\n', numberEnd)
    start = lineEnd < 0 ? text.length : lineEnd + 1
  }
  return frequencies
}

function readData(name: string): Buffer {
  const { resolve } = createRequire(import.meta.url)
  return readFileSync(resolve(`nodejieba/submodules/cppjieba/dict/${name}.utf8`))
}

/**
 * The words as slices of `text`. jieba passes text through UTF-8, where a lone surrogate cannot
 * live and comes back as U+FFFD (as long, so only the slice tells them apart).
 */
function restore(text: string, words: readonly string[]): readonly string[] {
  if (!LONE_SURROGATE.test(text)) return words
  let at = 0
  return words.map((word) => text.slice(at, (at += word.length)))
}

const LONE_SURROGATE = /\p{Surrogate}/u
