import { describe, expect, it } from 'vitest'
import { parseConversions } from '../../../src/stages/simplify/conversion-words.js'
import { prepareSimplify, readProjectFile, simplifyPage } from './simplify-page.js'

const simplifyByOpencc = prepareSimplify({})

describe.each(parseConversions([readProjectFile('dictionaries/conversion.yaml')]))(
  '$id',
  ({ id, matches, rejects }) => {
    it.each(matches)('has a part in $text, which becomes $gives', ({ text, gives }) => {
      expect(simplifyPage(text).text.text).toBe(gives)
      expect(entriesOf(text).has(id) || simplifyByOpencc(text).text.text !== gives).toBe(true)
    })

    it.each(rejects)('has no part in $text, which becomes $gives', ({ text, gives }) => {
      expect(simplifyPage(text).text.text).toBe(gives)
      expect(entriesOf(text).has(id)).toBe(false)
    })
  },
)

function entriesOf(text: string): Set<string | null> {
  const edits = simplifyPage(text).text.script().flat()
  return new Set(edits.map(({ origin }) => origin.entry))
}
