import { describe, expect, it } from 'vitest'
import { linesOf, readPage } from './page.js'

const FIRST =
  '清晨七点，松岭县医院的挂号厅里已经排起了队。牧民们骑马走了半天，只为赶上专家坐诊的日子。'
const SECOND =
  '“过去做一次增强扫描要去三百公里外的市里。”患者家属说，如今在县里拍片，省城医生当天就能写好报告。'
const BODY = [FIRST, SECOND]

function escapeUnicode(text: string): string {
  return text.replace(
    /[\u0080-\uffff<>]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function pageWith(script: string): string {
  return `<html><head><title>专家坐诊日_某网</title></head><body><div id="app"></div>${script}<p>关于我们</p></body></html>`
}

const HTML = `<p>${FIRST}</p><p>${SECOND}</p>`
const STATE = { article: { id: 7, title: '专家坐诊日', content: HTML }, hot: [{ title: '别的事' }] }

describe('the article in a script', () => {
  it.each([
    ['as HTML in JSON', `<script>window.DATA = ${JSON.stringify(STATE)};</script>`],
    [
      'with every character escaped',
      `<script>var allData = ${escapeUnicode(JSON.stringify(STATE))};</script>`,
    ],
    [
      'in a data script',
      `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: STATE })}</script>`,
    ],
    [
      'as JSON in a string',
      `<script>self.push([1,${JSON.stringify(`5:${JSON.stringify(STATE)}`)}])</script>`,
    ],
    [
      'as HTML in entities in single quotes',
      `<script>var info = { title: '专家坐诊日', content: '${HTML.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}'.slice(0) };</script>`,
    ],
    [
      'paragraph by paragraph',
      `<script>var it = {"content":[${BODY.map((text) => JSON.stringify({ type: 'text', data: { text } })).join(',')}],"hot":[{"title":"别的事，也要说。"}]}</script>`,
    ],
    [
      'as plain text with line breaks',
      `<script>var it = ${JSON.stringify({ text: BODY.join('\n') })}</script>`,
    ],
  ])('is read %s', (_name, script) => {
    const lines = linesOf(readPage(pageWith(script))).filter((line) => line.length > 20)
    expect(lines).toEqual(BODY)
  })

  it('maps each character to its place in the script, escapes and all', () => {
    const escaped = escapeUnicode(JSON.stringify(STATE))
    const { text } = readPage(pageWith(`<script>var allData = ${escaped};</script>`))
    const start = text.text.indexOf('挂号厅')
    const [span] = text.toSource({ start, end: start + 3 })
    expect(text.source.slice(span?.start, span?.end)).toBe('\\u6302\\u53f7\\u5385')
  })

  it('tells the metadata of its own object, not of others', () => {
    const page = readPage(
      pageWith(
        `<script>var d = {"hot":[{"title":"别的事","source":"别报"}],"news":{"title":"专家坐诊日","source":"松岭日报","publishTime":"2024-05-06 07:08:00","content":${JSON.stringify(HTML)}}}</script>`,
      ),
    )
    const lines = linesOf(page)
    const values = page.blocks.flatMap(({ name }, index) =>
      name?.startsWith('script:') === true ? [[name, lines[index]]] : [],
    )
    expect(values).toEqual([
      ['script:title', '专家坐诊日'],
      ['script:source', '松岭日报'],
      ['script:time', '2024-05-06 07:08:00'],
    ])
  })

  it('is left alone where the page shows it', () => {
    const script = `<script>window.DATA = ${JSON.stringify(STATE)};</script>`
    const lines = linesOf(readPage(`<html><body><h1>专家坐诊日</h1>${HTML}${script}</body></html>`))
    expect(lines).toEqual(['专家坐诊日', ...BODY])
  })

  it('is not taken from a program that only speaks a few words', () => {
    const script = '<script>alert("请先登录，再发表评论。");var t = "加载失败，请重试！"</script>'
    expect(linesOf(readPage(pageWith(script)))).toEqual(['专家坐诊日_某网', '关于我们'])
  })

  it.each([
    ['a string of five million characters', `var a = "${'字，'.repeat(2_500_000)}"`],
    ['quotes that are never closed', `${'"字，\n'.repeat(100_000)}'`],
    ['brackets', '[{"a":"字，"'.repeat(100_000)],
    ['backslashes', `"字${'\\'.repeat(500_000)}`],
  ])('is looked for in %s in time', (_name, script) => {
    expect(readPage(pageWith(`<script>${script}</script>`))).toBeDefined()
  })
})
