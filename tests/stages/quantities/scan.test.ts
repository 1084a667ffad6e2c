import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileLexicon } from '../../../src/stages/quantities/lexicon.js'
import { loadQuantityRules } from '../../../src/stages/quantities/rules.js'
import { scanQuantities } from '../../../src/stages/quantities/scan.js'
import { loadUnits } from '../../../src/stages/quantities/units.js'

function read(path: string): { path: string; text: string } {
  return { path, text: readFileSync(path, 'utf8') }
}

const lexicon = compileLexicon(
  loadQuantityRules([read('pipelines/hospital-news/rules/quantities.yaml')]),
  loadUnits([read('dictionaries/units.yaml')]),
)

/** `36名 = 36 名`, with the modifier where there is one; bounds as `20..99`. */
function found(text: string): string[] {
  return scanQuantities(lexicon, text).map(({ start, end, quantity }) => {
    const { value, low, high, unit, mod } = quantity
    const amount = value ?? `${low}..${high}`
    return `${text.slice(start, end)} = ${amount} ${unit}${mod === 'exact' ? '' : ` ${mod}`}`
  })
}

describe('scanQuantities', () => {
  it.each([
    ['派驻专家36名', ['36名 = 36 名']],
    ['门诊141.33万余人次', ['141.33万余人次 = 1413300 人次 at-least']],
    ['近2000例手术', ['近2000例 = 2000 例 approx']],
    ['将近72万人次', ['将近72万人次 = 720000 人次 approx']],
    ['超过13万人次', ['超过13万人次 = 130000 人次 at-least']],
    ['占70%以上', ['70%以上 = 70 % at-least']],
    ['50名左右医生', ['50名左右 = 50 名 approx']],
    ['400多位专家', ['400多位 = 400 位 at-least']],
    ['投资2.22亿元', ['2.22亿元 = 222000000 元']],
    ['1400多项新技术', ['1400多项 = 1400 项 at-least']],
    ['数百名患者', ['数百名 = 200..999 名 approx']],
    ['近百家医院', ['近百家 = 100 家 approx']],
    ['近10万名、逾30家', ['近10万名 = 100000 名 approx', '逾30家 = 30 家 at-least']],
    ['每年上千人次', ['上千人次 = 1000 人次 at-least']],
    ['万余人次', ['万余人次 = 10000 人次 at-least']],
    ['三四十人', ['三四十人 = 30..40 人']],
    ['3-5名医生', ['3-5名 = 3..5 名']],
    ['约3至5万名', ['约3至5万名 = 30000..50000 名 approx']],
    ['9000至1万人', ['9000至1万人 = 9000..10000 人']],
    ['12个百分点', ['12个百分点 = 12 个百分点']],
    ['下降-3.2%', ['-3.2% = -3.2 %']],
    ['三成患者', ['三成 = 30 %']],
    ['投入1200多万港元', ['1200多万港元 = 12000000 港元 at-least']],
    ['药价3.5元/片、水费3.1元/吨', ['3.5元/片 = 3.5 元/片', '3.1元/吨 = 3.1 元/吨']],
    ['第16位、第51名', ['第16位 = 16 位 rank', '第51名 = 51 名 rank']],
    ['综合排名前十，跻身省内前三', ['前十 = 10 位 rank', '前三 = 3 位 rank']],
    ['服务量全省第二、居第三', ['第二 = 2 位 rank', '第三 = 3 位 rank']],
    ['全国前十年均值、全国前三季度、全省第二医院', []],
    ['2岁4个月的孩子', ['2岁4个月 = 28 月']],
    ['出生28天的婴儿', ['28天 = 28 天']],
    ['60岁及以上老人', ['60岁及以上 = 60 岁 at-least']],
    ['不超过3亿元', ['不超过3亿元 = 300000000 元 at-most']],
    ['体温39.5℃', ['39.5℃ = 39.5 摄氏度']],
    ['面积2.8万平方米', ['2.8万平方米 = 28000 平方米']],
    ['87万3000人次', ['87万3000人次 = 873000 人次']],
    ['在14个市州的94家机构', ['14个 = 14 个', '94家 = 94 家']],
    ['完成12项目标任务', ['12项 = 12 项']],
    ['每斤3元5角', ['3元5角 = 3.5 元']],
    ['50元6角三分', ['50元6角三分 = 50.63 元']],
    ['两美元又三美分', ['两美元又三美分 = 2.03 美元']],
    ['早点五块六。', ['五块六 = 5.6 元']],
    ['身高1米75，体重', ['1米75 = 1.75 米']],
    ['重六斤八两', ['六斤八两 = 6.8 斤']],
    ['黄金三十两', ['三十两 = 30 两']],
    ['罚款人民币50元', ['人民币50元 = 50 元']],
    ['票价港币1.2亿', ['港币1.2亿 = 120000000 港元']],
    ['气温降至零下12℃', ['零下12℃ = -12 摄氏度']],
    ['体温摄氏37.5度', ['摄氏37.5度 = 37.5 摄氏度']],
    ['全场五五折', ['五五折 = 55 %']],
    ['打8.5折出售', ['8.5折 = 85 %']],
    ['万分之三', ['万分之三 = 0.03 %']],
    ['产值3千5百万元', ['3千5百万元 = 35000000 元']],
    ['总资产30万多亿元', ['30万多亿元 = 30000000000000 元 at-least']],
    ['手术室在3楼', ['3楼 = 3 楼 rank']],
    ['收入翻两番', ['两番 = 2 番']],
    ['时速120千米/小时', ['120千米/小时 = 120 公里/小时']],
    ['贷款445奈拉', ['445奈拉 = 445 奈拉']],
    ['十里外的村子', ['十里 = 10 里']],
    ['气温-7℃至-2℃', ['-7℃至-2℃ = -7..-2 摄氏度']],
    ['最低-6～9℃', ['-6～9℃ = -6..9 摄氏度']],
    ['零下9至零下4度', ['零下9至零下4度 = -9..-4 度']],
    ['零下4到9度', ['零下4到9度 = -9..-4 度']],
    ['从-7℃到-2℃', ['-7℃ = -7 摄氏度', '-2℃ = -2 摄氏度']],
    ['约1/4的病例', ['约1/4 = 25 % approx']],
    ['血压155/95mmHg', ['155 = 155 毫米汞柱', '95mmHg = 95 毫米汞柱']],
    ['打车花了八块。', ['八块 = 8 元']],
    ['切成八块。', ['八块 = 8 块']],
    ['全场半折', ['半折 = 50 %']],
    ['机票打对折', ['对折 = 50 %']],
    ['廿人', ['廿人 = 20 人']],
    ['惠及上百万人次', ['上百万人次 = 1000000 人次 at-least']],
    ['包揽前三名。', ['前三名 = 3 名 rank']],
    ['至少要有4名医师', ['4名 = 4 名 at-least']],
    ['延迟低至80毫秒', ['80毫秒 = 80 毫秒']],
    ['核定床位700张床位', ['700张 = 700 张']],
    ['“两元钱”门诊', ['两元 = 2 元']],
  ])('reads %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    '第十人民医院',
    '三四级手术',
    '三甲医院',
    '985高校',
    '“1+1+N”模式',
    '健侧颈7神经',
    '一体化发展',
    '一院一策',
    '省医保局、省药监局两部门',
    'G36高速',
    '首例手术',
    '2024年3月5日',
    '3个多月',
    '每周有4天',
    '下午2时30分',
    '一批项目',
    '一项重大工程',
    '万人空巷',
    '第五批国家区域医疗中心',
    '电话0551-62922114',
    '比分3:2',
    'v3.2.1',
    '十分重要',
    '陆家嘴论坛',
    '大陆架资源',
    '机械零件',
    '三里屯街道',
    '五里店小学',
    '十字路口',
    '红十字会',
    '一番努力',
    '2025全国两会',
    '二次创业',
    '五花八门',
    '危机四伏',
    '三伏天',
    '八角茴香',
    '一波三折',
    '四两拨千斤',
    '学习马克思主义',
    '下午三点零五分',
    '用时五分三十秒',
    '印发《十一条措施》',
    '做到“四个一律”',
    '“三票制”改革',
    '二类疫苗',
    '这是最早的一家。',
    '家住5栋2单元',
    '（95%CI：1.1～2.3）',
    '将纸对折',
    '每日3/4次',
    '百万人空巷',
    '一家三口',
    '廿四节气',
  ])('finds no quantity in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  const pieces = fc.constantFrom(
    ...'共近约超数十几百千万亿一二三两半第前0123456789.,%-至到多余个名家例项元年月日成岁以上左右，、人民医院'.split(
      '',
    ),
  )
  const prose = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

  it('gives disjoint spans in text order, each with bounds that agree', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let end = 0
        for (const mention of scanQuantities(lexicon, text)) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          end = mention.end
          const { value, low, high } = mention.quantity
          expect(value === null).toBe(low !== null && high !== null)
          if (low !== null && high !== null) expect(Number(low)).toBeLessThan(Number(high))
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })

  it('reads a value back in whatever notation it is written', () => {
    const notations: readonly ((value: number) => string)[] = [
      (value) => `${value}名`,
      (value) => `${value.toLocaleString('en-US')}名`,
      (value) => `${value / 10_000}万名`,
      (value) =>
        String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))) + '名',
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom(...notations),
        (value, write) => {
          const [mention] = scanQuantities(lexicon, write(value))
          expect(mention?.quantity).toMatchObject({ value: String(value), unit: '名' })
        },
      ),
    )
  })

  it('reads money back from yuan, jiao and fen', () => {
    fc.assert(
      fc.property(
        fc.nat(99_999),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (yuan, jiao, fen) => {
          const text = `${yuan}元${jiao}角${fen}分`
          expect(found(`售价${text}。`)).toEqual([`${text} = ${yuan}.${jiao}${fen} 元`])
        },
      ),
    )
  })

  it('reads a range back with any signs', () => {
    const bound = fc.integer({ min: -40, max: 45 })
    fc.assert(
      fc.property(bound, bound, fc.constantFrom('至', '到', '~', '～', '—'), (a, b, joint) => {
        fc.pre(a < b)
        const [low, high] = [a, b].map((value) => String(value))
        expect(found(`气温${low}℃${joint}${high}℃。`)).toEqual([
          `${low}℃${joint}${high}℃ = ${low}..${high} 摄氏度`,
        ])
      }),
    )
  })

  it('reads a share back in words, as a percentage and as a discount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (tenths) => {
        const value = tenths / 10
        expect(found(`占${value}%。`)).toEqual([`${value}% = ${value} %`])
        expect(found(`占百分之${value}。`)).toEqual([`百分之${value} = ${value} %`])
        expect(found(`打${value}折。`)).toEqual([`${value}折 = ${tenths} %`])
      }),
    )
  })

  it('finds the same in a sentence whatever follows its end', () => {
    fc.assert(
      fc.property(prose, prose, (text, more) => {
        const alone = found(`${text}。`)
        expect(found(`${text}。${more}`).slice(0, alone.length)).toEqual(alone)
      }),
      { numRuns: 500 },
    )
  })

  it('gets through long rows of what begins a mention', () => {
    const units = [
      '7',
      '一',
      '年月',
      '1年',
      '3个',
      '约',
      '第一',
      '1:',
      '半',
      '万亿',
      '百分之',
      '三十',
      '1-',
      '3元',
      '1千',
      '两',
      '五块',
      '零',
    ]
    for (const unit of units) {
      expect(scanQuantities(lexicon, unit.repeat(200_000 / unit.length))).toBeDefined()
    }
  })
})
