import type { Random } from '../random.js'
import { nameOf, type Place, sentencesOf } from './sentences.js'

/** An article before it is laid out as a page; all simplified. */
export interface GeneratedArticle {
  readonly title: string
  readonly publisher: string
  readonly author: string
  /** `2024-03-07`. */
  readonly published: string
  readonly paragraphs: readonly string[]
}

/** What articles are made from. */
export interface Material {
  readonly places: readonly Place[]
  readonly random: Random
  /** A sentence for the article's first hospital that it shall hold, besides its own; null for none. */
  readonly marked: ((hospital: string) => string) | null
}

/** An article of 4 to 11 paragraphs about a few hospitals of one place and one from elsewhere. */
export function composeArticle({ places, random, marked }: Material): GeneratedArticle {
  const place = random.pick(places)
  const partner = random.pick(random.pick(places).hospitals)
  const year = random.integer(2021, 2025)
  const published = `${year}-${twoDigits(random.integer(1, 12))}-${twoDigits(random.integer(1, 28))}`
  const own = random.pick(place.hospitals)
  const scene = { place, own, partner, year, random }
  const sentences = sentencesOf(scene)
  const paragraphs = Array.from({ length: random.integer(4, 11) }, () =>
    takeFrom(sentences, random.integer(1, 3)).join(''),
  )
  if (marked !== null) paragraphs.splice(random.integer(1, 4), 0, marked(own))
  return {
    title: titleOf(scene.own, place.name, random),
    publisher: `${place.name}${random.pick(PUBLISHERS)}`,
    author: nameOf(random),
    published,
    paragraphs,
  }
}

function takeFrom(sentences: Iterator<string, undefined>, count: number): string[] {
  return Array.from({ length: count }, () => sentences.next().value ?? '')
}

function titleOf(hospital: string, place: string, random: Random): string {
  switch (random.integer(0, 3)) {
    case 0:
      return `${hospital}:${random.pick(SLOGANS)}`
    case 1:
      return `${place}${random.pick(SLOGANS)} ${random.pick(SLOGANS)}`
    case 2:
      return `${random.pick(SLOGANS)} ${hospital}交出年度答卷`
    default:
      return `${random.pick(SLOGANS)}——来自${hospital}的报道`
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

const PUBLISHERS = ['日报', '晚报', '新闻网', '广播电视台', '卫生健康委员会', '发布']
const SLOGANS = (
  '优质资源沉下来 百姓看病不再远 大病不出省 名医走进家门口 结对共建见实效 远程会诊进山村 技术平移补短板 ' +
  '老区患者有了新选择 专科联盟织密网络 一家医院的三年之变 让专家留下来 群众就医更有底气'
).split(' ')
