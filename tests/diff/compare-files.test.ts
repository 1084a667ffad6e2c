import { describe, expect, it } from 'vitest'
import { compareFiles } from '../../src/diff/compare-files.js'

describe('compareFiles', () => {
  it('tells per file whether it came, went or changed, and by how many lines', () => {
    const before = [
      { path: 'a.yaml', text: 'one\ntwo\ntwo\n' },
      { path: 'b.yaml', text: 'gone\n' },
      { path: 'c.yaml', text: 'same\n' },
    ]
    const after = [
      { path: 'a.yaml', text: 'two\none\nthree\n' },
      { path: 'c.yaml', text: 'same\n' },
      { path: 'd.yaml', text: 'new\nlines' },
    ]
    expect(compareFiles(before, after)).toEqual([
      { path: 'a.yaml', change: 'changed', linesAdded: 1, linesRemoved: 1 },
      { path: 'b.yaml', change: 'gone', linesAdded: 0, linesRemoved: 1 },
      { path: 'c.yaml', change: 'same', linesAdded: 0, linesRemoved: 0 },
      { path: 'd.yaml', change: 'new', linesAdded: 2, linesRemoved: 0 },
    ])
  })
})
