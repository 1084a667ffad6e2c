import { BarChart, GraphChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GraphChart,
  GridComponent,
  LegendComponent,
  LineChart,
  ScatterChart,
  TooltipComponent,
])
allowEmptyHtml()

/** What a chart shows, as ECharts has it. */
export type ChartOption = EChartsCoreOption

/** What was clicked: the names of its series and of itself, and its own data. */
export interface ChartClick {
  readonly series: string
  readonly name: string
  readonly index: number
  readonly isEdge: boolean
}

/** A chart in an element, which has its size. */
export interface Drawing {
  show(option: ChartOption): void
  dispose(): void
}

export function draw(element: HTMLElement, onClick: (click: ChartClick) => void): Drawing {
  const chart = init(element, null, { renderer: 'canvas' })
  chart.on('click', ({ seriesName, name, dataIndex, dataType }) => {
    onClick({
      series: seriesName ?? '',
      name,
      index: dataIndex,
      isEdge: dataType === 'edge',
    })
  })
  const watcher = new ResizeObserver(() => {
    chart.resize()
  })
  watcher.observe(element)
  return {
    show(option) {
      chart.setOption({ animation: false, ...option }, { notMerge: true })
    },
    dispose() {
      watcher.disconnect()
      chart.dispose()
    },
  }
}

interface TypedPolicies {
  createPolicy(name: string, rules: { createHTML(html: string): string }): unknown
}

declare global {
  interface Window {
    /** Chromium's; other browsers have none. */
    readonly trustedTypes?: TypedPolicies
  }
}

/** The renderer empties its element through `innerHTML`, which the content policy forbids otherwise. */
function allowEmptyHtml(): void {
  window.trustedTypes?.createPolicy('default', {
    createHTML(html) {
      if (html === '') return html
      throw new TypeError('This page makes nothing of HTML.')
    },
  })
}
