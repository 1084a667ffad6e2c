import type { CurrentBodies } from '../store/current-bodies.js'
import type { LineIndex } from '../store/line-index.js'
import { slotKey } from '../rule/line-key.js'
import { unitsOf } from './line-units.js'
import { hashOf, RecurrenceSketch } from './recurrence-sketch.js'
import { siteOf } from './site.js'

/**
 * Enters the lines that recur among the bodies, numbers in them left open. Reads the bodies twice:
 * most lines stand in one article only, and the first reading tells them apart.
 */
export function indexLines(bodies: CurrentBodies, index: LineIndex): void {
  const sketch = new RecurrenceSketch(bodies.count() * LINES_EXPECTED)
  for (const { text } of bodies.all())
    for (const { key } of unitsOf(text)) sketch.add(hashOf(slotKey(key)))
  for (const body of bodies.all()) {
    let own = 0
    for (const { key, position, start, end } of unitsOf(body.text)) {
      const template = hashOf(slotKey(key))
      const length = end - start
      if (sketch.recurs(template))
        index.addLine({ article: body.result, position, template, exact: hashOf(key), length })
      else if (position >= 0) own += length
    }
    index.addArticle({ article: body.result, site: siteOf(body), own })
  }
  index.seal()
}

const LINES_EXPECTED = 32
