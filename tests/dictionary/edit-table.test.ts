import { describe, expect, it } from 'vitest'
import { addToList, insertRow } from '../../src/dictionary/edit-table.js'

const LINES = [
  'id\tname\taliases\tregion',
  '# a note',
  'b\t乙校\t\t110000',
  '',
  'd\t丁校\t丁\t310000',
]
const file = { path: 'schools.tsv', text: `${LINES.join('\n')}\n` }
const order = ['region', 'name']

describe('insertRow', () => {
  it('puts a row to its place and leaves all else as it is', () => {
    const text = insertRow(file, { id: 'c', name: '丙校', region: '120000' }, order)
    expect(text.split('\n')).toEqual([...LINES.slice(0, 4), 'c\t丙校\t\t120000', LINES[4], ''])
  })
  it('puts a row behind all that sort before it', () => {
    const text = insertRow(file, { id: 'e', name: '戊校', region: '500000' }, order)
    expect(text).toBe(`${file.text}e\t戊校\t\t500000\n`)
  })
  it('needs no line break at the end of the file', () => {
    const bare = { ...file, text: LINES.join('\n') }
    const text = insertRow(bare, { id: 'e', name: '戊校', region: '500000' }, order)
    expect(text).toBe(`${bare.text}\ne\t戊校\t\t500000`)
  })
})

describe('addToList', () => {
  it('adds a value to an empty cell and behind others', () => {
    const once = addToList(file, { key: 'id', is: 'b', list: 'aliases' }, '乙')
    expect(once).toBe(file.text.replace('乙校\t\t', '乙校\t乙\t'))
    const twice = addToList(file, { key: 'id', is: 'd', list: 'aliases' }, '老丁校')
    expect(twice).toBe(file.text.replace('\t丁\t', '\t丁|老丁校\t'))
  })
})
