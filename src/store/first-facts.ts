import type { Connection } from './database.js'
import type { FoundFact, FoundFacts } from './fact-query.js'
import { PACKED_BYTES, packedAt } from './packed-facts.js'

/** The first facts of a store and how many there are, at once: what is filtered takes a while to read. */
export function openFirstFacts(connection: Connection): (limit: number) => FoundFacts {
  const articles = connection.prepare<[], { result: number; facts: Buffer }>(
    `SELECT result, facts ${CURRENT} ORDER BY result`,
  )
  const count = connection
    .prepare<[], number>(`SELECT ifnull(sum(length(facts)), 0) / ${PACKED_BYTES} ${CURRENT}`)
    .pluck()
  return (limit) => {
    const places: FoundFact[] = []
    for (const { result, facts } of articles.iterate()) {
      for (let at = 0; at < facts.length && places.length < limit; at += PACKED_BYTES) {
        const sentence = facts.readDoubleLE(at + packedAt('sentence'))
        places.push({ result, position: at / PACKED_BYTES, sentence, claim: null })
      }
      if (places.length >= limit) break
    }
    return { total: count.get() ?? 0, places, pending: 0 }
  }
}

const CURRENT = `FROM search_articles s
WHERE EXISTS (SELECT 1 FROM validity v WHERE v.result = s.result AND v.to_run IS NULL)`
