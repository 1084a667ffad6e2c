import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../../src/core/errors.js'
import { checkSites } from '../../../src/stages/article/check-sites.js'
import { elementFinder, parseSelector } from '../../../src/stages/article/selector.js'
import { SiteFinder } from '../../../src/stages/article/sites.js'
import { readPage } from './read-page.js'

const PATH = 'dictionaries/sites.yaml'
const dictionary = { path: PATH, text: readFileSync(PATH, 'utf8') }

/** The element that one selector finds on a path. */
function find(source: string, path: string): string | null {
  const selector = parseSelector(source)
  return selector === null ? null : elementFinder([selector])(path)
}

describe('a selector', () => {
  it.each([
    ['p', 'html/body/div/p', 'html/body/div/p'],
    ['.article', 'html/body/div.article/p', 'html/body/div.article'],
    ['#main', 'html/body/div.box.wide#main/p/span', 'html/body/div.box.wide#main'],
    ['div.box#main', 'html/body/div.box.wide#main/p', 'html/body/div.box.wide#main'],
    ['.wide.box', 'html/body/div.box.wide/p', 'html/body/div.box.wide'],
    ['body p', 'html/body/div:2/p', 'html/body/div:2/p'],
    ['.main .text', 'html/body/div.main/div/div.text/p', 'html/body/div.main/div/div.text'],
    ['.main > .text', 'html/body/div.main/div.text/p', 'html/body/div.main/div.text'],
    ['.a > .b .c', 'html/div.a/div/div.a/div.b/p/i.c', 'html/div.a/div/div.a/div.b/p/i.c'],
    ['div', 'html/body/div:1/div:2', 'html/body/div:1'],
  ])('%s finds the outermost element it means on %s', (source, path, element) => {
    expect(find(source, path)).toBe(element)
  })

  it.each([
    ['.article', 'html/body/div.articles/p'],
    ['.article', 'html/body/div#article/p'],
    ['.main > .text', 'html/body/div.main/div/div.text/p'],
    ['.text .main', 'html/body/div.main/div.text/p'],
    ['.main .main', 'html/body/div.main/p'],
    ['div', 'html/body/divider/p'],
    ['p.lead', 'html/body/div.lead/p'],
  ])('%s finds nothing on %s', (source, path) => {
    expect(find(source, path)).toBeNull()
  })

  it.each(['', '> p', 'p >', 'p > > a', 'a, b', 'p:first-child', 'a[href]', '*', '.', '#', 'div.'])(
    'is not written "%s"',
    (source) => {
      expect(parseSelector(source)).toBeNull()
    },
  )

  it('finds of several the outermost element, whichever is asked first', () => {
    const selectors = ['.inner', '.outer'].map((source) => parseSelector(source)!)
    const path = 'html/body/div.outer/div.inner/p'
    expect(elementFinder(selectors)(path)).toBe('html/body/div.outer')
  })

  it('finds what a chain of regular expressions finds', () => {
    const element = fc.constantFrom('div', 'div.a', 'div.b', 'p.a', 'p')
    const step = fc.constantFrom('div', '.a', '.b', 'p')
    const join = fc.constantFrom(' ', ' > ')
    fc.assert(
      fc.property(
        fc.array(element, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(join, step), { minLength: 1, maxLength: 4 }),
        (elements, steps) => {
          const source = steps.map(([sign, word], at) => (at === 0 ? word : sign + word)).join('')
          expect(find(source, elements.join('/'))).toBe(findPlainly(steps, elements))
        },
      ),
    )
  })

  it('reads many long paths in time proportional to their length', () => {
    const deep = Array.from({ length: 60 }, () => 'div.a').join('/')
    const finder = elementFinder([parseSelector('.a .a .a .a > .b .a .a .a > .c')!])
    const found = Array.from({ length: 50_000 }, (_, index) => finder(`${deep}/p:${index}`))
    expect(found.every((element) => element === null)).toBe(true)
  })
})

/** The same by trying every way: the shortest beginning of the path that the whole selector fits. */
function findPlainly(
  steps: readonly (readonly [string, string])[],
  elements: readonly string[],
): string | null {
  const fits = (element: string, word: string): boolean =>
    word.startsWith('.') ? element.endsWith(word) : element.split('.')[0] === word
  const leadsTo = (at: number, step: number): boolean => {
    const [sign, word] = steps[step]!
    if (!fits(elements[at]!, word)) return false
    if (step === 0) return true
    for (let before = at - 1; before >= 0; before--) {
      if (leadsTo(before, step - 1)) return true
      if (sign === ' > ') return false
    }
    return false
  }
  const end = elements.findIndex((_, at) => leadsTo(at, steps.length - 1))
  return end < 0 ? null : elements.slice(0, end + 1).join('/')
}

describe('the dictionary of sites', () => {
  it('finds its own examples', () => {
    const { problems, rules, examples } = checkSites([dictionary])
    expect(problems).toEqual([])
    expect(examples).toBeGreaterThan(rules * 2)
  })

  it.each([
    ['https://www.guancha.cn/a/1.shtml', 'sites/guancha'],
    ['http://health.people.com.cn/n1/1.html', 'sites/people'],
    ['//mp.weixin.qq.com/s?__biz=1', 'sites/weixin'],
    ['www.sohu.com/a/1_2', 'sites/sohu'],
    ['HTTPS://NEWS.SINA.COM.CN/c/1.shtml', 'sites/sina'],
  ])('knows %s', (address, id) => {
    expect(new SiteFinder([dictionary]).find(address)?.id).toBe(id)
  })

  it.each(['https://notpeople.com.cn/1.html', 'https://people.com.cn.example/1', '/n1/1.html', ''])(
    'does not know %s',
    (address) => {
      expect(new SiteFinder([dictionary]).find(address)).toBeNull()
    },
  )

  it('says where a selector is none', () => {
    const text = siteFile({ body: "['#text', 'p:first-child']" })
    expect(() => new SiteFinder([{ path: 'own.yaml', text }])).toThrow(
      /^own\.yaml:5:21: sites\/own: sites\.0\.body\.1: "p:first-child" is no selector known here/,
    )
  })

  it('says which host is given twice', () => {
    const text = siteFile({ hosts: '[a.example, a.example]' })
    expect(() => new SiteFinder([{ path: 'own.yaml', text }])).toThrow(ConfigError)
    expect(() => new SiteFinder([{ path: 'own.yaml', text }])).toThrow(
      'own.yaml:3:24: sites/own: "a.example" is given twice. Remove one of them.',
    )
  })

  it('reports examples that do not come out, and selectors without one', () => {
    const text = siteFile({ body: "['#text', .old, aside]" })
    const { problems } = checkSites([{ path: 'own.yaml', text }])
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '7: a selector of body finds html/body/aside/p, which it must not.',
      '5: .old finds none of the examples in matches.body.',
      '5: aside finds none of the examples in matches.body.',
    ])
  })
})

function siteFile({ hosts = '[a.example]', body = "['#text']" }): string {
  return `sites:
  - id: sites/own
    hosts: ${hosts}
    why: for this test
    body: ${body}
    matches: { body: [html/body/div#text/p] }
    rejects: { body: [html/body/aside/p] }
`
}

const WORDS = '门诊开到了晚上九点，药房和检验科也同步开放，首周共有三百人次就诊。'

/** A page of a site with an account's name in its hidden card, as one of the known ones has it. */
function accountPage(address: string, bodyId: string): string {
  return `<html><head><meta property="og:url" content="${address}"><title>夜间门诊</title></head><body>
    <h1 id="activity-name">县医院开通夜间门诊</h1>
    <div id="meta_content"><span>原创</span> <span>张小三</span> <a>山城健康</a>
      <div class="profile_container"><div class="profile_inner"><strong>山城健康</strong>
        <p>微信号</p></div></div>
      <em id="publish_time">2024-03-05 08:12</em></div>
    <div id="${bodyId}"><p>${WORDS}</p><p>患者说方便多了</p></div>
    <div class="words"><p>${WORDS.repeat(3)}</p></div></body></html>`
}

describe('a page of a known site', () => {
  const address = 'https://mp.weixin.qq.com/s/abc'

  it('has the body and the account that its selectors name', () => {
    const { article } = readPage(accountPage(address, 'js_content'))
    expect(article.text.text.split('\n')).toEqual([WORDS, '患者说方便多了'])
    expect(article.publisher?.value).toBe('山城健康')
    expect(article.published?.value).toBe('2024-03-05T08:12')
  })

  it('is read as any other where its layout has changed', () => {
    const changed = accountPage(address, 'page_body')
    const unknown = accountPage('https://news.example/s/abc', 'page_body')
    const { url, ...article } = readPage(changed).article
    expect(url?.value).toBe(address)
    expect(article.text.text).toBe(readPage(unknown).article.text.text)
    expect(article.text.text).toContain(WORDS)
    expect(article.publisher?.value).toBe(readPage(unknown).article.publisher?.value)
  })

  it('is read as any other where its selectors find an empty element', () => {
    const page = accountPage(address, 'page_body').replace(
      '<div class="words">',
      '<div id="js_content"><p>加载中</p></div><div class="words">',
    )
    expect(readPage(page).article.text.text).toContain(WORDS)
  })

  it('is known by an address that it shows where its head gives none', () => {
    const page = accountPage(address, 'js_content')
      .replace(/<meta[^>]*>/, '')
      .replace('</body>', `<p>原文链接：${address}</p></body>`)
    expect(readPage(page).article.publisher?.value).toBe('山城健康')
  })
})
