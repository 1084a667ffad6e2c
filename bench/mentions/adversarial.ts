import { loadPipeline } from '../../src/pipeline/load.js'
import { recogniseLayers } from '../../src/pipeline/recognise.js'

/** What rows of one beginning cost quantities and dates. */
export interface Cost {
  readonly unit: string
  /** Microseconds a character, over a row of the given length and over one of twice as many. */
  readonly once: number
  readonly twice: number
}

/** What begins numbers, lengths and dates, or all but one of the characters of one. */
const UNITS = [
  ...[
    '7',
    '一',
    '年月',
    '一月',
    '上',
    '年',
    '第一二三四',
    '十',
    '1年',
    '半',
    '近',
    '每',
    '截至',
    '前',
  ],
  ...[
    '一千',
    '十几',
    '三年前的',
    '周日，',
    '1小时1分',
    '每月第一个周',
    '5月5日（',
    '每周一、',
    '1点-',
  ],
]
const LENGTH = 250_000

/** Costs that do not grow from `once` to `twice` are linear. */
export function measureAdversarial(): Cost[] {
  const pipeline = loadPipeline()
  const stages = pipeline.stages.filter(({ name }) => name === 'quantities' || name === 'dates')
  const cost = (unit: string, length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length))
    const layers = recogniseLayers(pipeline, { text, published: '2024-06-01', region: null })
    const start = process.cpuUsage()
    for (const stage of stages) stage.run(layers)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / text.length
  }
  return UNITS.map((unit) => ({ unit, once: cost(unit, LENGTH), twice: cost(unit, 2 * LENGTH) }))
}
