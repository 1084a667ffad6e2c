import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage, type RunningAudit, startAudit } from './browser.js'
import { buildOnce, ROOT, yuanju } from '../e2e/yuanju.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let folder = ''
let audit: RunningAudit
let browser: Browser
beforeAll(async () => {
  await buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'yuanju-access-'))
  const store = join(folder, 'a.db')
  await yuanju(['run', join(ROOT, 'seeds'), '--store', store, '--quiet'])
  audit = await startAudit(store)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await audit.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What axe finds that would keep somebody out. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

const VIEWS = ['facts', 'fact', 'article', 'original', 'review', 'rules', 'rule', 'runs'] as const

describe.each(['light', 'dark'] as const)('in a %s theme', (colorScheme) => {
  it.each(VIEWS)('nothing of the view %s keeps anybody out', async (view) => {
    const { page } = await openPage(browser, audit.url, { colorScheme })
    await page.goto('/facts')
    const open = page.locator('table.facts a.open').first()
    await open.waitFor()
    const fact = (await open.getAttribute('href')) ?? ''
    const article = (await page.locator('table.facts .meta a').first().getAttribute('href')) ?? ''
    const paths = {
      facts: '/facts',
      fact,
      article,
      original: `${article}&view=original`,
      review: '/review',
      rules: '/rules',
      rule: '/rules/measure/growth',
      runs: '/runs',
    }
    await page.goto(paths[view])
    await page.waitForLoadState('networkidle')
    expect(await barriers(page)).toEqual([])
  })
})

describe('on a phone', () => {
  it.each(['/facts', '/review', '/rules', '/runs'])('%s fits the width', async (path) => {
    const { page } = await openPage(browser, audit.url, { viewport: { width: 360, height: 740 } })
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
