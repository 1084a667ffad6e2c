import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlignedText } from '../../../src/core/aligned-text.js'
import type { Article } from '../../../src/core/layers.js'
import { sliceSpan } from '../../../src/core/span.js'
import { datesStage } from '../../../src/stages/dates/stage.js'
import { splitSentences } from '../../../src/stages/segment/split-sentences.js'

function read(path: string): { path: string; text: string } {
  return { path, text: readFileSync(path, 'utf8') }
}

const run = datesStage.prepare({
  options: {},
  rules: [read('pipelines/hospital-news/rules/dates.yaml')],
  dictionaries: {},
  pipeline: { entities: [], relations: [], events: [] },
  services: {
    segmenter: {
      identity: 'none',
      cut: (text) => [text],
      tag: () => [],
      tagAll: () => [],
      frequency: () => 0,
    },
  },
})

function mentionsIn(text: string, published: string | null) {
  const article: Article = {
    text: AlignedText.of(text),
    script: 'hans',
    region: null,
    title: null,
    published: published === null ? null : { value: published, sourceSpans: [], basis: 'stated' },
    publisher: null,
    author: null,
    editor: null,
    url: null,
  }
  const body = { text: article.text, flags: [] }
  return run({ article, body, sentences: splitSentences(text), quantities: [] })
}

describe('the dates stage', () => {
  it.each(['report-over-time', 'week-and-weekday'])(
    'finds and resolves the dates of %s',
    (name) => {
      const fixture = `fixtures/dates/${name}`
      const { text } = read(`${fixture}/input.txt`)
      const lines = mentionsIn(text, '2024-11-20T08:30:00').map(({ span, value, origin }) => {
        if (value.type !== 'date') throw new Error('not a date')
        const { type, value: timex, mod, start, end, anchor } = value.date
        const against = anchor === null ? '' : `${anchor.value}#${anchor.mention ?? 'published'}`
        const quote = sliceSpan(text, span)
        return [quote, type, timex, mod, start, end, against, origin.rule].join('\t')
      })
      expect(lines.join('\n') + '\n').toBe(read(`${fixture}/expected.tsv`).text)
    },
  )

  it('names the earlier mention that a date was resolved against', () => {
    const [first, second] = mentionsIn('2024年6月13日入院，当晚手术。', null)
    expect(first?.value).toMatchObject({ date: { anchor: null } })
    expect(second?.value).toMatchObject({
      date: { value: '2024-06-13TEV', anchor: { value: '2024-06-13', mention: 0 } },
    })
  })

  const words = fc.constantFrom(
    ...'今去上下前后近过未来年月日天周末点时分半初底以起每约第一两三十0125-:至、，多个将正腊闰的和'.split(
      '',
    ),
  )
  const prose = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''))

  it('finds the same in a sentence whatever sentence follows', () => {
    fc.assert(
      fc.property(prose, prose, (text, more) => {
        const alone = mentionsIn(`${text}。`, '2024-02-26')
        const both = mentionsIn(`${text}。${more}`, '2024-02-26')
        expect(both.slice(0, alone.length)).toEqual(alone)
      }),
    )
  })

  it('finds the same in a sentence whatever comes after it', () => {
    const alone = mentionsIn('去年12月开诊。', '2024-02-26')
    expect(mentionsIn('去年12月开诊。初步建成于2015年。', '2024-02-26').slice(0, 1)).toEqual(alone)
    expect(mentionsIn('去年12月开诊。\n底前完成', '2024-02-26').slice(0, 1)).toEqual(alone)
  })
})
