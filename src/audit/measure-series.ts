import type { FactRecord } from '../pipeline/records.js'
import type { MeasurePoint, MeasureSeries } from './picture-api.js'

/** Measures with a value and a time, by metric and unit, those of most points first. */
export function toSeries(facts: readonly FactRecord[]): readonly MeasureSeries[] {
  const series = new Map<string, { metric: string; unit: string; points: MeasurePoint[] }>()
  for (const { id, metric, quantity, time, modality } of facts) {
    const value = Number(quantity?.value ?? Number.NaN)
    const day = time?.start ?? time?.end ?? null
    if (metric === undefined || quantity === undefined || time === null || day === null) continue
    if (Number.isNaN(value) || modality !== 'actual' || quantity.mod === 'rank') continue
    const name = metric.id ?? metric.text
    const key = JSON.stringify([name, quantity.unit])
    const own = series.get(key) ?? { metric: name, unit: quantity.unit, points: [] }
    series.set(key, own)
    own.points.push({ id, day: day.slice(0, 10), time: time.value, value })
  }
  for (const { points } of series.values()) points.sort((a, b) => (a.day < b.day ? -1 : 1))
  return [...series.values()].sort((a, b) => b.points.length - a.points.length)
}
