import { describe, expect, it } from 'vitest'
import { buildScriptClasses, SCRIPT_CLASS } from '../../src/chinese/scripts.js'

const classes = buildScriptClasses()

describe('script classes', () => {
  it.each([
    ['traditional', '醫院後這裡裏關於為爲衛衞麼隻發髮歷臺'.replaceAll(/[院於]/g, '')],
    ['simplified', '医关发这个为卫岁员场'],
    ['shared', '乾著着於藉瞭徵后里只于干台面谷斗云松余昇的人'],
    ['kana', 'のをカタ'],
    ['none', 'a1。，\ud83d・'],
  ] as const)('%s: %s', (name, characters) => {
    const wrong = Array.from({ length: characters.length }, (_, at) =>
      characters.charAt(at),
    ).filter((character) => classes[character.charCodeAt(0)] !== SCRIPT_CLASS[name])
    expect(wrong).toEqual([])
  })
})
