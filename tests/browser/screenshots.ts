import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeCorpus } from '../../bench/news-corpus/write.js'
import { buildOnce, ROOT, yuanju } from '../e2e/yuanju.js'
import { openBrowser, openPage, type RunningAudit, startAudit } from './browser.js'

/** Takes the pictures of `docs/audit.md`: `npm run screenshots`. All that they show is made up. */
const OUT = join(ROOT, 'docs/screenshots')
const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 780 }

interface Shot {
  readonly name: string
  readonly locale: 'zh-CN' | 'en-US'
  readonly colorScheme: 'light' | 'dark'
  readonly viewport: { readonly width: number; readonly height: number }
  readonly path: string
  /** What must stand there before the picture is taken. */
  readonly ready: string
  readonly before?: (page: Page) => Promise<void>
}

const SUBJECT = `subject=${encodeURIComponent('山西白求恩医院')}`
const openFirst = async (page: Page): Promise<void> => {
  await page.locator('table.facts a.open').first().click()
  await page.locator('.fact-page .review-panel').waitFor()
}
const openArticle = async (page: Page): Promise<void> => {
  await page.locator('table.facts .meta a').first().click()
  await page.locator('.pane.body mark').first().waitFor()
  await page.locator('.pane.source [data-start]').first().waitFor()
}
const CHART = '.chart[data-drawn] canvas'

const SHOTS: readonly Shot[] = [
  shot('facts', 'zh-CN', 'light', '/facts', '.facet .number'),
  shot('facts-en-dark', 'en-US', 'dark', `/facts?${SUBJECT}`, '.facet .number'),
  shot('claims', 'zh-CN', 'light', '/facts?rows=claim&claim=shared', '.claim-badge'),
  { ...shot('fact', 'zh-CN', 'light', `/facts?${SUBJECT}`, 'a.open'), before: openFirst },
  {
    ...shot(
      'article-dark',
      'zh-CN',
      'dark',
      '/facts?text=' + encodeURIComponent('核定床位'),
      'a.open',
    ),
    before: openArticle,
  },
  shot('rules', 'en-US', 'light', '/rules', '.sparkline'),
  shot('diff', 'en-US', 'light', '/runs/1/2', '.diff-group'),
  shot('measures-dark', 'zh-CN', 'dark', `/pictures/measures?${SUBJECT}`, CHART),
  shot('network', 'zh-CN', 'light', '/pictures/ties', CHART),
  shot('places', 'en-US', 'light', '/pictures/places', CHART),
  shot('dropped-dark', 'en-US', 'dark', '/pictures/drops', CHART),
  { ...shot('phone-facts', 'zh-CN', 'light', '/facts', '.facet'), viewport: PHONE },
  {
    ...shot('phone-fact-dark', 'en-US', 'dark', `/facts?${SUBJECT}`, 'a.open'),
    viewport: PHONE,
    before: openFirst,
  },
]

function shot(
  name: string,
  locale: Shot['locale'],
  colorScheme: Shot['colorScheme'],
  path: string,
  ready: string,
): Shot {
  return { name, locale, colorScheme, viewport: DESKTOP, path, ready }
}

let folder = ''
let audit: RunningAudit
let browser: Browser
beforeAll(async () => {
  await buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'yuanju-screenshots-'))
  const input = join(folder, 'pages')
  mkdirSync(input)
  mkdirSync(OUT, { recursive: true })
  writeCorpus(join(input, 'made-up'), 120, 7)
  const run = async (): Promise<void> => {
    const done = await yuanju(['run', input, '--store', join(folder, 'a.db'), '--quiet'])
    expect(done.code).toBe(0)
  }
  await run()
  for (const name of readdirSync(join(ROOT, 'seeds')))
    if (!name.endsWith('.json') && !name.endsWith('.md'))
      cpSync(join(ROOT, 'seeds', name), join(input, name))
  await run()
  audit = await startAudit(join(folder, 'a.db'))
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await audit.stop()
  rmSync(folder, { recursive: true, force: true })
})

it.each(SHOTS)('$name', async ({ name, path, ready, before, ...options }) => {
  const { page, faults } = await openPage(browser, audit.url, options)
  await page.goto(path)
  await page.locator(ready).first().waitFor({ state: 'attached' })
  await before?.(page)
  await page.screenshot({ path: join(OUT, `${name}.png`) })
  expect(faults).toEqual([])
  await page.context().close()
})
