import type { MeasureSeries, SiteDrops, TieCount } from '../../../src/audit/picture-api.js'
import type { ChartOption } from './chart-canvas.js'
import type { ChartColors } from './chart-colors.js'
import { writeNumber } from './values.js'

type Name = (value: string) => string

/** Bars from the left, the largest on top. */
export function barsOption(
  values: readonly { readonly name: string; readonly count: number }[],
  colors: ChartColors,
): ChartOption {
  const shown = [...values].reverse()
  return {
    ...frame(colors),
    grid: { left: 8, right: 64, top: 8, bottom: 8, outerBounds: { left: 0 } },
    xAxis: { ...valueAxis(colors), axisLabel: { show: false } },
    yAxis: categoryAxis(
      colors,
      shown.map(({ name }) => name),
    ),
    series: [
      {
        type: 'bar',
        cursor: 'pointer',
        data: shown.map(({ count }) => count),
        barMaxWidth: 18,
        itemStyle: { color: colors.series[0], borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: 'right',
          color: colors.soft,
          formatter: ({ value }: { readonly value: number }) => writeNumber(value),
        },
      },
    ],
  }
}

/** Upright bars, one a month or year. */
export function timesOption(
  values: readonly { readonly name: string; readonly count: number }[],
  colors: ChartColors,
): ChartOption {
  return {
    ...frame(colors),
    grid: { left: 8, right: 12, top: 16, bottom: 8 },
    xAxis: categoryAxis(
      colors,
      values.map(({ name }) => name),
    ),
    yAxis: valueAxis(colors),
    series: [
      {
        type: 'bar',
        cursor: 'pointer',
        data: values.map(({ count }) => count),
        barMaxWidth: 28,
        itemStyle: { color: colors.series[0], borderRadius: [3, 3, 0, 0] },
      },
    ],
  }
}

/** The values of one metric at their times. */
export function measuresOption({ points }: MeasureSeries, colors: ChartColors): ChartOption {
  return {
    ...frame(colors),
    grid: { left: 8, right: 20, top: 12, bottom: 8 },
    xAxis: {
      type: 'time',
      ...axisLook(colors),
      axisLabel: { color: colors.soft, hideOverlap: true, formatter: TIME_LABELS },
      splitLine: { show: false },
      min: ({ min }: Extent) => min - MARGIN_MS,
      max: ({ max }: Extent) => max + MARGIN_MS,
      minInterval: MARGIN_MS,
    },
    yAxis: valueAxis(colors),
    series: [
      {
        type: 'line',
        silent: true,
        showSymbol: false,
        data: middlesOf(points),
        lineStyle: { width: 1.5, color: colors.series[0], opacity: 0.55 },
      },
      {
        type: 'scatter',
        cursor: 'pointer',
        data: points.map(({ day, value }) => [day, value]),
        symbolSize: 9,
        itemStyle: { color: colors.series[0], borderColor: colors.panel, borderWidth: 1 },
      },
    ],
  }
}

interface Extent {
  readonly min: number
  readonly max: number
}

/** Three months before the first point and behind the last. */
const MARGIN_MS = 91 * 86_400_000
const TIME_LABELS = { year: '{yyyy}', month: '{yyyy}-{MM}', day: '{yyyy}-{MM}-{dd}' }

/** Of each day the value in the middle: several sentences may tell of one day. */
function middlesOf(points: MeasureSeries['points']): readonly (readonly [string, number])[] {
  const byDay = new Map<string, number[]>()
  for (const { day, value } of points) byDay.set(day, [...(byDay.get(day) ?? []), value])
  return [...byDay].map(([day, values]) => {
    const sorted = [...values].sort((a, b) => a - b)
    return [day, sorted[Math.floor((sorted.length - 1) / 2)] ?? 0]
  })
}

/** Institutions as points, the more ties the larger, and what ties them as lines. */
export function tiesOption(
  ties: readonly TieCount[],
  nameOf: Name,
  colors: ChartColors,
): ChartOption {
  const weights = new Map<string, number>()
  for (const { subject, object, count } of ties)
    for (const name of [subject, object]) weights.set(name, (weights.get(name) ?? 0) + count)
  const kinds = tieKinds(ties)
  const most = Math.max(1, ...weights.values())
  const labelled = new Set(
    [...weights].sort((a, b) => b[1] - a[1]).flatMap(([name], at) => (at < LABELLED ? name : [])),
  )
  const styleOf = (said: string): object => {
    const kind = kinds.indexOf(said)
    return {
      color: colors.series[kind % colors.series.length],
      type: LINES[kind % LINES.length],
      width: 1.6,
      opacity: 0.75,
      curveness: 0.12,
    }
  }
  return {
    ...frame(colors),
    series: [
      {
        type: 'graph',
        layout: 'force',
        cursor: 'pointer',
        roam: 'move',
        left: 30,
        right: 120,
        top: 20,
        bottom: 20,
        force: { layoutAnimation: false, repulsion: 60, edgeLength: [25, 70], gravity: 0.3 },
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: 6,
        itemStyle: { color: colors.accent, borderColor: colors.panel, borderWidth: 1 },
        label: { position: 'right', color: colors.ink, fontSize: 12 },
        labelLayout: { hideOverlap: true },
        emphasis: { focus: 'adjacency' },
        data: [...weights].map(([name, weight]) => ({
          name,
          value: weight,
          symbolSize: 7 + 19 * Math.sqrt(weight / most),
          label: { show: labelled.has(name) },
        })),
        links: ties.map(({ subject, said, object, count }) => ({
          source: subject,
          target: object,
          value: `${nameOf(said)} · ${writeNumber(count)}`,
          lineStyle: styleOf(said),
        })),
      },
    ],
  }
}

/** What ties there are, in the order of the colours and lines that they are drawn with. */
export function tieKinds(ties: readonly TieCount[]): readonly string[] {
  return [...new Set(ties.map(({ said }) => said))]
}

const LABELLED = 24
const LINES = ['solid', 'dashed', 'dotted'] as const

/** Characters dropped, a bar a site, a part of it a kind; patterns tell the kinds apart, too. */
export function dropsOption(
  sites: readonly SiteDrops[],
  kinds: readonly string[],
  { colors, nameOf }: { readonly colors: ChartColors; readonly nameOf: Name },
): ChartOption {
  const shown = [...sites].reverse()
  return {
    ...frame(colors),
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    legend: { top: 0, left: 0, itemGap: 14, textStyle: { color: colors.ink } },
    grid: { left: 8, right: 24, top: 36, bottom: 8 },
    xAxis: valueAxis(colors),
    yAxis: categoryAxis(
      colors,
      shown.map(({ site }) => site),
    ),
    series: kinds.map((kind, at) => ({
      type: 'bar',
      stack: 'all',
      cursor: 'pointer',
      name: nameOf(kind),
      barMaxWidth: 18,
      itemStyle: { color: colors.series[at % colors.series.length] },
      data: shown.map(({ kinds: own }) => own[kind]?.characters ?? 0),
    })),
  }
}

function frame({ panel, ink, line, font }: ChartColors): ChartOption {
  return {
    textStyle: { fontFamily: font },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: panel,
      borderColor: line,
      textStyle: { color: ink, fontFamily: font },
    },
  }
}

function axisLook({ soft, line }: ChartColors): object {
  return {
    axisLabel: { color: soft, hideOverlap: true },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
  }
}

function valueAxis(colors: ChartColors): object {
  return { type: 'value', ...axisLook(colors), splitLine: { lineStyle: { color: colors.line } } }
}

function categoryAxis(colors: ChartColors, data: readonly string[]): object {
  return { type: 'category', data, ...axisLook(colors) }
}
