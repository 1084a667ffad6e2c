import type { Span } from '../../core/span.js'
import type { Attribute } from './scan-html.js'

/** Finds members and variables of scripts called one of `names` whose value looks like a time. */
export function compileTimes(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null
  const alternatives = names.map((name) => name.replaceAll('.', '\\.')).join('|')
  // The names go first, so that a script without them is passed over quickly.
  return new RegExp(
    `(?<![\\w$])(${alternatives})["']?\\s{0,4}[:=]\\s{0,4}["']?` +
      `((?:19|20)\\d\\d(?:[-/.]|年)\\d[\\d\\s:T/.月日Z+-]{4,25}|1\\d{9}(?:\\d{3})?)(?!\\d)`,
    'g',
  )
}

/** The times of a script, in order, each called `script:time`. */
export function readTimes(source: string, script: Span, times: RegExp | null): Attribute[] {
  if (times === null) return []
  const text = source.slice(script.start, script.end)
  return [...text.matchAll(times)].map((match) => {
    const value = match[2] ?? ''
    const end = script.start + match.index + match[0].length
    return { name: TIME_NAME, value, start: end - value.length, end, entities: [] }
  })
}

const TIME_NAME = 'script:time'
