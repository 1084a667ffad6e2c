import type { JSX } from 'preact'
import { useCallback, useMemo } from 'preact/hooks'
import type { TieCount } from '../../../src/audit/picture-api.js'
import { useNames } from '../language/metric-names.js'
import { useTexts } from '../language/use-texts.js'
import { useAnswer } from '../server.js'
import { Chart } from './chart.js'
import type { ChartColors } from './chart-colors.js'
import { tieKinds, tiesOption } from './chart-options.js'
import { Pending } from './state.js'
import { TwinTable } from './twin-table.js'
import { writeNumber } from './values.js'
import { useView } from './view-address.js'

/** Who is tied to whom. */
export function TiesPicture(): JSX.Element {
  const texts = useTexts()
  const nameOf = useNames()
  const { parameters, hrefWith, go } = useView()
  const answer = useAnswer<readonly TieCount[]>(`/pictures/ties?${parameters.toString()}`)
  const ties = useMemo(
    () => (answer.data ?? []).filter(({ subject, object }) => subject !== object),
    [answer.data],
  )
  const option = useCallback(
    (colors: ChartColors) => tiesOption(ties, nameOf, colors),
    [ties, texts],
  )
  if (answer.data === null) return <Pending answer={answer} />
  if (ties.length === 0) return <p class="notice">{texts.nothing}</p>
  const only =
    (values: Readonly<Record<string, string>>) =>
    (view: URLSearchParams): void => {
      for (const [name, value] of Object.entries(values)) view.set(name, value)
    }
  return (
    <>
      <Chart
        label={texts.pictures.tiesLabel.replace('{count}', String(ties.length))}
        height={560}
        option={option}
        onClick={({ name, index, isEdge }) => {
          const tie = isEdge ? ties[index] : undefined
          if (tie === undefined) go(only({ subject: name }))
          else go(only({ subject: tie.subject, said: tie.said, object: tie.object }))
        }}
      />
      <ul class="ties-legend">
        {tieKinds(ties).map((kind, at) => (
          <li>
            <svg width="34" height="10" aria-hidden="true">
              <line
                x1="1"
                x2="33"
                y1="5"
                y2="5"
                stroke={`var(--series-${(at % 6) + 1})`}
                stroke-width="2"
                stroke-dasharray={DASHES[at % DASHES.length]}
              />
            </svg>{' '}
            {nameOf(kind)}
          </li>
        ))}
      </ul>
      <TwinTable
        columns={[texts.facets.subject, texts.facets.said, texts.facets.object, texts.facts]}
        rows={ties.map(({ subject, said, object, count }) => [
          <a href={hrefWith(only({ subject }))}>{subject}</a>,
          nameOf(said),
          object,
          <a href={hrefWith(only({ subject, said, object }))}>{writeNumber(count)}</a>,
        ])}
      />
    </>
  )
}

/** As the lines of the chart. */
const DASHES = ['none', '6 4', '2 3'] as const
