import { Readability } from '@mozilla/readability'
import { DOMParser } from 'linkedom'
import { z } from 'zod'
import { NO_READING, type Reading } from './reading.js'

const resultSchema = z.object({
  textContent: z.string().nullish(),
  title: z.string().nullish(),
  byline: z.string().nullish(),
  siteName: z.string().nullish(),
  publishedTime: z.string().nullish(),
})

/** What @mozilla/readability on linkedom reads off a decoded page. The one file that knows both. */
export function readWithReadability(html: string): Reading {
  const document = new DOMParser().parseFromString(html, 'text/html')
  const result = new Readability(document).parse()
  if (result === null) return NO_READING
  const { textContent, title, byline, siteName, publishedTime } = resultSchema.parse(result)
  return {
    body: textContent ?? '',
    title: title ?? null,
    published: publishedTime ?? null,
    author: byline ?? null,
    publisher: siteName ?? null,
  }
}
