import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { netEffectOf } from '../../../src/core/net-effect.js'
import { describePage, linesOf, linesOfBody, readPage } from './page.js'

describe('an HTML page', () => {
  it.each(['article-page', 'broken-markup'])('of the fixture %s has the lines expected', (name) => {
    const folder = `fixtures/markup/${name}`
    const page = readPage(readFileSync(`${folder}/input.html`, 'utf8'))
    expect(page.format).toBe('html')
    expect(describePage(page)).toBe(readFileSync(`${folder}/expected.txt`, 'utf8'))
  })

  it.each([
    ['drops a line break between Hanzi', '<p>区域医疗\n   中心</p>', ['区域医疗中心']],
    ['drops one beside a quotation mark', '<p>他说：\n“好。”</p>', ['他说：“好。”']],
    ['makes a line break between words a space', '<p>open\n  data</p>', ['open data']],
    ['collapses a run of spaces to one', '<p>来源   作者</p>', ['来源 作者']],
    ['keeps a space between elements', '<span>来源</span>\n<span>作者</span>', ['来源 作者']],
    ['keeps no-break and ideographic spaces inside', '<p>甲&nbsp;乙　丙</p>', ['甲\u00a0乙　丙']],
    ['drops them at the edges', '<p>　　甲&nbsp;&emsp;</p>', ['甲']],
    ['makes no line of blanks', '<p>甲</p><p>&nbsp;　</p><br><br><p>乙</p>', ['甲', '乙']],
    [
      'keeps the lines of preformatted text',
      '<pre>\n一  行\r\n 二行\n\n</pre>',
      ['一  行', '二行'],
    ],
    ['drops readings above characters', '<ruby>区<rp>(<rt>qū<rp>)</ruby>域', ['区域']],
    ['drops drawings with titles of their own', '<svg><title/><g>图</g></svg>文', ['文']],
    ['drops what stands in for scripts', '<noscript>请打开脚本</noscript>文', ['文']],
    ['decodes entities, legacy ones too', '&#x4e2d;&#25991;&amp;&copy 甲', ['中文&© 甲']],
    ['leaves what only looks like an entity', '<p>a&b; c&nosuch;</p>', ['a&b; c&nosuch;']],
    ['ends a list item where the next begins', '<ul><li>一<li>二</ul>', ['一', '二']],
    ['ends a paragraph where a block begins', '<p>一<div>二</div>', ['一', '二']],
    ['resumes behind a hidden list item', '<li hidden>一<li>二', ['二']],
    ['resumes behind a hidden inline element', '<p>一<i hidden>二<p>三', ['一', '三']],
    ['reads a comment that is never closed', '<p>一</p><!-- 二', ['一']],
    ['takes the end tag of br for br', '一</br>二', ['一', '二']],
  ])('%s', (_name, html, lines) => {
    expect(linesOfBody(html)).toEqual(lines)
  })

  it('maps an entity to exactly the reference in the source', () => {
    const { text } = readPage('<p>门诊&mdash;&#x4e2d;心</p>')
    expect(text.text).toBe('门诊—中心')
    const [dash] = text.toSource({ start: 2, end: 3 })
    const [hanzi] = text.toSource({ start: 3, end: 4 })
    expect(text.source.slice(dash?.start, dash?.end)).toBe('&mdash;')
    expect(text.source.slice(hanzi?.start, hanzi?.end)).toBe('&#x4e2d;')
  })

  it('maps entities in attribute values one by one', () => {
    const { text } = readPage('<meta name="author" content="&nbsp;&#38472;&amp;&#26446;平">')
    expect(text.text).toBe('陈&李平')
    expect(text.toSource({ start: 2, end: 3 })).toEqual([
      { start: text.source.indexOf('&#26446;'), end: text.source.indexOf('平') },
    ])
  })

  it('gives a reason for everything it drops', () => {
    const source =
      '<p>甲<!-- c --></p><script>s</script><style>t</style><p hidden>h</p>' +
      '<button>b</button><iframe></iframe><ruby>乙<rt>r</ruby>  丙 \n\n 丁'
    const { dropped } = netEffectOf(readPage(source).text)
    const reasons = dropped.map(({ start, end, kind, rule }) => [
      kind,
      rule,
      source.slice(start, end),
    ])
    expect(reasons).toEqual([
      ['markup', 'markup/tag', '<p>'],
      ['markup', 'markup/comment', '<!-- c -->'],
      ['markup', 'markup/tag', '</p>'],
      ['markup', 'markup/script', '<script>s</script>'],
      ['markup', 'markup/style', '<style>t</style>'],
      ['markup', 'markup/hidden', '<p hidden>h</p>'],
      ['markup', 'markup/control', '<button>b</button>'],
      ['markup', 'markup/embedded', '<iframe></iframe>'],
      ['markup', 'markup/tag', '<ruby>'],
      ['markup', 'markup/ruby', '<rt>r</ruby>'],
      ['space', 'markup/space', ' '],
      ['space', 'markup/space', ' \n\n '],
    ])
  })

  it('drops hidden text unless most of the page is hidden', () => {
    expect(linesOfBody('<p>正文一段</p><p style="color:red;display : none">暗</p>')).toEqual([
      '正文一段',
    ])
    expect(linesOfBody('<h1>题</h1><div style="display:none">脚本才显示的正文</div>')).toEqual([
      '题',
      '脚本才显示的正文',
    ])
  })

  it('takes the first value of a JSON-LD member and decodes its escapes in place', () => {
    const page = readPage(
      '<html><script type="application/ld+json">{"headline":"\\u4e2d\\ud83d\\ude00\\/\\"",' +
        '"list":[{"headline":"别的"}]}</script><p>文</p>',
    )
    expect(linesOf(page)).toEqual(['中😀/"', '文'])
    expect(page.blocks[0]).toMatchObject({ tag: 'meta', name: 'headline' })
    expect(page.text.toSource({ start: 1, end: 3 })).toEqual([
      {
        start: page.text.source.indexOf('\\ud83d'),
        end: page.text.source.indexOf('\\/'),
      },
    ])
  })

  it('has one empty line where it has no text', () => {
    const page = readPage('<html><body><img src="a.jpg"></body></html>')
    expect(linesOf(page)).toEqual([''])
    expect(page.blocks).toHaveLength(1)
  })

  it('writes paths of bounded length however deep the nesting', () => {
    const page = readPage('<div class="a">x'.repeat(50_000))
    expect(page.blocks).toHaveLength(50_000)
    const longest = page.blocks.reduce((most, { path }) => Math.max(most, path.length), 0)
    expect(longest).toBeLessThan(500)
  })

  it.each([
    ['nested tags', '<b>'.repeat(200_000)],
    ['end tags out of reach', `<i><td>${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}`],
    ['crossed links', '<a href=x><div></a>'.repeat(50_000)],
    ['ampersands', '&a'.repeat(500_000)],
    ['one line', '字，'.repeat(2_500_000)],
    ['white space', ' \n'.repeat(500_000)],
    ['unclosed comments', '<!--'.repeat(250_000)],
    ['entities in a value', `<meta name=author content="${'&amp;x'.repeat(100_000)}">`],
  ])('gets through many %s', (_name, html) => {
    expect(readPage(`<html><p>${html}`)).toBeDefined()
  })
})
