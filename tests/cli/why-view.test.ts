import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pico from 'picocolors'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { runBatch } from '../../src/batch/execute.js'
import { listInputs } from '../../src/batch/inputs.js'
import { explainWhole } from '../../src/cli/explained-record.js'
import { formatExplanation } from '../../src/cli/why-view.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { useStore } from '../../src/store/store.js'
import { tempFolder } from '../temp-folder.js'

const SAID = '山西白求恩医院门诊量达9\u200b8.6万余人次'
const PAGES = {
  'first.txt': `山西白求恩医院的这一年\n2025-03-01 来源:晨光报

2024年,${SAID},${'职工们都很高兴,'.repeat(8)}也很自豪。
`,
  'second.txt': `又一年\n2025-03-02 来源:江城网\n\n2024年,${SAID},再创新高。\n`,
  'third.txt': `数字有别\n2025-03-03\n\n2024年,山西白求恩医院门诊量达91.2万人次。\n`,
}

describe('formatExplanation', () => {
  it('shows what the page of a fact shows, in 80 columns, coloured or not', async () => {
    const folder = tempFolder()
    for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(folder, name), text)
    await useStore(':memory:', { create: true }, async (store) => {
      const pipeline = loadPipeline('hospital-news')
      await runBatch({ store, pipeline, inputs: listInputs([folder]) })
      const run = store.runs.latest() ?? expect.fail('no run')
      const reader = store.read(run)
      const ids = [...reader.sources()].flatMap(({ result }) =>
        [...reader.facts(result), ...reader.mentions(result)].map(({ id }) => id),
      )
      expect(ids.length).toBeGreaterThan(6)
      for (const id of ids) {
        const explained = await explainWhole(store, run, id)
        for (const isColoured of [true, false]) {
          const text = formatExplanation(explained, pico.createColors(isColoured))
          for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
        }
      }
      const [source] = reader.sources()
      const [fact] = reader.facts(source?.result ?? 0)
      const explained = await explainWhole(store, run, fact?.id ?? '')
      const text = formatExplanation(explained, pico.createColors(false))
      const plain = text.replace(/\n +/g, '')
      expect(plain).toContain('98.6 × 万 = 986000')
      expect(plain).toContain('余 → at-least')
      expect(text).toMatch(/\n\nRule\n {2}measure\/\S+\n/)
      expect(plain).toMatch(/On the way, oldest first\s*repair\/\S+ +dropped/)
      expect(text).toMatch(/Over the runs\n {2}run 1 to now/)
      expect(plain).toMatch(
        /To cite“.*《山西白求恩医院的这一年.*sha256:[0-9a-f]{64}, ?UTF-16 \d+–\d+/,
      )
      expect(plain).toMatch(/2 facts in 2 articles, 2 of them independent/)
      expect(plain).toMatch(/Against it.*912000 人次.*1 independent article(?!s)/)
    })
  }, 120_000)
})
