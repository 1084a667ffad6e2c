import { AlignedText } from '../../src/core/aligned-text.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { recogniseLayers } from '../../src/pipeline/recognise.js'

/** What a line repeats, and the CPU time that quantities and dates take for it, by length. */
export interface Cost {
  readonly unit: string
  /** For lines of each of `LENGTHS`. */
  readonly milliseconds: readonly number[]
}

/** In characters. */
export const LENGTHS = [250_000, 500_000, 1_000_000]

/** What begins numbers, lengths and dates, or all but one of the characters of one. */
const UNITS = [
  '7 一 两 十 万 亿 半 近 每 上 前 年 截至 年月 一月 一千 十几 第一 第一二三四 百分之 万亿 1年 3个 1- 1/ 三块 《',
  '三年前的 周日， 1小时1分 每月第一个周 5月5日（ 每周一、 1点-',
].flatMap((row) => row.split(' '))

/** Times that double with the length are linear. */
export function measureAdversarial(): Cost[] {
  const pipeline = loadPipeline()
  const stages = pipeline.stages.filter(({ name }) => name === 'quantities' || name === 'dates')
  const layers = recogniseLayers(pipeline, { text: '一', published: '2024-06-01', region: null })
  const cost = (unit: string, length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
    const body = { ...layers.body, text: AlignedText.of(text) }
    const sentences = [{ ...layers.sentences[0]!, span: { start: 0, end: length } }]
    const start = process.cpuUsage()
    for (const stage of stages) stage.run({ ...layers, body, sentences })
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  return UNITS.map((unit) => ({ unit, milliseconds: LENGTHS.map((length) => cost(unit, length)) }))
}
