import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRecord, MentionRecord } from '../../src/pipeline/records.js'
import { tempFolder } from '../temp-folder.js'
import { openBrowser, openPage, type RunningAudit, startAudit } from './browser.js'
import { copyPipeline } from '../e2e/copy-pipeline.js'
import { buildOnce, jsonLines, ROOT, yuanju } from '../e2e/yuanju.js'

const ATTACK = `<!doctype html><html><head><title>省立医院开诊</title>
<script>document.title = 'hacked'; fetch('https://evil.example/')</script>
<meta http-equiv="refresh" content="0;url=https://evil.example/"></head>
<body onload="parent.document.title = 'hacked'"><article><h1>甲市第一医院开诊</h1>
<p>2024年3月5日,安徽省儿童医院派出专家36名&lt;img src=x onerror=alert(1)&gt;,接诊患者1200人次。</p>
<p><img src="https://evil.example/pixel.png" onerror="alert(2)">去年,安徽省儿童医院门诊量达到72万人次。</p>
</article></body></html>`

/** Five megabytes, most of them links: what crawlers bring in. */
function largePage(): string {
  const paragraph =
    '<p>2024年，安徽省儿童医院门诊量达到72万人次，派出专家36名，开展手术3000台。</p>'
  const link = '<li><a href="/news/2024/03/05/1.html">某地新闻联播报道</a></li>'
  const links = link.repeat(5_000_000 / Buffer.byteLength(link))
  return `<html><body><article><h1>安徽省儿童医院</h1>${paragraph.repeat(20)}</article><ul>${links}</ul></body></html>`
}

let folder = ''
let store = ''
let audit: RunningAudit
let browser: Browser
beforeAll(async () => {
  await buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'yuanju-audit-'))
  store = join(folder, 'a.db')
  const input = join(folder, 'pages')
  mkdirSync(input)
  for (const name of ['01-clean-page.txt', '04-pinyin-artefacts.txt', '09-plain-simplified.html'])
    cpSync(join(ROOT, 'seeds', name), join(input, name))
  writeFileSync(join(input, 'attack.html'), ATTACK)
  writeFileSync(join(input, 'large.html'), largePage())
  const run = await yuanju(['run', input, '--store', store, '--quiet'])
  expect(run.code).toBe(0)
  audit = await startAudit(store)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await audit.stop()
  rmSync(folder, { recursive: true, force: true })
})

function row(page: Page, index: number): Locator {
  return page.locator('table.facts tbody tr').nth(index)
}

describe('the table of facts', () => {
  it('finds by one character, two and more, and shows the view in its address', async () => {
    const { page, faults } = await openPage(browser, audit.url)
    await page.goto('/facts')
    for (const words of ['床', '床位', '核定床位']) {
      await page.getByRole('searchbox', { name: '搜索句子' }).fill(words)
      await page.waitForURL((url) => url.searchParams.get('text') === words)
      await page.waitForFunction(
        (text) => document.querySelector('.sentence')?.textContent.includes(text),
        words,
      )
      expect(await row(page, 0).locator('.sentence').innerText()).toContain(words)
    }
    expect(faults).toEqual([])
  })

  it('filters by what is chosen at its side, and back again', async () => {
    const { page } = await openPage(browser, audit.url)
    await page.goto('/facts?text=' + encodeURIComponent('医院'))
    await page.locator('.facet li a', { hasText: '山西白求恩医院' }).first().click()
    await page.waitForURL((url) => url.searchParams.get('subject') === '山西白求恩医院')
    await page.waitForFunction(() => document.querySelectorAll('table.facts tbody tr').length < 50)
    for (const name of await page.locator('table.facts a.open').allInnerTexts())
      expect(name).toBe('山西白求恩医院')
    await page.locator('.chosen .chip').click()
    await page.waitForURL((url) => !url.searchParams.has('subject'))
  })

  it('is walked and opened by keys', async () => {
    const { page } = await openPage(browser, audit.url)
    await page.goto('/facts')
    await row(page, 1).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await row(page, 1).getAttribute('aria-current')).toBe('true')
    const name = await row(page, 1).locator('a.open').innerText()
    await page.keyboard.type('jjjkkk')
    expect(await row(page, 1).getAttribute('aria-current')).toBe('true')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/facts\/f_/)
    await page.locator('h1', { hasText: name }).waitFor()
    await page.goBack()
    await row(page, 0).waitFor()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
  })

  it('speaks the language of the browser, and another on request', async () => {
    const { page } = await openPage(browser, audit.url, { locale: 'en-US' })
    await page.goto('/facts')
    await page.getByRole('link', { name: 'Review', exact: true }).waitFor()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('link', { name: '复核', exact: true }).waitFor()
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN')
  })
})

/** Highlighted words by the name of their highlight. */
function highlighted(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (wanted) =>
      [...(CSS.highlights.get(wanted) ?? [])].map((range) =>
        range instanceof Range ? range.toString() : '',
      ),
    name,
  )
}

describe('an article', () => {
  it('marks every piece of a split name on the source, and the whole of it in the text', async () => {
    const exported = await yuanju(['export', '--store', store, '--records', 'mention'])
    const split = jsonLines<MentionRecord>(exported).find(
      ({ kind, spans }) => kind === 'hospital' && spans.length === 3,
    )
    expect(split).toBeDefined()
    const { id = '', text = '', article = '', spans = [] } = split ?? {}
    const source = readFileSync(join(folder, 'pages/04-pinyin-artefacts.txt'), 'utf8')
    const { page, faults } = await openPage(browser, audit.url)
    await page.goto(`/articles/${article}?fact=${id}`)
    const pieces = page.locator(`.pane.source [data-marks~="${id}"]`)
    await pieces.first().waitFor()
    const words = spans.map(({ start, end }) => source.slice(start, end)).join('')
    expect((await pieces.allTextContents()).join('')).toBe(words)
    const whole = page.locator(`.pane.body [data-marks~="${id}"]`)
    await whole.first().waitFor()
    expect((await whole.allTextContents()).join('')).toBe(text)
    await whole.first().hover()
    expect((await highlighted(page, 'counterpart')).join('')).toBe(words)
    expect((await highlighted(page, 'hovered')).join('')).toBe(text)
    expect(faults).toEqual([])
  })

  it('shows the counterpart of any word, on both sides', async () => {
    const { page } = await openPage(browser, audit.url)
    await page.goto('/facts?text=' + encodeURIComponent('核定床位'))
    await row(page, 0).locator('.meta a').click()
    const segment = page
      .locator('.pane.source span[data-start]', { hasText: '坐落于太原市' })
      .first()
    await segment.waitFor()
    await page.locator('.pane.body [data-start]').first().waitFor()
    await segment.hover({ position: { x: 22, y: 12 } })
    const [own] = await highlighted(page, 'hovered')
    expect(own).toMatch(/[坐落于]/)
    expect(await highlighted(page, 'counterpart')).toEqual([own])
  })

  it('strikes out what was dropped, and says by which rule', async () => {
    const { page } = await openPage(browser, audit.url)
    await page.goto('/facts?text=' + encodeURIComponent('核定床位'))
    await row(page, 0).locator('.meta a').click()
    await page.getByText('可能有用的被删句子').click()
    await page.locator('.losses').getByRole('button', { name: '查看' }).first().click()
    const dropped = page.locator('.pane.source del.related').first()
    await dropped.waitFor()
    expect(await dropped.getAttribute('title')).toMatch(/^删去: 相关阅读 · \S+\/\S+$/)
  })

  it('runs no code of a crawled page and asks nobody for anything', async () => {
    const { page, faults } = await openPage(browser, audit.url)
    await page.goto('/facts?text=' + encodeURIComponent('派出专家36名'))
    await row(page, 0).locator('.meta a').click()
    await page.locator('.pane.source [data-start]').first().waitFor()
    expect(await page.locator('.pane img').count()).toBe(0)
    await page.getByRole('link', { name: '原始网页' }).click()
    const frame = page.frameLocator('iframe.original')
    await frame.getByText('门诊量达到72万人次').waitFor()
    await page.waitForTimeout(300)
    expect(await page.title()).not.toContain('hacked')
    expect(
      page
        .frames()
        .map((each) => each.url())
        .filter((url) => url.includes('evil')),
    ).toEqual([])
    expect(faults.filter((fault) => fault.startsWith('asked'))).toEqual([])
  })

  it('opens a page of five megabytes, and holds only what is looked at', async () => {
    const { page } = await openPage(browser, audit.url)
    const articles = jsonLines<ArticleRecord>(
      await yuanju(['export', '--store', store, '--records', 'article']),
    )
    const large = articles.find(({ source }) => source.path === 'large.html')
    await page.goto(`/articles/${large?.id ?? ''}`)
    await page.locator('.pane.source [data-start]').first().waitFor()
    const held = async (): Promise<number> =>
      page.evaluate(() => document.querySelector('.pane.source')?.textContent.length ?? 0)
    expect(await held()).toBeLessThan(60_000)
    await page.locator('.pane.source').focus()
    await page.keyboard.press('End')
    await page.waitForFunction(() => {
      const pane = document.querySelector('.pane.source')
      return (pane?.lastElementChild?.textContent.length ?? 0) > 0
    })
    expect(await held()).toBeLessThan(120_000)
  }, 60_000)
})

describe('a review', () => {
  it('survives a run with rules of other names, and falls with its evidence', async () => {
    const own = join(tempFolder(), 'b.db')
    const input = tempFolder()
    writeFileSync(join(input, 'a.txt'), '2024年,安徽省儿童医院门诊量达到72万人次。\n')
    const run = (pipeline: string): ReturnType<typeof yuanju> =>
      yuanju(['run', input, '--store', own, '--pipeline', pipeline, '--quiet'])
    const pipelines = tempFolder()
    const pipeline = copyPipeline(pipelines)
    expect((await run(pipeline)).code).toBe(0)
    const server = await startAudit(own)
    try {
      const { page } = await openPage(browser, server.url)
      await page.goto('/facts?kind=measure')
      await page.getByLabel('你的名字').fill('李')
      await row(page, 0).click()
      await page.keyboard.press('Escape')
      await page.locator('h1').click({ force: true })
      await page.keyboard.press('j')
      await page.keyboard.press('a')
      await row(page, 0).locator('.verdict.accepted').waitFor()
      const rule = await row(page, 0).locator('.rule').innerText()
      const file = join(dirname(pipeline), 'rules/measures.yaml')
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replaceAll(`id: ${rule}`, `id: ${rule}-renamed`),
      )
      expect(await run(pipeline)).toMatchObject({ code: 0 })
      await page.reload()
      await row(page, 0).locator('.verdict.accepted').waitFor()
      expect(await row(page, 0).locator('.rule').innerText()).toBe(`${rule}-renamed`)
      await page.goto('/review')
      await page.getByText(`${rule}-renamed`).waitFor()
    } finally {
      await server.stop()
    }
  }, 120_000)
})
