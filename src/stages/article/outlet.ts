import { endsLikePublisher, type Labels } from './labels.js'
import type { Reading } from './reading.js'

/**
 * The paper that a byline names before its role: 海州日报 of `海州日报记者 张三`, not 本报. `at` is where
 * `byline` starts.
 */
export function readOutlet(
  byline: string,
  at: number,
  labels: Labels,
): Omit<Reading, 'basis'> | null {
  const outlet = OUTLET.exec(byline)?.[1]
  if (outlet === undefined || labels.aroundNames.has(outlet)) return null
  if (!endsLikePublisher(outlet, labels)) return null
  const start = at + byline.indexOf(outlet)
  return {
    field: 'publisher',
    value: outlet,
    spans: [{ start, end: start + outlet.length }],
    trust: 1.4,
  }
}

/** What stands before 记者, its editorial desk and slashes left out. */
const OUTLET =
  /^[\s□■◎●]{0,4}(\p{Script=Han}[\p{L}\p{N}]{1,11}?)(?:[\s/／∕|｜丨·]{0,4})(?:全媒体|融媒体|首席|特派|见习|实习|特约|本报)?记者/u
