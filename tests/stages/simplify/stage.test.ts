import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareSimplify, simplifyPage } from './simplify-page.js'

const FIXTURES = new URL('../../../fixtures/simplify/', import.meta.url)

describe('simplify', () => {
  it.each(readdirSync(FIXTURES))('gives what the fixture %s expects', (name) => {
    const read = (file: string): string =>
      readFileSync(new URL(`${name}/${file}`, FIXTURES), 'utf8')
    expect(simplifyPage(read('input.txt')).text.text).toBe(read('expected.txt'))
  })

  it('says the script of each line, short lines after those around them', () => {
    const page = '首頁\n關於醫院的報導\n2024-01-02\n公里\n東京の病院へ行った\n医院发布公告\n关于\n|'
    const { scripts } = simplifyPage(page)
    expect(scripts).toEqual(['hant', 'hant', 'other', 'hant', 'other', 'hans', 'hans', 'other'])
  })

  it('converts only the traditional sentences of a mixed line', () => {
    const line =
      '醫院發佈公告，專家將會診。乾安县医院发布公告，专家将会诊。| 国产电影在线观看| 醫療資源'
    const { text, scripts } = simplifyPage(line)
    expect(scripts).toEqual(['mixed'])
    expect(text.text).toBe(
      '医院发布公告，专家将会诊。乾安县医院发布公告，专家将会诊。| 国产电影在线观看| 医疗资源',
    )
  })

  it('converts a short line with as many traditional characters as simplified ones, not one with fewer', () => {
    expect(simplifyPage('後天你来吗').text.text).toBe('後天你来吗')
    expect(simplifyPage('上個礼拜').text.text).toBe('上个礼拜')
  })

  it('puts a change down to its table, dictionary entry or protected name', () => {
    const { text } = simplifyPage('余乾縣醫院為患者編著手冊')
    const origins = text
      .script()
      .flat()
      .map(({ origin }) => [origin.rule, origin.entry])
    expect(origins).toEqual([
      ['simplify/protected', '361127'],
      ['simplify/tw2s', null],
      ['simplify/tw2s', null],
      ['simplify/conversion', 'conversion/zhu-writing'],
      ['simplify/tw2s', null],
    ])
  })

  it('maps every converted word to the source it stands for', () => {
    const source = '醫院裡的二噁英檢測，乾淨整潔'
    const { text } = simplifyPage(source)
    expect(text.text).toBe('医院里的二𫫇英检测，干净整洁')
    const sourceOf = (words: string): string[] => {
      const start = text.text.indexOf(words)
      return text
        .toSource({ start, end: start + words.length })
        .map((span) => source.slice(span.start, span.end))
    }
    expect(sourceOf('医院')).toEqual(['醫院'])
    expect(sourceOf('𫫇')).toEqual(['二噁英'])
    expect(sourceOf('检测，干')).toEqual(['檢測，乾'])
  })

  it('puts the real characters in the place of compatibility ideographs', () => {
    expect(simplifyPage('醫院的\uf902輛').text.text).toBe('医院的车辆')
  })

  it('never changes the number of lines, and nothing on pages without traditional characters', () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        '醫',
        '乾',
        '著',
        '医',
        '乾安縣',
        '么',
        '。',
        '|',
        '\ud83d',
        '𠮷',
        '⿰',
        '⿲',
        'の',
        '二噁英',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('')
        const { text, scripts } = simplifyPage(source)
        expect(text.text.split('\n')).toHaveLength(source.split('\n').length)
        expect(scripts).toHaveLength(source.split('\n').length)
        if (!/[醫縣噁]/.test(source)) expect(text.script()).toEqual([])
      }),
    )
  })

  it('refuses a conversion dictionary that is wrong, and says where', () => {
    const entry = (id: string): string =>
      `  - id: ${id}\n    why: because\n    words: { 姪: 侄 }\n` +
      '    matches: [{ text: 姪, gives: 侄 }]\n    rejects: [{ text: 醫, gives: 医 }]\n'
    const text = `entries:\n${entry('conversion/one')}${entry('conversion/two')}`
    expect(() => prepareSimplify({ conversion: [{ path: 'own.yaml', text }] })).toThrow(
      'own.yaml:9:14: conversion/two: 姪 is already in conversion/one.',
    )
  })

  it.each([
    ['traditional characters', '醫'.repeat(2_000_000)],
    ['description operators', '醫院'.repeat(5) + '⿰'.repeat(1_000_000)],
    ['bars', '醫|医|'.repeat(300_000)],
  ])('gets through a line of %s', (_name, source) => {
    expect(simplifyPage(source)).toBeDefined()
  })
})
