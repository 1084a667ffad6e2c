import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sliceSpan } from '../../src/core/span.js'
import { ANNOTATED_KINDS } from '../../src/export/annotated-article.js'
import { toWebAnnotations } from '../../src/export/web-annotation.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { annotatedPage } from './annotated-sample.js'

/** The terms of the Web Annotation Vocabulary that are used, as its recommendation defines them. */
const VOCABULARY = readFileSync(join(import.meta.dirname, 'web-annotation-vocabulary.json'), 'utf8')

/** A split number behind characters outside the basic plane. */
const TEXT = '𠮷林新闻😀\n2025-03-01\n\n2024年,安徽省儿童医院派出专家3\u200b6名。\n'

const term = z.union([z.string(), z.record(z.string(), z.string())])
const vocabularySchema = z.object({ '@context': z.record(z.string(), term) })

const selector = z.object({
  type: z.string(),
  start: z.number().optional(),
  end: z.number().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
const target = z.object({ source: z.string(), selector: z.array(selector) })
const annotation = z.object({
  id: z.string(),
  target: z.union([z.array(target), target.transform((one) => [one])]),
})
const pageSchema = z.object({ items: z.array(annotation) })

const article = annotatedPage(loadPipeline('hospital-news'), TEXT)
const written = toWebAnnotations(article, ANNOTATED_KINDS)

/** As N-Quads. Fails where a term is unknown, or an IRI is none. */
async function toQuads(page: object): Promise<string> {
  const options = {
    safe: true,
    format: 'application/n-quads' as const,
    documentLoader: (url: string) => {
      if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${url} is not asked for.`)
      const document = vocabularySchema.parse(JSON.parse(VOCABULARY))
      return Promise.resolve({ documentUrl: url, document })
    },
  }
  return z.string().parse(await jsonld.toRDF({ ...page }, options))
}

function countOf(quads: string, part: string): number {
  return quads.split('\n').filter((line) => line.includes(part)).length
}

describe('toWebAnnotations', () => {
  it('is linked data in which every term is known', async () => {
    const quads = await toQuads(written)
    const records = article.mentions.length + article.facts.length
    expect(countOf(quads, '<http://www.w3.org/ns/oa#Annotation>')).toBe(records + 1)
    expect(countOf(quads, '<http://www.w3.org/ns/oa#motivatedBy>')).toBe(records + 1)
    await expect(toQuads({ ...written, unheardOf: 1 })).rejects.toThrow()
  })

  it('tells the run and the rule of each record', async () => {
    const quads = await toQuads(written)
    const rule = article.facts[0]?.rule ?? expect.fail('no fact')
    expect(quads).toMatch(/run:3:\S+> <\S+#type> <http:\/\/www\.w3\.org\/ns\/prov#Activity>/)
    expect(quads).toMatch(/run:3:\S+> <\S+#used> <ni:\/\/\/sha-256;/)
    expect(quads).toContain(`#wasAttributedTo> <urn:x-yuanju:rule:${rule}>`)
    expect(quads).toContain(
      `<urn:x-yuanju:rule:${rule}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/prov#SoftwareAgent>`,
    )
  })

  it('keeps decimals exact', async () => {
    expect(await toQuads(written)).toContain('"36"^^<http://www.w3.org/2001/XMLSchema#decimal>')
  })

  it('counts code points of the source, and quotes what stands there', () => {
    const characters = [...TEXT]
    const records = new Map([...article.mentions, ...article.facts].map((one) => [one.id, one]))
    const items = z.object({ items: z.array(z.unknown()) }).parse(written).items
    for (const item of items.slice(1)) {
      const { id, target: places } = annotation.parse(item)
      const spans = records.get(id.replace('urn:x-yuanju:', ''))?.spans ?? expect.fail(id)
      const quotes = places.map(({ selector: [position, quote] }) => {
        const { start = 0, end = 0 } = position ?? {}
        const words = characters.slice(start, end).join('')
        const around = `${quote?.prefix ?? ''}${words}${quote?.suffix ?? ''}`
        expect(quote?.exact).toBe(words)
        expect(TEXT).toContain(around)
        return words
      })
      expect(quotes).toEqual(spans.map((span) => sliceSpan(TEXT, span)))
    }
  })

  it('gives each piece of a split place a resource of its own', () => {
    const split = article.mentions.find(({ spans }) => spans.length > 1) ?? expect.fail('none')
    const { items } = pageSchema.extend({ items: z.array(z.unknown()) }).parse(written)
    const own = items
      .map((item) => annotation.safeParse(item).data)
      .find((item) => item?.id === `urn:x-yuanju:${split.id}`)
    expect(own?.target.map((one) => one.selector[1]?.exact)).toEqual(['3', '6名'])
    expect(new Set(own?.target.map(({ source }) => source)).size).toBe(1)
  })
})
