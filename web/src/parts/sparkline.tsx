import type { JSX } from 'preact'

const WIDTH = 72
const HEIGHT = 18
const EDGE = 2

interface SparklineProps {
  /** Never negative; the axis begins at 0, so that small changes of large counts look small. */
  readonly values: readonly number[]
  readonly label: string
}

/** How a count went over runs, without axes: its words are `label`. */
export function Sparkline({ values, label }: SparklineProps): JSX.Element | null {
  const last = values.at(-1)
  if (last === undefined) return null
  const most = Math.max(1, ...values)
  const place = (value: number, index: number): string => {
    const x = EDGE + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE)
    return `${x.toFixed(1)},${yOf(value, most)}`
  }
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {values.length > 1 && <polyline points={values.map(place).join(' ')} />}
      <circle cx={values.length > 1 ? WIDTH - EDGE : EDGE} cy={yOf(last, most)} r="2" />
    </svg>
  )
}

function yOf(value: number, most: number): string {
  return (HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE)).toFixed(1)
}
