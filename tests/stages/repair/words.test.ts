import { describe, expect, it } from 'vitest'
import { repairPage } from './repair-page.js'

describe('repair/width', () => {
  it.each([
    ['１２３人', '123人'],
    ['７６．８％', '76.8%'],
    ['76.8％', '76.8%'],
    ['１，２００例', '1,200例'],
    ['２０２２，２０２３年', '2022，2023年'],
    ['２０２４－０２－２６', '2024-02-26'],
    ['ＣＯＶＩＤ', 'COVID'],
    ['共3，其中', '共3，其中'],
    ['“％”号', '“％”号'],
  ])('makes of %s %s', (source, expected) => {
    expect(repairPage(source).text).toBe(expected)
  })
})

describe('repair/space', () => {
  it.each([
    ['评选出 30 个党建品牌', '评选出30个党建品牌'],
    ['2024 年 ，全区', '2024年，全区'],
    ['占比 70 % 以上', '占比70%以上'],
    ['体重 5 kg 的患儿', '体重5 kg 的患儿'],
    ['体重5kg 的患儿', '体重5kg的患儿'],
    ['共10-15 人', '共10-15人'],
    ['院长 田甲：您好', '院长 田甲：您好'],
    ['患儿家长 于洋:因为', '患儿家长 于洋:因为'],
    ['上午10:30 记者', '上午10:30 记者'],
    ['2024-02-29 县卫健委', '2024-02-29 县卫健委'],
    ['排行 补肾吃什么 11199', '排行 补肾吃什么 11199'],
    ['采用 ECMO 技术', '采用 ECMO 技术'],
    ['甲\u3000\u3000乙', '甲 乙'],
    ['甲\u00a0乙', '甲 乙'],
    ['深耕“ 科创+”', '深耕“科创+”'],
  ])('makes of %s %s', (source, expected) => {
    expect(repairPage(source).text).toBe(expected)
  })
})

describe('repair/invisible', () => {
  it.each([
    ['\ufeff医院', '医院'],
    ['医\u200b院\u00ad', '医院'],
    ['医\u0000院\u0007', '医院'],
    ['👨\u200d👩', '👨\u200d👩'],
  ])('makes of %j %s', (source, expected) => {
    expect(repairPage(source).text).toBe(expected)
  })
})
