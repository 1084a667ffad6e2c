import type { CurrentBody } from '../store/current-bodies.js'
import { addToHash, type BreakFinder, isHan, LONGEST, SHORTEST } from './broken-words.js'
import { RecurrenceSketch } from './recurrence-sketch.js'
import { sampleOf, type Sighting, Sightings } from './sightings.js'

/**
 * Phrases that break different words in `min` articles or more. `bodies` are read twice: only what
 * recurs is tried.
 */
export function findBreakingPhrases(
  bodies: () => Iterable<CurrentBody>,
  finder: BreakFinder,
  min: number,
): Map<string, Sighting> {
  const sketch = new RecurrenceSketch(STRETCHES)
  for (const { text } of bodies()) addStretches(text, sketch)
  const seen = new Sightings()
  const words = new Map<string, string | null>()
  for (const body of bodies()) {
    let offset = 0
    for (const line of body.text.split('\n')) {
      for (const { start, end, word } of finder.find(line, (hash) => sketch.recurs(hash))) {
        const phrase = line.slice(start, end)
        seen.add(phrase, body, () => sampleOf(body, offset + start, offset + end))
        const former = words.get(phrase)
        words.set(phrase, former === undefined || former === word ? word : null)
      }
      offset += line.length + 1
    }
  }
  const found = seen.ofAtLeast(min)
  // What breaks one word only, wherever it stands, is a longer word's part.
  for (const phrase of found.keys()) if (words.get(phrase) !== null) found.delete(phrase)
  return found
}

function addStretches(text: string, sketch: RecurrenceSketch): void {
  for (let start = 0; start < text.length; start++) {
    let hash = 0
    for (let end = start; end < Math.min(start + LONGEST, text.length); end++) {
      const unit = text.charCodeAt(end)
      if (!isHan(unit)) break
      hash = addToHash(hash, unit)
      if (end + 1 - start >= SHORTEST) sketch.add(hash)
    }
  }
}

const STRETCHES = 2 ** 22
