import { randomOf } from '../random.js'
import { composeArticle, type GeneratedArticle } from './article.js'
import { layOut, pickForm } from './pages.js'
import type { Place } from './sentences.js'

export interface CorpusShape {
  readonly pages: number
  readonly seed: number
  readonly places: readonly Place[]
}

/** A file of the corpus; `path` has folders of a hundred files, two levels deep. */
export interface CorpusPage {
  readonly path: string
  readonly text: string
  /** True where the article holds the marked words, as every hundredth does. */
  readonly isMarked: boolean
}

/** Words that no template but the marked sentence holds: a rule about them touches 1 % of the pages. */
export const MARKED_WORDS = '杏林名师'

/**
 * Pages one after the other, the same for the same shape; memory does not grow with their number.
 * One in ten reprints an article a little way before it, with a paragraph more or less.
 */
export function* newsCorpus({ pages, seed, places }: CorpusShape): Generator<CorpusPage> {
  const random = randomOf(seed)
  const recent: GeneratedArticle[] = []
  for (let index = 0; index < pages; index++) {
    const isMarked = index % 100 === MARKED_PAGE
    const former = recent.length > 0 && random.next() < 0.1 ? random.pick(recent) : null
    const marked = (hospital: string): string =>
      `${hospital}选聘${MARKED_WORDS}${random.integer(3, 90)}名,分赴各县坐诊带教。`
    const article =
      former === null || isMarked
        ? composeArticle({ places, random, marked: isMarked ? marked : null })
        : reprintOf(former, random.integer(0, 2))
    if (!isMarked) recent.push(article)
    if (recent.length > RECENT) recent.shift()
    const form = pickForm(random)
    const path = `${pathOf(index)}${form.extension}`
    yield { path, text: layOut(article, form, random), isMarked }
  }
}

const MARKED_PAGE = 37
/** Reprints come soon after their article. */
const RECENT = 60

/** Cut at the end, framed, or as it was, from another house a day later. */
function reprintOf(article: GeneratedArticle, way: number): GeneratedArticle {
  const { paragraphs } = article
  const changed = [
    paragraphs.slice(0, -1),
    [...paragraphs, '以上内容由本网整理,欢迎转发分享。'],
    paragraphs,
  ]
  return { ...article, publisher: '健康时讯网', paragraphs: changed[way] ?? paragraphs }
}

/** `00/12/001234` */
function pathOf(index: number): string {
  const name = String(index).padStart(6, '0')
  return `${name.slice(0, -4)}/${name.slice(-4, -2)}/${name}`
}
