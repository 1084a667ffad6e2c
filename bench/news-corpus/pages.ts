import * as library from 'opencc-js'
import { z } from 'zod'
import type { Random } from '../random.js'
import type { GeneratedArticle } from './article.js'

/** How a page is laid out. */
export interface PageForm {
  readonly extension: '.txt' | '.html'
  readonly isTraditional: boolean
  readonly isSpammed: boolean
  /** Commas and the like as wide as characters. */
  readonly isWide: boolean
}

/**
 * Two in five pages are HTML, one in ten is traditional, one in ten has spam words injected; half
 * have wide punctuation.
 */
export function pickForm(random: Random): PageForm {
  return {
    extension: random.next() < 0.4 ? '.html' : '.txt',
    isTraditional: random.next() < 0.1,
    isSpammed: random.next() < 0.1,
    isWide: random.next() < 0.5,
  }
}

/** A page as crawled: the article among navigation, notices and related links. */
export function layOut(article: GeneratedArticle, form: PageForm, random: Random): string {
  const paragraphs = form.isSpammed
    ? article.paragraphs.map((paragraph) => inject(paragraph, random))
    : article.paragraphs
  const page = {
    ...article,
    title: form.isWide ? widen(article.title) : article.title,
    paragraphs: form.isWide ? paragraphs.map(widen) : paragraphs,
  }
  const text = form.extension === '.html' ? htmlPage(page, random) : textPage(page, random)
  return form.isTraditional ? toTraditional(text) : text
}

function widen(text: string): string {
  return text.replace(/[,:?]/g, (sign) => WIDE[sign] ?? sign)
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', '?': '？' }

/** The library's types leave its exports out. */
const { Converter } = z
  .object({
    Converter: z.custom<(options: object) => (text: string) => string>(
      (value) => typeof value === 'function',
    ),
  })
  .parse(library)
const toTraditional = Converter({ from: 'cn', to: 't' })

function textPage(article: GeneratedArticle, random: Random): string {
  const { title, publisher, published, author, paragraphs } = article
  return [
    random.pick(NAVIGATION),
    '',
    title,
    `${published} 来源:${publisher} 作者:${author}`,
    '',
    ...paragraphs.flatMap((paragraph) => [paragraph, '']),
    `(责任编辑:${author})`,
    random.pick(NOTICES),
    '相关阅读',
    ...related(random),
    '',
  ].join('\n')
}

function htmlPage(article: GeneratedArticle, random: Random): string {
  const { title, publisher, published, author, paragraphs } = article
  const links = related(random).map(
    (line) => `<li><a href="/a/${random.integer(1, 99_999)}.html">${line}</a></li>`,
  )
  const navigation = random
    .pick(NAVIGATION)
    .split(/[ >]+/)
    .map((item) => `<a href="/">${item}</a>`)
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title} - ${publisher}</title></head>
<body>
<div class="nav">${navigation.join(' ')}</div>
<h1>${title}</h1>
<div class="info"><span>${published}</span> <span>来源:${publisher}</span> <span>作者:${author}</span></div>
<div class="content">
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</div>
<p class="editor">责任编辑:${author}</p>
<div class="related"><h3>相关阅读</h3><ul>${links.join('')}</ul></div>
<div class="footer">${random.pick(NOTICES)}</div>
</body></html>
`
}

/** Gambling words between two characters of some sentences, as link farms put them. */
function inject(paragraph: string, random: Random): string {
  if (random.next() > 0.3) return paragraph
  const at = random.integer(1, paragraph.length - 1)
  return paragraph.slice(0, at) + random.pick(SPAM) + paragraph.slice(at)
}

function related(random: Random): string[] {
  return Array.from({ length: random.integer(2, 6) }, () => random.pick(RELATED))
}

const NAVIGATION = [
  '首页 > 新闻中心 > 卫生健康',
  '网站首页 要闻 时政 社会 健康 教育 专题',
  '您现在的位置: 首页 > 本地新闻 > 正文',
]
const NOTICES = [
  '免责声明:本网转载此文目的在于传递更多信息,并不代表本网赞同其观点和对其真实性负责。',
  '版权声明:凡本网注明来源的作品,未经授权不得转载、摘编。',
  '本文来源于网络,如有侵权请联系删除。',
]
const RELATED = [
  '一图读懂今年的民生实事',
  '公交线路下周起有调整',
  '这些证件可以在网上办',
  '周末天气先晴后雨',
  '图书馆延长开放时间',
  '新一批文化惠民演出启动',
  '冬季取暖安全提示',
]
const SPAM = ['线上娱乐城', '百家乐打法', '老虎机', '真人棋牌']
