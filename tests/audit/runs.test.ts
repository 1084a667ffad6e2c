import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DiffInfo } from '../../src/audit/diff-api.js'
import type { RuleLine, RunLine } from '../../src/audit/review-api.js'
import { readExamples } from '../../src/audit/rule-examples.js'
import { fromJson } from '../../src/store/json.js'
import { ONE, storeAt, TWO } from '../store/store-harness.js'
import { tempFolder } from '../temp-folder.js'
import { ask, auditOf } from './sample-audit.js'

describe('two runs', () => {
  it('are compared: totals, then what caused the changes, with sentences', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE])
    await harness.run('1', [ONE, TWO])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const diff = async (query: string): Promise<DiffInfo> =>
        fromJson<DiffInfo>(await (await ask(app, `/api/runs/1/2${query}`)).text())
      const all = await diff('')
      expect([all.documents, all.compared, all.facts.new]).toEqual([1, 1, 1])
      const [cause] = all.causes
      expect(cause?.cause).toEqual({ kind: 'document', name: 'new' })
      expect(cause?.changes[0]).toMatchObject({ change: 'new', before: null, sentence: TWO.text })
      const marked = (cause?.changes ?? []).flatMap(({ marked: spans, sentence }) =>
        spans.map(({ start, end }) => sentence.slice(start, end)),
      )
      expect(marked.length).toBeGreaterThan(0)
      for (const words of marked) expect(TWO.text).toContain(words)
      expect((await diff('?kind=fact')).mentions.new).toBe(0)
      expect((await diff('?cause=measure/none')).causes).toEqual([])
      expect((await diff('?most=0')).causes[0]?.changes).toEqual([])
      expect((await ask(app, '/api/runs/1/9')).status).toBe(404)
    })
  })

  it('tell how many facts each rule had when they ended', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE])
    await harness.run('1', [ONE, TWO])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const rules = fromJson<RuleLine[]>(await (await ask(app, '/api/rules')).text())
      expect(rules.map(({ id, history }) => [id, history])).toEqual([['measure/staffing', [1, 2]]])
      const runs = fromJson<RunLine[]>(await (await ask(app, '/api/runs')).text())
      expect(runs.map(({ id, isReadable }) => [id, isReadable])).toEqual([
        [2, true],
        [1, true],
      ])
    })
  })
})

describe('the examples of a rule', () => {
  it('are read with what they are given and give', () => {
    const yaml = `id: measure/some
matches:
  - text: 目前,医院有医生36名。
    given: { published: '2024-05-01' }
    gives: { value: 36, unit: 名 }
rejects:
  - 医生36岁。`
    expect(readExamples('rules/a.yaml', yaml)).toEqual({
      matches: [
        {
          text: '目前,医院有医生36名。',
          given: ['published: 2024-05-01'],
          gives: ['value: 36 · unit: 名'],
        },
      ],
      rejects: [{ text: '医生36岁。', given: [], gives: [] }],
    })
  })

  it('are none where they are written otherwise', () => {
    expect(readExamples('rules/a.yaml', 'matches: {}')).toEqual({ matches: [], rejects: [] })
  })
})
