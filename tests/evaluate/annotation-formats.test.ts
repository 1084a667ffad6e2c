import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ConfigError } from '../../src/core/errors.js'
import { evaluate } from '../../src/evaluate/evaluate.js'
import { readGoldFolder } from '../../src/evaluate/gold-files.js'
import type { Scores } from '../../src/evaluate/report.js'
import { ANNOTATED_KINDS, type AnnotatedArticle } from '../../src/export/annotated-article.js'
import {
  type AnnotationFormat,
  toAnnotation,
  writeAnnotationFolder,
} from '../../src/export/annotation-files.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { annotatedPage } from '../export/annotated-sample.js'
import { tempFolder } from '../temp-folder.js'

const pipeline = loadPipeline('hospital-news')

const HANS = [
  '2024年,安徽省儿童医院派出专家36名。',
  '该院门诊量达1.5万余人次,同比增长4.72%。',
  '四川大学华西医院与山西白求恩医院签约合作。',
  '去年3月,山西白求恩医院挂牌国家区域医疗中心。',
]
const HANT = [
  '2024年,安徽省兒童醫院派出專家36名。',
  '該院門診量達1.5萬餘人次,同比增長4.72%。',
  '四川大學華西醫院與山西白求恩醫院簽約合作。',
  '去年3月,山西白求恩醫院掛牌國家區域醫療中心。',
]
/** Dropped inside a word, it leaves the word split; the others are characters like any. */
const PUT_IN = ['\u200b', '😀', '𠮷', '']

/** Pages of both scripts, with invisible and astral characters anywhere. */
const pages = fc
  .tuple(
    fc.constantFrom(HANS, HANT).chain((lines) => fc.subarray(lines, { minLength: 1 })),
    fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...PUT_IN)), { maxLength: 8 }),
  )
  .map(([lines, put]) => {
    const characters = [...lines.join('\n')]
    for (const [at, what] of put) characters.splice(at % characters.length, 0, what)
    return `𠮷林要闻\n2025-03-01\n\n${characters.join('')}\n`
  })

/** The records with some left out and others falsified, so that figures fall. */
function spoil(article: AnnotatedArticle, seed: number): AnnotatedArticle {
  const isHit = (index: number, share: number): boolean => (index * 7 + seed) % share === 0
  return {
    ...article,
    article: { ...article.article, author: seed % 2 === 0 ? '某人' : null },
    mentions: article.mentions
      .filter((_, index) => !isHit(index, 5))
      .map((mention, index) => {
        const { entity, quantity } = mention
        if (!isHit(index, 3)) return mention
        if (entity !== undefined) return { ...mention, entity: { ...entity, name: '某院' } }
        return quantity === undefined
          ? mention
          : { ...mention, quantity: { ...quantity, value: null, low: 0.1, high: '2.50' } }
      }),
    facts: article.facts.filter((_, index) => !isHit(index, 4)),
  }
}

async function readBack(article: AnnotatedArticle, format: AnnotationFormat): Promise<Scores> {
  const folder = tempFolder()
  await writeAnnotationFolder([article], { format, kinds: ANNOTATED_KINDS }, folder)
  const { body, facts, mentions, metadata } = evaluate(pipeline, readGoldFolder(folder))
  return { body, facts, mentions, metadata }
}

describe('annotations of other formats', () => {
  it('give the figures that the same annotation gives as gold', async () => {
    await fc.assert(
      fc.asyncProperty(pages, fc.nat(60), async (text, seed) => {
        const article = spoil(annotatedPage(pipeline, text), seed)
        const gold = await readBack(article, 'gold')
        expect(await readBack(article, 'webannotation')).toEqual(gold)
        // The body is what Label Studio shows, so that nobody has annotated it.
        const { body: _, ...labelled } = await readBack(article, 'labelstudio')
        const { body: __, ...others } = gold
        expect(labelled).toEqual(others)
      }),
      { numRuns: 25 },
    )
  })

  it('are scored only in the kinds that were written', async () => {
    const folder = tempFolder()
    const article = annotatedPage(pipeline, HANS.join('\n'))
    await writeAnnotationFolder([article], { format: 'webannotation', kinds: ['fact'] }, folder)
    const [document] = readGoldFolder(folder)
    expect(document?.gold.facts).not.toEqual([])
    expect(document?.gold.entities).toBeUndefined()
    expect(document?.gold.title).toBeUndefined()
  })

  it('follow what people said in Label Studio, not what they were shown', () => {
    const folder = tempFolder()
    const article = annotatedPage(pipeline, HANT[0] ?? '')
    const task = taskOf(article)
    const [shown] = task.predictions
    const corrected = shown?.result.filter(({ id }) => id !== article.mentions[0]?.id)
    const annotations = [
      { was_cancelled: true, result: [] },
      { was_cancelled: false, result: corrected },
    ]
    writeFileSync(join(folder, article.page), article.bytes)
    const file = join(folder, 'project.labelstudio.json')
    writeFileSync(file, JSON.stringify([{ ...task, id: 12, annotations }]))
    const [document] = readGoldFolder(folder)
    const { entities = [], quantities = [], dates = [] } = document?.gold ?? {}
    expect(entities.length + quantities.length + dates.length).toBe(article.mentions.length - 1)
  })

  it('point out a second annotation of a page, and a page that is not there', () => {
    const folder = tempFolder()
    const article = annotatedPage(pipeline, HANS[0] ?? '')
    writeFileSync(join(folder, 'page.gold.json'), '{}')
    writeFileSync(join(folder, 'page.webannotation.json'), '{"items":[]}')
    writeFileSync(join(folder, 'a.labelstudio.json'), JSON.stringify(taskOf(article)))
    expect(() => readGoldFolder(folder)).toThrow(/page is not beside it/)
    writeFileSync(join(folder, 'page.txt'), article.bytes)
    expect(() => readGoldFolder(folder)).toThrow(ConfigError)
    expect(() => readGoldFolder(folder)).toThrow(/has an annotation already/)
  })
})

const taskSchema = z.looseObject({
  predictions: z.array(
    z.looseObject({ result: z.array(z.looseObject({ id: z.string().optional() })) }),
  ),
})

function taskOf(article: AnnotatedArticle): z.infer<typeof taskSchema> {
  return taskSchema.parse(toAnnotation(article, { format: 'labelstudio', kinds: ANNOTATED_KINDS }))
}
