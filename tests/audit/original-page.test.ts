import { describe, expect, it } from 'vitest'
import { originalPage } from '../../src/audit/original-page.js'

describe('originalPage', () => {
  it.each([
    ['<p>一</p><script>alert(1)</script><p>二</p>', '<p>一</p><p>二</p>'],
    ['<base href="//x"><meta http-equiv="refresh" content="0;url=//x"><p>一', '<p>一'],
    ['<link rel="preconnect" href="https://x"><b>一</b>', '<b>一</b>'],
    ['<iframe src="//x"><p>里</p></iframe><p>外</p>', '<p>外</p>'],
    ['<SCRIPT src=x></SCRIPT >一', '一'],
    ['一<script>永不关闭', '一'],
  ])('leaves out of %s what runs or connects', (source, page) => {
    expect(originalPage(source)).toBe(page)
  })

  it('leaves everything else as it is, to the letter', () => {
    const page = '<div class=a>甲<br/>乙 &amp; 丙<!-- 注 --></div>'
    expect(originalPage(page)).toBe(page)
  })
})
