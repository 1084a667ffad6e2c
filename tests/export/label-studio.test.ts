import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sliceSpan } from '../../src/core/span.js'
import { ANNOTATED_KINDS } from '../../src/export/annotated-article.js'
import { toLabelStudioTask } from '../../src/export/label-studio.js'
import { labelStudioConfig } from '../../src/export/label-studio-config.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { annotatedPage } from './annotated-sample.js'

const pipeline = loadPipeline('hospital-news')
const TEXT = '𠮷林新闻😀\n2025-03-01\n\n😀2024年,安徽省儿童医院派出专家3\u200b6名。\n'
const article = annotatedPage(pipeline, TEXT)

const taskSchema = z.object({
  data: z.object({ text: z.string(), alignment: z.array(z.array(z.number())) }),
  predictions: z.array(
    z.object({
      result: z.array(
        z.object({
          id: z.string().optional(),
          type: z.string(),
          from_name: z.string().optional(),
          from_id: z.string().optional(),
          to_id: z.string().optional(),
          labels: z.array(z.string()).optional(),
          value: z
            .object({
              start: z.number().optional(),
              end: z.number().optional(),
              text: z.union([z.string(), z.array(z.string())]).optional(),
              labels: z.array(z.string()).optional(),
              choices: z.array(z.string()).optional(),
            })
            .optional(),
        }),
      ),
    }),
  ),
})
const task = taskSchema.parse(toLabelStudioTask(article, ANNOTATED_KINDS))
const results = task.predictions[0]?.result ?? []

/** The names of the interface's controls, each with the values that can be chosen. */
function controlsOf(config: string): ReadonlyMap<string, ReadonlySet<string>> {
  const controls = new Map<string, Set<string>>()
  const open: string[] = []
  const parser = new Parser(
    {
      onopentag(tag, { name, value }) {
        if (name !== undefined) controls.set(name, new Set())
        if (['Label', 'Choice', 'Relation'].includes(tag))
          controls.get(open.findLast((one) => one !== '') ?? '')?.add(value ?? '')
        open.push(name ?? '')
      },
      onclosetag() {
        open.pop()
      },
    },
    { xmlMode: true },
  )
  parser.end(config)
  return controls
}

describe('a Label Studio task', () => {
  it('counts code points of the text shown', () => {
    const characters = [...task.data.text]
    const regions = results.filter(({ type }) => type === 'labels')
    expect(regions.length).toBe(article.mentions.length + article.facts.length)
    for (const { value } of regions)
      expect(characters.slice(value?.start, value?.end).join('')).toBe(value?.text)
  })

  it('leads from the text shown to all that it stands for in the page', () => {
    const stood = task.data.alignment.map(([, , start = 0, end = 0]) => ({ start, end }))
    expect(stood.map((span) => sliceSpan(TEXT, span)).join('')).toContain('派出专家36名')
  })

  it('ties each fact to the mentions in its roles', () => {
    const [fact] = article.facts
    const ties = results.filter(({ from_id: from }) => from === fact?.id)
    const roles = Object.entries(fact?.roles ?? {}).map(([role, { mention }]) => [mention, role])
    expect(ties.map(({ to_id: to, labels }) => [to, labels?.[0]])).toEqual(roles)
  })

  it('says nothing that the labelling interface has no control for', () => {
    const controls = controlsOf(labelStudioConfig(pipeline.names))
    for (const { from_name: name, type, value } of results) {
      if (type === 'relation') continue
      expect([...controls.keys()]).toContain(name)
      for (const chosen of [...(value?.labels ?? []), ...(value?.choices ?? [])])
        expect([...(controls.get(name ?? '') ?? [])]).toContain(chosen)
    }
  })
})
