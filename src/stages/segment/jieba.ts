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
  return {
    get identity(): string {
      return (identity ??= readIdentity())
    },
    cut: (text) => (text === '' ? [] : restore(text, jieba.cut(text, true))),
    tag: (text) => {
      if (text === '') return []
      const tagged = jieba.tag(text)
      const words = restore(
        text,
        tagged.map(({ word }) => word),
      )
      return words.map((word, index): TaggedWord => ({ word, tag: tagged[index]?.tag ?? 'x' }))
    },
  }
}

/** `nodejieba@3.5.8 dict:1f0c… hmm:…`: the version, and the content of what decides its answers. */
function readIdentity(): string {
  const require = createRequire(import.meta.url)
  const manifest: unknown = require('nodejieba/package.json')
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : 'unknown'
  const hashes = ['jieba.dict', 'hmm_model', 'user.dict'].map((name) => {
    const path = require.resolve(`nodejieba/submodules/cppjieba/dict/${name}.utf8`)
    return sha256(readFileSync(path)).slice(0, 12)
  })
  return `nodejieba@${version} ${hashes.join(' ')}`
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
