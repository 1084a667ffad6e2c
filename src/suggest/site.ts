import type { CurrentBody } from '../store/current-bodies.js'

/**
 * The site an article is taken to be of: the host of its url without `www.`; else the folder that it
 * lay in at the top of the input, as crawlers make one a site; else its publisher; else nothing.
 * `siteOf({ url: 'https://www.a.example/1.html', … }) // 'a.example'`
 */
export function siteOf({
  url,
  path,
  publisher,
}: Pick<CurrentBody, 'url' | 'path' | 'publisher'>): string {
  const host = url === null ? undefined : HOST.exec(url)?.[1]
  if (host !== undefined) return host.toLowerCase()
  const slash = path.indexOf('/')
  return slash > 0 ? path.slice(0, slash) : (publisher ?? '')
}

const HOST = /^(?:[a-z]{2,5}:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/:?#]|$)/i
