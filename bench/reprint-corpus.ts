import { articleSentences, bulletin } from './news-text.js'
import { type Random, randomOf } from './random.js'

/** How a page came to be: an article of its own, a bulletin of a series, or a way of reprinting. */
export type PageKind =
  'own' | 'bulletin' | 'cut' | 'framed' | 'injected' | 'excerpt' | 'spun-15' | 'spun-25'

/** A page's body and the group of pages that print the same article; a page of its own has its own. */
export interface BenchPage {
  readonly kind: PageKind
  readonly group: number
  readonly text: string
}

export interface CorpusShape {
  readonly pages: number
  readonly seed: number
  /** Swaps that the spinner makes, from and to. */
  readonly swaps: readonly (readonly [string, string])[]
}

/** A third of the pages are reprints of others in six ways; of the rest a tenth are bulletins. */
export function* reprintCorpus({ pages, seed, swaps }: CorpusShape): Generator<BenchPage> {
  const random = randomOf(seed)
  let made = 0
  for (let group = 0; made < pages; group++) {
    if (random.next() < 0.1) {
      const text = bulletin(group % 25, group, random).join('\n')
      yield { kind: 'bulletin', group, text }
      made++
      continue
    }
    const sentences = articleSentences(random)
    yield { kind: 'own', group, text: toParagraphs(sentences, random) }
    made++
    const copies = random.next() < 0.3 ? random.integer(1, 3) : 0
    for (let copy = 0; copy < copies && made < pages; copy++, made++) {
      const kind = random.pick(REPRINTS)
      const again = reprint(kind, sentences, random, swaps)
      yield { kind, group, text: toParagraphs(again, random) }
    }
  }
}

const REPRINTS = ['cut', 'framed', 'injected', 'excerpt', 'spun-15', 'spun-25'] as const

function reprint(
  kind: (typeof REPRINTS)[number],
  sentences: readonly string[],
  random: Random,
  swaps: CorpusShape['swaps'],
): string[] {
  switch (kind) {
    case 'cut':
      return without(sentences, 0.05 + 0.15 * random.next(), random)
    case 'framed':
      return [
        ...articleSentences(random).slice(0, 2),
        ...sentences,
        '来稿请寄本站编辑部,欢迎转发。',
      ]
    case 'injected':
      return sentences.map((sentence) => inject(sentence, random))
    case 'excerpt': {
      const length = Math.ceil(sentences.length * (0.5 + 0.4 * random.next()))
      const start = random.integer(0, sentences.length - length)
      return sentences.slice(start, start + length)
    }
    case 'spun-15':
      return spin(sentences, 0.15, random, swaps)
    case 'spun-25':
      return spin(sentences, 0.25, random, swaps)
  }
}

function without(sentences: readonly string[], share: number, random: Random): string[] {
  const kept = sentences.filter(() => random.next() >= share)
  return kept.length > 0 ? kept : [...sentences]
}

function inject(sentence: string, random: Random): string {
  if (random.next() > 0.2) return sentence
  const at = random.integer(1, sentence.length - 1)
  return (
    sentence.slice(0, at) + random.pick(['线上娱乐城', '百家乐打法', '老虎机']) + sentence.slice(at)
  )
}

/** Swaps words until about that share of all words (two characters each) is swapped. */
function spin(
  sentences: readonly string[],
  share: number,
  random: Random,
  swaps: CorpusShape['swaps'],
): string[] {
  let text = sentences.join('\n')
  const wanted = (share * text.length) / 1.8
  let done = 0
  const order = swaps.map((swap) => ({ swap, key: random.next() })).sort((a, b) => a.key - b.key)
  for (const { swap } of order) {
    if (done >= wanted) break
    const parts = text.split(swap[0])
    done += parts.length - 1
    text = parts.join(swap[1])
  }
  return text.split('\n')
}

function toParagraphs(sentences: readonly string[], random: Random): string {
  let text = ''
  for (const sentence of sentences)
    text += (random.next() < 0.3 && text !== '' ? '\n' : '') + sentence
  return text
}
