import { describe, expect, it } from 'vitest'
import { clean, dropped } from '../clean-text.js'
import { injectedPages, SENTENCES, TOPICS } from './inject.js'
import { measureRemoval } from './measure.js'

describe('phrases put into clean sentences', () => {
  // A page with one phrase, and one with four; the floors are a little under what is reached.
  it.each([
    { count: 1, precision: 0.97, recall: 0.86, exact: 0.75 },
    { count: 4, precision: 0.97, recall: 0.86, exact: 0.73 },
  ])(
    'are removed, $count on a page',
    ({ count, precision, recall, exact }) => {
      const score = measureRemoval(injectedPages(11, count))
      expect(score.precision).toBeGreaterThan(precision)
      expect(score.recall).toBeGreaterThan(recall)
      expect(score.exact).toBeGreaterThan(exact)
    },
    60_000,
  )

  it('are removed to the letter where they break a word, a number or a name', () => {
    const broken = injectedPages(11, 1).filter(({ place }) => /^in-/.test(place))
    expect(measureRemoval(broken).exact).toBeGreaterThan(0.83)
  }, 60_000)
})

describe('clean text', () => {
  it('of many subjects is left alone', () => {
    expect(dropped(clean(SENTENCES.join('\n')))).toEqual([])
  })

  it('about gambling, pornography, lotteries and sexual health is left alone', () => {
    const pages = TOPICS.map((topic, index) =>
      [...SENTENCES.slice(index, index + 4), topic, ...SENTENCES.slice(index + 4, index + 8)].join(
        '\n',
      ),
    )
    expect(pages.flatMap((page) => dropped(clean(page)))).toEqual([])
    expect(dropped(clean(TOPICS.join('\n')))).toEqual([])
  })

  it('is left alone though it is English, Japanese, classical, a poem or a list', () => {
    const text = [
      'The casino town has no hospital, a visiting doctor wrote in 2019.',
      '病院の小児科は毎週水曜日に診察を行っています。',
      '医者,意也。上医医国,中医医人,下医医病。',
      '床前明月光,疑是地上霜。举头望明月,低头思故乡。',
      '安徽省儿童医院\n合肥市第一人民医院\n蚌埠医学院第一附属医院\n阜阳市人民医院',
    ].join('\n')
    expect(clean(text).text.text).toBe(text)
    expect(clean(text).flags).toEqual([])
  })
})
