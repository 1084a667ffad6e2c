import { loadPipeline } from '../../../src/pipeline/load.js'
import { type LineFact, recogniseLine } from '../../../src/pipeline/recognise.js'

const pipeline = loadPipeline()

export interface Told {
  readonly published?: string
  readonly region?: string
}

/** The facts of a text, by the whole pipeline's rules. */
export function factsIn(text: string, told: Told = {}): readonly LineFact[] {
  const { published = null, region = null } = told
  return recogniseLine(pipeline, { text, published, region }).facts
}

/** `湖南省人民医院 手术 3000台` of each measure, sorted. */
export function measuresIn(text: string, told: Told = {}): readonly string[] {
  return factsIn(text, told).flatMap(measureOf).sort()
}

/** `宜昌市中心人民医院 cooperates-with 南京鼓楼医院` of each relation, sorted. */
export function relationsIn(text: string): readonly string[] {
  return factsIn(text)
    .flatMap(({ subject, relation, object }) =>
      relation === undefined || object === undefined
        ? []
        : [`${subject.name} ${relation} ${object.name}`],
    )
    .sort()
}

/** `湖南省人民医院 stated`: of whom each fact is said, and how that is known; each once. */
export function subjectsIn(text: string, told: Told = {}): readonly string[] {
  const subjects = factsIn(text, told).map(
    ({ subject, roles }) => `${subject.name} ${roles['subject']?.basis ?? 'nowhere'}`,
  )
  return [...new Set(subjects)].sort()
}

/** `床位 2023 inherited`: when each measure or event holds, and how that is known; sorted. */
export function timesIn(text: string, told: Told = {}): readonly string[] {
  return factsIn(text, told)
    .map(({ metric, event, time, roles }) =>
      time === null
        ? `${metric?.text ?? event} null`
        : `${metric?.text ?? event} ${time.value} ${roles['time']?.basis ?? 'nowhere'}`,
    )
    .sort()
}

/** What is said to be so of each fact, in text order: actual, planned … */
export function modalitiesIn(text: string, told: Told = {}): readonly string[] {
  return factsIn(text, told).map(({ modality }) => modality)
}

function measureOf({ subject, metric, quantity }: LineFact): string[] {
  if (metric === undefined || quantity === undefined) return []
  return [`${subject.name} ${metric.text} ${quantity.value}${quantity.unit}`]
}
