/** Characters with which a unit or classifier begins, right behind a figure: `65` + `名`. */
const OPENINGS = new Set(
  '名个家例年月日号时点分秒岁周天次台项人位元万亿亩吨米公千克毫厘张床种部件条所座度级篇倍辆艘头只株套期届批枚颗粒户村县市省层楼段节页册本支副双对组队艇架匹块片平立升瓦伏斤里集场轮排名处%％℃余多几',
)

/** True where a figure may be followed by this character as (the beginning of) its unit. */
export function isUnitOpening(character: string): boolean {
  return OPENINGS.has(character)
}
