import { describe, expect, it } from 'vitest'
import { addPhrase } from '../../src/dictionary/add-phrase.js'
import { phraseFileSchema } from '../../src/dictionary/phrase-lists.js'
import { parseYaml } from '../../src/dictionary/yaml.js'

const HEAD = {
  id: 'test/lines',
  kind: 'navigation',
  role: 'line',
  why: 'a list: of lines',
} as const

const FILE = `# what the file is for
lists:
  - id: test/lines # the lines
    kind: navigation
    role: line
    why:   spaced   oddly
    phrases:
      - 丁 # last of the first
      # about the next one
      - 里

  - id: test/more
    kind: navigation
    role: line
    why: others
    phrases: [甲,  "丙"]   # unsorted
`

function add(phrase: string, head: typeof HEAD | { id: string } = HEAD, text = FILE): string {
  return addPhrase({ path: 'a.yaml', text }, { ...HEAD, ...head }, phrase)
}

function phrasesOf(text: string): readonly (readonly string[])[] {
  const { value } = parseYaml({ path: 'a.yaml', text }, phraseFileSchema)
  return value.lists.map(({ phrases }) => phrases)
}

describe('addPhrase', () => {
  it('puts a phrase into its place and changes nothing else', () => {
    expect(add('乙')).toBe(FILE.replace('      # about', '      - 乙\n      # about'))
    expect(add('一')).toBe(FILE.replace('      - 丁', '      - 一\n      - 丁'))
    expect(add('金')).toBe(FILE.replace('      - 里\n', '      - 里\n      - 金\n'))
  })

  it('adds to the end of a list that is not sorted, between brackets too', () => {
    expect(add('乙', { id: 'test/more' })).toBe(FILE.replace('"丙"]', '"丙", 乙]'))
  })

  it('quotes what YAML would read otherwise', () => {
    for (const phrase of [
      '阅读: #次',
      '- 一',
      '[图]',
      '"引"',
      '甲, 乙',
      '123',
      '# 号',
      'null',
      '{a}',
    ]) {
      expect(phrasesOf(add(phrase))[0]).toContain(phrase)
      expect(phrasesOf(add(phrase, { id: 'test/more' }))[1]).toContain(phrase)
    }
  })

  it('writes a block of lines as one item, wherever it goes', () => {
    const block = '热门栏目\n本周 #: 健康\n更多'
    const once = add(block)
    expect(once).toContain('      - |-\n        热门栏目\n')
    const twice = add('无', HEAD, add('龙', HEAD, once))
    expect(phrasesOf(twice)[0]).toEqual(['丁', '无', block, '里', '龙'])
    expect(phrasesOf(add(block, { id: 'test/more' }))[1]).toEqual(['甲', '丙', block])
  })

  it('makes a list that is not there at the end of the file, indented as the others', () => {
    const text = add('乙', { id: 'test/new' }, FILE.replace(/^ {2}/gm, ''))
    expect(text).toContain('\n- id: test/new\n  kind: navigation\n')
    expect(phrasesOf(text)[2]).toEqual(['乙'])
    expect(phrasesOf(add('乙', { id: 'test/new' }, 'lists: []\n'))).toEqual([['乙']])
  })
})
