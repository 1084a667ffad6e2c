import type { JSX } from 'preact'
import { useLocation } from 'preact-iso'
import { useCallback } from 'preact/hooks'
import type { FacetCounts } from '../../../src/audit/api.js'
import type { MeasureSeries, MeasuresInfo } from '../../../src/audit/picture-api.js'
import { useNames } from '../language/metric-names.js'
import { useTexts } from '../language/use-texts.js'
import { useAnswer } from '../server.js'
import { Chart } from './chart.js'
import type { ChartColors } from './chart-colors.js'
import { measuresOption } from './chart-options.js'
import { Pending } from './state.js'
import { TwinTable } from './twin-table.js'
import { writeNumber } from './values.js'
import { set, useView } from './view-address.js'

/** So many metrics are drawn, each in a chart of its own: their scales have nothing in common. */
const MOST_CHARTS = 8

/** One institution's measures over time: that of the view, else the one most is known of. */
export function MeasuresPicture(): JSX.Element {
  const texts = useTexts()
  const { route } = useLocation()
  const { parameters, searchWith } = useView()
  const selection = new URLSearchParams(parameters)
  selection.delete('subject')
  selection.set('kind', 'measure')
  const counts = useAnswer<FacetCounts>(`/counts?${selection.toString()}`)
  const known = (counts.data?.subject ?? []).map(({ value }) => value)
  const chosen = parameters.get('subject') ?? known[0] ?? null
  const own = new URLSearchParams(parameters)
  if (chosen !== null) own.set('subject', chosen)
  const answer = useAnswer<MeasuresInfo>(
    chosen === null ? null : `/pictures/measures?${own.toString()}`,
  )
  if (counts.data !== null && chosen === null) return <p class="notice">{texts.nothing}</p>
  const subjects = chosen === null || known.includes(chosen) ? known : [chosen, ...known]
  // One day is no course; where nothing has more, single days are shown all the same.
  const all = answer.data?.series ?? []
  const courses = all.filter(({ points }) => new Set(points.map(({ day }) => day)).size > 1)
  const series = (courses.length > 0 ? courses : all).slice(0, MOST_CHARTS)
  return (
    <>
      <p class="actions">
        <label>
          {texts.facets.subject}{' '}
          <select
            lang="zh-Hans"
            value={chosen ?? ''}
            onChange={(event) => {
              route(`/pictures/measures${searchWith(set('subject', event.currentTarget.value))}`)
            }}
          >
            {subjects.map((subject) => (
              <option value={subject}>{subject}</option>
            ))}
          </select>
        </label>
      </p>
      <Pending answer={answer} />
      {answer.data !== null && series.length === 0 && <p class="notice">{texts.nothing}</p>}
      <div class="small-charts">
        {series.map((one) => (
          <Measures key={`${one.metric} ${one.unit}`} series={one} subject={chosen ?? ''} />
        ))}
      </div>
      {answer.data !== null && answer.data.drawn < answer.data.total && (
        <p class="meta">
          {texts.pictures.drawn
            .replace('{drawn}', writeNumber(answer.data.drawn))
            .replace('{total}', writeNumber(answer.data.total))}
        </p>
      )}
    </>
  )
}

interface MeasuresProps {
  readonly series: MeasureSeries
  readonly subject: string
}

function Measures({ series, subject }: MeasuresProps): JSX.Element {
  const texts = useTexts()
  const nameOf = useNames()
  const { route } = useLocation()
  const option = useCallback((colors: ChartColors) => measuresOption(series, colors), [series])
  const { metric, unit, points } = series
  return (
    <figure>
      <figcaption>
        {nameOf(metric)} <span class="meta">{unit}</span>
      </figcaption>
      <Chart
        label={texts.pictures.measuresLabel
          .replace('{subject}', subject)
          .replace('{metric}', nameOf(metric))
          .replace('{count}', String(points.length))}
        height={220}
        option={option}
        onClick={({ index }) => {
          const point = points[index]
          if (point !== undefined) route(`/facts/${point.id}`)
        }}
      />
      <TwinTable
        columns={[texts.time, `${texts.columns.value} (${unit})`]}
        rows={points.map(({ id, time, value }) => [
          <a href={`/facts/${id}`}>{time}</a>,
          writeNumber(value),
        ])}
      />
    </figure>
  )
}
