import { Automaton } from '../../dictionary/automaton.js'
import type { PhraseList } from '../../dictionary/phrase-lists.js'
import type { Span } from '../../core/span.js'
import type { SpamRole } from '../../rule/page-dictionaries.js'

/** A phrase of the dictionary in a text. */
export interface SpamHit extends Span {
  readonly role: SpamRole
  readonly entry: string
}

/**
 * The spam dictionary as automata: one for seeds, which every page is searched for, one for what goes
 * with them and one for what speaks against them, asked only where a seed stands. Texts are folded
 * to simplified characters (`foldScripts`).
 */
export class SpamLexicon {
  private readonly seeds: RoleFinder
  private readonly companions: RoleFinder
  private readonly topics: RoleFinder

  constructor(lists: readonly PhraseList[]) {
    this.seeds = new RoleFinder(lists, SEEDS)
    this.companions = new RoleFinder(lists, COMPANIONS)
    this.topics = new RoleFinder(lists, ['topic', 'crime', 'verb', 'matter'])
  }

  /** Seeds and hints, by end. */
  findSeeds(text: string): SpamHit[] {
    return this.seeds.find(text)
  }

  /** All that an injected phrase is made of, seeds too, by end. */
  findCompanions(text: string): SpamHit[] {
    return this.companions.find(text)
  }

  /** What tells that a page or a sentence speaks of the thing itself, by end. */
  findTopics(text: string): SpamHit[] {
    return this.topics.find(text)
  }

  /** The entry of the first seed in a text; null if it holds none. */
  seedIn(text: string): string | null {
    return this.seeds.find(text)[0]?.entry ?? null
  }
}

class RoleFinder {
  private readonly automaton: Automaton
  /** The lists that a phrase stands in: `无码` is a hint by itself and an advert behind a seed. */
  private readonly owners: readonly (readonly { role: SpamRole; entry: string }[])[]

  constructor(lists: readonly PhraseList[], roles: readonly SpamRole[]) {
    const owners = new Map<string, { role: SpamRole; entry: string }[]>()
    for (const { id, role: name, phrases } of lists) {
      const role = roles.find((known) => known === name)
      if (role === undefined) continue
      for (const phrase of phrases.flatMap(writings)) {
        const known = owners.get(phrase)
        if (known === undefined) owners.set(phrase, [{ role, entry: id }])
        else known.push({ role, entry: id })
      }
    }
    this.automaton = new Automaton([...owners.keys()])
    this.owners = [...owners.values()]
  }

  find(text: string): SpamHit[] {
    const hits: SpamHit[] = []
    this.automaton.scan(text, (phrase, start, end) => {
      for (const { role, entry } of this.owners[phrase]!) hits.push({ role, entry, start, end })
    })
    return hits
  }
}

/** A phrase in the cases its Latin letters are written in, so that texts need not be folded. */
function writings(phrase: string): string[] {
  const lower = phrase.toLowerCase()
  const upper = phrase.toUpperCase()
  if (lower === upper) return [phrase]
  const title = lower.replace(/[a-z]/, (letter) => letter.toUpperCase())
  return [...new Set([phrase, lower, upper, title])]
}

const SEEDS: readonly SpamRole[] = ['seed', 'hint']
const COMPANIONS: readonly SpamRole[] = [...SEEDS, 'before', 'house', 'behind', 'advert', 'contact']
