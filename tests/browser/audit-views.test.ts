import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyPipeline } from '../e2e/copy-pipeline.js'
import { buildOnce, yuanju } from '../e2e/yuanju.js'
import { openBrowser, openPage, type RunningAudit, startAudit } from './browser.js'

const HOSPITAL = '安徽省儿童医院'
const FIRST = `2023年,${HOSPITAL}门诊量达到72万人次。`
const AGAINST = `2023年,${HOSPITAL}门诊量达到85万人次。`
const AGAIN = `另据介绍,2023年,${HOSPITAL}门诊量达到72万人次。`
const EARLIER = `2022年,${HOSPITAL}门诊量达到70万人次。`

let folder = ''
let pipeline = ''
let audit: RunningAudit
let browser: Browser

async function run(): Promise<void> {
  const args = ['--store', join(folder, 'a.db'), '--pipeline', pipeline, '--quiet']
  const { code } = await yuanju(['run', join(folder, 'pages'), ...args])
  expect(code).toBe(0)
}

function writePage(name: string, text: string): void {
  writeFileSync(join(folder, 'pages', name), `${text}\n`)
}

beforeAll(async () => {
  await buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'yuanju-audit-views-'))
  pipeline = copyPipeline(folder)
  mkdirSync(join(folder, 'pages'))
  writePage('a.txt', FIRST)
  await run()
  writePage('b.txt', AGAINST)
  writePage('c.txt', `${AGAIN}\n${EARLIER}`)
  await run()
  audit = await startAudit(join(folder, 'a.db'))
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await audit.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('two runs', () => {
  it('are compared from the list of runs: totals, then causes with their sentences', async () => {
    const { page, faults } = await openPage(browser, audit.url)
    await page.goto('/runs')
    await page.getByRole('button', { name: '对比' }).click()
    await page.waitForURL(/\/runs\/1\/2$/)
    const group = page.locator('.diff-group', { hasText: '新增的文档' })
    await group.waitFor()
    expect(await page.locator('table.totals tbody tr').first().innerText()).toMatch(/事实\s+[1-9]/)
    await page.getByLabel('只看').selectOption('measure')
    await page.waitForURL((url) => url.searchParams.get('kind') === 'measure')
    await page.locator('table.totals tbody tr', { hasText: /提及\s*0/ }).waitFor()
    const change = group.locator('.change', { hasText: AGAINST })
    await change.waitFor()
    expect((await change.locator('mark').allInnerTexts()).join('')).toContain('85万人次')
    await change.getByRole('link', { name: '打开' }).click()
    await page.waitForURL(/\/facts\/f_/)
    await page.locator('table.pattern mark', { hasText: '85万人次' }).waitFor()
    expect(faults).toEqual([])
  }, 90_000)
})

describe('claims', () => {
  it('that contradict each other are found by a filter, with the sentences that say so', async () => {
    const { page } = await openPage(browser, audit.url)
    await page.goto('/facts')
    await page.locator('.facet a', { hasText: '有矛盾' }).click()
    await page.waitForURL((url) => url.searchParams.get('claim') === 'conflicting')
    await page.locator('.count', { hasText: '3 条事实' }).waitFor()
    await page.getByRole('link', { name: '说法', exact: true }).click()
    await page.locator('.count', { hasText: '2 种说法' }).waitFor()
    await page.getByRole('button', { name: '2 句话这样说' }).click()
    const sentences = page.locator('.supports .sentence')
    await sentences.nth(1).waitFor()
    expect((await sentences.allInnerTexts()).sort()).toEqual([FIRST, AGAIN].sort())
  })
})

describe('a picture', () => {
  it('has a table whose links lead to the facts, and speaks both languages', async () => {
    const { page, faults } = await openPage(browser, audit.url)
    await page.goto(`/pictures/measures?subject=${encodeURIComponent(HOSPITAL)}`)
    await page.locator('.chart[data-drawn] canvas').first().waitFor()
    expect(await page.locator('.chart').first().getAttribute('aria-label')).toContain(HOSPITAL)
    await page.getByText('以表格查看').first().click()
    const years = page.locator('.twin[open] tbody tr')
    expect((await years.allInnerTexts()).map((row) => row.split(/\s+/))).toEqual([
      ['2022', '700,000'],
      ['2023', '720,000'],
      ['2023', '850,000'],
      ['2023', '720,000'],
    ])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Measures over time' }).waitFor()
    await page.locator('.chart[data-drawn] canvas').first().waitFor()
    await page.getByRole('link', { name: '2022' }).click()
    await page.waitForURL(/\/facts\/f_/)
    await page.locator('blockquote', { hasText: EARLIER }).waitFor()
    expect(faults).toEqual([])
  })

  it('leads to its facts by a click', async () => {
    const { page, faults } = await openPage(browser, audit.url)
    await page.goto('/pictures/places')
    const chart = page.locator('.chart[data-drawn]')
    await chart.locator('canvas').waitFor()
    // There is one bar: it stands in the middle.
    await chart.click()
    await page.waitForURL((url) => url.searchParams.get('region') === '安徽省')
    expect(faults).toEqual([])
  })
})

describe('a verdict', () => {
  it('is void where the value that it was about is another one', async () => {
    const { page } = await openPage(browser, audit.url)
    await page.goto(`/facts?text=${encodeURIComponent('70万')}`)
    const row = page.locator('table.facts tbody tr').first()
    await row.waitFor()
    await page.getByLabel('你的名字').fill('李')
    await page.getByLabel('你的名字').blur()
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await row.locator('.verdict.accepted').waitFor()
    const gazetteer = join(dirname(pipeline), '../../dictionaries/hospitals.tsv')
    const renamed = readFileSync(gazetteer, 'utf8').replace(
      `\t${HOSPITAL}\t`,
      `\t安徽省立儿童医院\t${HOSPITAL}|`,
    )
    writeFileSync(gazetteer, renamed)
    await run()
    await page.reload()
    await row.locator('a.open', { hasText: '安徽省立儿童医院' }).waitFor()
    expect(await page.locator('.verdict').count()).toBe(0)
    await page.goto('/review')
    await page.getByText('1 个判断所针对的事实后来变了').waitFor()
  }, 120_000)
})
