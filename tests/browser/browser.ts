import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { startYuanju } from '../e2e/yuanju.js'

/** Debian's Chromium, or the one that CHROMIUM names. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** @throws {Error} that says what to install where there is no browser: these tests are never skipped */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(
      `There is no browser at ${CHROMIUM}. Install one (Debian: apt-get install chromium), or name it with CHROMIUM=/path/to/chromium.`,
    )
  // The sandbox of Chromium cannot be had by root, as whom containers run tests.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: CHROMIUM, args })
}

/** A running `yuanju audit`. */
export interface RunningAudit {
  readonly url: string
  stop(): Promise<void>
}

export async function startAudit(store: string): Promise<RunningAudit> {
  const child = startYuanju(['audit', '--store', store, '--port', '0', '--json', '--quiet'])
  let out = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const found = /"url":"([^"]+)"/.exec(out)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('close', (code) => {
      reject(new Error(`yuanju audit ended with ${String(code)}: ${out}`))
    })
  })
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('close')
        child.on('close', () => {
          resolve()
        })
        child.kill('SIGTERM')
      }),
  }
}

/** A page whose errors and foreign requests are noted: there should be none. */
export interface WatchedPage {
  readonly page: Page
  readonly faults: readonly string[]
}

export async function openPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: url, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  const isForeign = (address: string): boolean =>
    !address.startsWith(url) && !address.startsWith('data:')
  page.on('response', (response) => {
    if (isForeign(response.url())) faults.push(`asked ${response.url()}`)
  })
  // What the content policy forbids is reported, too, but never leaves the browser.
  page.on('requestfailed', (request) => {
    if (isForeign(request.url()) && request.failure()?.errorText !== 'csp')
      faults.push(`asked ${request.url()}: ${request.failure()?.errorText ?? ''}`)
  })
  return { page, faults }
}
