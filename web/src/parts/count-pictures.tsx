import type { JSX } from 'preact'
import { useCallback, useMemo } from 'preact/hooks'
import type { FacetValue } from '../../../src/audit/api.js'
import type { MonthCount } from '../../../src/audit/picture-api.js'
import { useTexts } from '../language/use-texts.js'
import { useAnswer } from '../server.js'
import { Chart } from './chart.js'
import type { ChartColors } from './chart-colors.js'
import { barsOption, timesOption } from './chart-options.js'
import { Pending } from './state.js'
import { TwinTable } from './twin-table.js'
import { writeNumber } from './values.js'
import { set, useView } from './view-address.js'

const ROW = 26
const MOST_PLACES = 40
/** Months are drawn one by one up to so many, else years. */
const MOST_MONTHS = 48

/** How many facts lie in each province. */
export function PlacesPicture(): JSX.Element {
  const texts = useTexts()
  const { parameters, hrefWith, go } = useView()
  const answer = useAnswer<readonly FacetValue[]>(`/pictures/places?${parameters.toString()}`)
  const places = useMemo(
    () =>
      (answer.data ?? []).slice(0, MOST_PLACES).map(({ value, count }) => ({ name: value, count })),
    [answer.data],
  )
  const option = useCallback((colors: ChartColors) => barsOption(places, colors), [places])
  if (answer.data === null) return <Pending answer={answer} />
  if (places.length === 0) return <p class="notice">{texts.nothing}</p>
  const change = (region: string) => set('region', region)
  return (
    <>
      <Chart
        label={texts.pictures.placesLabel
          .replace('{count}', String(places.length))
          .replace('{first}', places[0]?.name ?? '')}
        height={places.length * ROW + 24}
        option={option}
        onClick={({ name }) => {
          go(change(name))
        }}
      />
      <TwinTable
        columns={[texts.facets.region, texts.facts]}
        rows={places.map(({ name, count }) => [
          <a href={hrefWith(change(name))}>{name}</a>,
          writeNumber(count),
        ])}
      />
    </>
  )
}

/** When what facts say was so. */
export function TimesPicture(): JSX.Element {
  const texts = useTexts()
  const { parameters, hrefWith, go } = useView()
  const answer = useAnswer<readonly MonthCount[]>(`/pictures/times?${parameters.toString()}`)
  const periods = useMemo(() => toPeriods(answer.data ?? []), [answer.data])
  const option = useCallback((colors: ChartColors) => timesOption(periods, colors), [periods])
  if (answer.data === null) return <Pending answer={answer} />
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return <p class="notice">{texts.nothing}</p>
  const change =
    (period: string) =>
    (view: URLSearchParams): void => {
      const [from, to] = daysOf(period)
      view.set('from', from)
      view.set('to', to)
    }
  return (
    <>
      <Chart
        label={texts.pictures.timesLabel.replace('{from}', first.name).replace('{to}', last.name)}
        height={320}
        option={option}
        onClick={({ name }) => {
          go(change(name))
        }}
      />
      <TwinTable
        columns={[texts.time, texts.facts]}
        rows={periods.map(({ name, count }) => [
          <a href={hrefWith(change(name))}>{name}</a>,
          writeNumber(count),
        ])}
      />
    </>
  )
}

interface Period {
  readonly name: string
  readonly count: number
}

/** Months, or years where there are too many; those without facts stand between the others. */
function toPeriods(months: readonly MonthCount[]): readonly Period[] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month]
  if (first === undefined || last === undefined) return []
  const span = numberOf(last) - numberOf(first) + 1
  const length = span <= MOST_MONTHS ? 'yyyy-mm'.length : 'yyyy'.length
  const counts = new Map<string, number>()
  for (let month = numberOf(first); month <= numberOf(last); month++)
    counts.set(nameOf(month).slice(0, length), 0)
  for (const { month, count } of months) {
    const period = month.slice(0, length)
    counts.set(period, (counts.get(period) ?? 0) + count)
  }
  return [...counts].map(([name, count]) => ({ name, count }))
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** The first and last day of `2024` or `2024-03`. */
function daysOf(period: string): readonly [string, string] {
  const [year, month] = period.split('-')
  if (month === undefined) return [`${period}-01-01`, `${period}-12-31`]
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
  return [`${period}-01`, last]
}
