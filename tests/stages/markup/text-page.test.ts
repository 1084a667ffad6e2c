import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { netEffectOf } from '../../../src/core/net-effect.js'
import { linesOf, readPage } from './page.js'

describe('a text page', () => {
  it('keeps a text that mentions tags as it is', () => {
    const source = readFileSync('fixtures/markup/text-about-html/input.txt', 'utf8')
    const page = readPage(source)
    expect(page.format).toBe('text')
    expect(page.text.text).toBe(source)
    expect(page.blocks[0]).toEqual({ tag: 'line', path: '', name: null, length: 16, linkLength: 0 })
  })

  it('makes a line feed of every line break and changes nothing else', () => {
    const page = readPage('一 \r\n　二\r三\u2028四\u2029五\f\r\n')
    expect(linesOf(page)).toEqual(['一 ', '　二', '三', '四', '五', '', ''])
    expect(page.blocks.map(({ length }) => length)).toEqual([2, 2, 1, 1, 1, 0, 0])
    expect(netEffectOf(page.text).dropped.map(({ kind, rule }) => [kind, rule])).toEqual([
      ['space', 'markup/space'],
      ['space', 'markup/space'],
    ])
  })

  it.each([
    ['<?xml version="1.0"?><!DOCTYPE html><html>', 'html'],
    ['\n<!-- 快照 -->\n<!-- 二 --><body>文', 'html'],
    ['<p>只有一段</p>', 'html'],
    ['第一段<br>第二段<br>第三段<br>四<br>五<br>六<br>七<br>八<br>', 'html'],
    ['患者<18岁>不在此列', 'text'],
    ['<市一院> 的通知', 'text'],
    ['', 'text'],
  ])('tells %j to be %s', (source, format) => {
    expect(readPage(source).format).toBe(format)
  })
})
