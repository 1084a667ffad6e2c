import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Field } from '../../../src/core/layers.js'
import { sliceSpan } from '../../../src/core/span.js'
import { readPage } from './read-page.js'

const FIXTURES = 'fixtures/article'

const expectedSchema = z.object({
  shows: z.string(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  editor: z.string().nullable(),
  url: z.string().nullable(),
  body: z.array(z.string()),
})

/** The words of a field as they stand in the source, without the space that widens a short name. */
function quotes(source: string, { sourceSpans }: Field): string {
  return sourceSpans.map((span) => sliceSpan(source, span).replace(/\s/g, '')).join('、')
}

describe.each(readdirSync(FIXTURES))('the article of fixture %s', (name) => {
  const folder = `${FIXTURES}/${name}`
  const file = readdirSync(folder).find((entry) => entry.startsWith('page.')) ?? ''
  const expected = expectedSchema.parse(JSON.parse(readFileSync(`${folder}/article.json`, 'utf8')))
  const { article, source } = readPage(readFileSync(`${folder}/${file}`, 'utf8'))

  it('has its own lines and no others', () => {
    expect(article.text.text.split('\n')).toEqual(expected.body)
  })

  it.each(['title', 'published', 'publisher', 'author', 'editor', 'url'] as const)(
    'has the %s that the page states',
    (field) => {
      expect(article[field]?.value ?? null).toBe(expected[field])
    },
  )

  it('quotes each field from the source', () => {
    for (const field of [article.publisher, article.author, article.url])
      if (field !== null) expect(quotes(source, field)).toBe(field.value)
  })
})
