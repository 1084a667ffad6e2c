import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { tempFolder } from '../temp-folder.js'
import { copyPipeline } from './copy-pipeline.js'
import { buildOnce, startYuanju, yuanju } from './yuanju.js'

beforeAll(buildOnce, 240_000)

/** What a process says, waited for piece by piece. */
class Listener {
  private said = ''

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text))
  }

  /** Waits for words, and forgets what was said up to them; gives that. */
  async hear(words: RegExp): Promise<string> {
    for (;;) {
      const found = words.exec(this.said)
      if (found !== null) {
        const end = found.index + found[0].length
        const heard = this.said.slice(0, end)
        this.said = this.said.slice(end)
        return heard
      }
      if (this.child.exitCode !== null) throw new Error(`It ended, having said: ${this.said}`)
      await new Promise((done) => setTimeout(done, 20))
    }
  }
}

const RULE = `
  - id: measure/test-mentors
    why: 选聘杏林名师12名 - a rule of this test
    pattern: '{subject: hospital} 选聘 杏林名师 {quantity: 名}'
    record: { kind: measure, metric: 名师 }
    priority: 60
    matches:
      - text: 湖南省人民医院选聘杏林名师12名。
        gives: { metric: 名师, value: 12 }
    rejects:
      - 湖南省人民医院选聘医生12名。
`

describe('yuanju run --watch', () => {
  it('shows what each save changes, waits out what is broken, and ends on Ctrl-C', async () => {
    const folder = tempFolder()
    const pipeline = copyPipeline(folder)
    const store = join(folder, 'a.db')
    const page = join(folder, 'a.txt')
    writeFileSync(page, '湖南省人民医院选聘杏林名师12名。\n')
    writeFileSync(join(folder, 'b.txt'), '湖南省人民医院去年开放床位1610张。\n')
    const rules = join(dirname(pipeline), 'rules/measures.yaml')
    const former = readFileSync(rules, 'utf8')
    const pages = [page, join(folder, 'b.txt')]
    const child = startYuanju([
      'run',
      ...pages,
      '--store',
      store,
      '--pipeline',
      pipeline,
      '--watch',
    ])
    const listener = new Listener(child)
    await listener.hear(/Watching \d+ files/)

    writeFileSync(rules, former + RULE)
    const told = await listener.hear(/\d s\n/)
    expect(told).toContain('1 of 2 documents')
    expect(told).toMatch(/measure\/test-mentors → 1 fact/)
    expect(told).toContain('名师 12 名')

    writeFileSync(rules, `${former}\n  - id: [`)
    await listener.hear(/measures\.yaml:\d+/)
    writeFileSync(rules, former + RULE.replace('metric: 名师 }', 'metric: 导师 }'))
    expect(await listener.hear(/\d s\n/)).toMatch(/\+ .*导师 12 名/)

    child.kill('SIGINT')
    await once(child, 'close')
    expect(child.exitCode).toBe(0)
    const again = await yuanju([
      'run',
      ...pages,
      '--store',
      store,
      '--pipeline',
      pipeline,
      '--json',
    ])
    expect(JSON.parse(again.out)).toMatchObject({ documents: { unchanged: 2 } })
    expect((await yuanju(['verify', '--store', store])).code).toBe(0)
  }, 240_000)
})
