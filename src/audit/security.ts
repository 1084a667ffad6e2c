import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/** A token that only pages of this server know: others cannot read its answers. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url')
}

export const TOKEN_HEADER = 'x-yuanju-token'

/**
 * Lets through only what a page of this server asks. A foreign `Host` is a name bound to 127.0.0.1 by
 * somebody else (DNS rebinding), a foreign `Origin` another site's page; changes need the token.
 */
export function guard(token: string): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    if (!LOCAL_HOST.test(host)) return context.text('This server answers 127.0.0.1 only.\n', 403)
    const origin = context.req.header('origin')
    if (origin !== undefined && origin !== `http://${host}`)
      return context.text('Other sites may not ask this server.\n', 403)
    const site = context.req.header('sec-fetch-site')
    const isPage = context.req.header('sec-fetch-mode') === 'navigate'
    if (site === 'cross-site' && !isPage)
      return context.text('Other sites may not ask this server.\n', 403)
    if (!SAFE_METHODS.has(context.req.method)) {
      const given = context.req.header(TOKEN_HEADER) ?? ''
      if (!isSame(given, token)) return context.text('The token is missing or wrong.\n', 403)
    }
    await next()
    for (const [name, value] of Object.entries(HEADERS))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value)
    return undefined
  }
}

/** No code or style stands in a page, and nothing comes from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** For a crawled page: no code, no network, no window; what it brought along itself may be shown. */
export const CRAWLED_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ')

const HEADERS = {
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
