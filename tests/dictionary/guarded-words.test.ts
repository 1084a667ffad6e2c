import { describe, expect, it } from 'vitest'
import { guard, GuardedWords } from '../../src/dictionary/guarded-words.js'
import { PhraseTrie } from '../../src/dictionary/phrase-trie.js'

describe('PhraseTrie', () => {
  it('gives the longest phrase that begins or ends at a place', () => {
    const forward = new PhraseTrie(['人', '人次', '次'])
    expect(forward.longest('5人次', 1)).toBe(1)
    expect(forward.longest('5人次', 3)).toBe(-1)
    expect(forward.all('5人次', 1)).toEqual([1, 0])
    const backward = new PhraseTrie(['近', '将近'], 'backward')
    expect(backward.longest('将近5人', 2)).toBe(1)
    expect(backward.longest('近5人', 1)).toBe(0)
    expect(backward.longest('近5人', 0)).toBe(-1)
  })
})

describe('GuardedWords', () => {
  const words = new GuardedWords(
    [...guard(['近', '超过'], 'bound', ['最近']), ...guard(['过'], 'round', ['超过', '通过'])],
    'backward',
  )

  it('lets the longest word decide', () => {
    expect(words.match('将近', 2)).toEqual({ means: 'bound', length: 1 })
    expect(words.match('最近', 2)).toBeNull()
    expect(words.match('通过', 2)).toBeNull()
  })

  it('takes a spelling that is both word and guard for the word', () => {
    expect(words.match('超过', 2)).toEqual({ means: 'bound', length: 2 })
  })
})
