import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ChartClick, ChartOption, Drawing } from './chart-canvas.js'
import { type ChartColors, useChartColors } from './chart-colors.js'

interface ChartProps {
  /** What it shows, in a sentence: all that is heard of it. The table beside it says the rest. */
  readonly label: string
  /** In pixels. */
  readonly height: number
  readonly option: (colors: ChartColors) => ChartOption
  readonly onClick: (click: ChartClick) => void
}

/** A picture. The library that draws it comes when the first one is shown. */
export function Chart({ label, height, option, onClick }: ChartProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null)
  const clicked = useRef(onClick)
  clicked.current = onClick
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const colors = useChartColors()
  useEffect(() => {
    let gone = false
    let made: Drawing | null = null
    import('./chart-canvas.js').then(
      ({ draw }) => {
        if (gone || element.current === null) return
        made = draw(element.current, (click) => {
          clicked.current(click)
        })
        setDrawing(made)
      },
      () => undefined,
    )
    return () => {
      gone = true
      made?.dispose()
    }
  }, [])
  useEffect(() => {
    drawing?.show(option(colors))
  }, [drawing, option, colors, height])
  useEffect(() => {
    if (element.current !== null) element.current.style.height = `${height}px`
  }, [height])
  return (
    <div
      class="chart"
      ref={element}
      role="img"
      aria-label={label}
      data-drawn={drawing === null ? undefined : 'true'}
    />
  )
}
