import { useEffect, useState } from 'preact/hooks'

/** The page's colours as a canvas needs them. */
export interface ChartColors {
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly panel: string
  readonly accent: string
  /** For rows of data, told apart by eyes of every kind. */
  readonly series: readonly string[]
  readonly font: string
}

const SERIES = [1, 2, 3, 4, 5, 6] as const

/** The colours that are shown now; others when the theme changes. */
export function useChartColors(): ChartColors {
  const [colors, setColors] = useState(readColors)
  useEffect(() => {
    const read = (): void => {
      setColors(readColors())
    }
    const system = matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', read)
    const chosen = new MutationObserver(read)
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      system.removeEventListener('change', read)
      chosen.disconnect()
    }
  }, [])
  return colors
}

/** What a custom property comes to is told by an element that uses it. */
function readColors(): ChartColors {
  const probe = document.createElement('span')
  document.body.append(probe)
  const colorOf = (name: string): string => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const colors = {
    ink: colorOf('ink'),
    soft: colorOf('soft'),
    line: colorOf('line'),
    panel: colorOf('panel'),
    accent: colorOf('accent'),
    series: SERIES.map((number) => colorOf(`series-${number}`)),
    font: getComputedStyle(document.body).fontFamily,
  }
  probe.remove()
  return colors
}
