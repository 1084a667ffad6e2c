import { ConfigError } from '../core/errors.js'
import { canonicalJson } from '../core/fingerprint.js'
import type { StageUnits, Unit } from '../core/unit.js'
import { longestIncreasing } from './longest-increasing.js'
import type { Pipeline } from './pipeline.js'
import { formerUnits, marksOf, type PipelineState } from './pipeline-state.js'

/** A unit that is not what it was, as it is now (as it was, where it is gone). */
export interface ChangedUnit extends Pick<Unit, 'id' | 'file' | 'line' | 'frame'> {
  /** `moved`: only its place among the others is another. */
  readonly change: 'new' | 'gone' | 'changed' | 'moved'
  /** Of both its states; null if it can touch any text of its frame. */
  readonly literals: readonly string[] | null
}

/** What of a stage is not what it was. */
export interface StageChange {
  /** The stage's place in the pipeline. */
  readonly index: number
  readonly stage: string
  /** Why every document is touched; null where only units changed. */
  readonly reason: string | null
  readonly units: readonly ChangedUnit[]
}

/**
 * Compares a pipeline with a former state of it by meaning: stages that can answer differently, in
 * order. Empty if no document can come out otherwise. `atHand`: a pipeline that was loaded before and
 * may be of that state, so that it need not be read from its kept files.
 */
export function compareStates(
  former: PipelineState,
  pipeline: Pipeline,
  atHand: Pipeline | null = null,
): readonly StageChange[] {
  const marks = marksOf(pipeline)
  const everything = (reason: string): readonly StageChange[] => [
    { index: 0, stage: marks[0]?.name ?? '', reason, units: [] },
  ]
  const names = (list: readonly { readonly name: string }[]): string =>
    list.map(({ name }) => name).join(' ')
  if (names(former.stages) !== names(marks)) return everything('the stages are others')
  let unitsOf: ReturnType<typeof formerUnits> | null = null
  const changes: StageChange[] = []
  for (const [index, mark] of marks.entries()) {
    const before = former.stages[index]!
    if (before.fingerprint === mark.fingerprint) continue
    const { name: stage } = mark
    const whole = (reason: string): void => {
      // What is found to be lost is made with the records: the whole document is read again.
      const first = index < pipeline.stages.length ? index : 0
      changes.push({ index: first, stage, reason, units: [] })
    }
    if (before.identity !== mark.identity) {
      whole('its version, options, libraries or names changed')
      continue
    }
    try {
      const loaded = atHand?.stages.find(({ fingerprint }) => fingerprint === before.fingerprint)
      const was = loaded?.units() ?? (unitsOf ??= formerUnits(former, pipeline))(stage)
      const is = pipeline.stages[index]!.units()
      if (was === null) whole('its former rules are unknown')
      else if (canonicalJson(was.rest) !== canonicalJson(is.rest))
        whole('rules or tables changed that can touch any text')
      else {
        const units = compareUnits(was, is)
        if (units.length > 0) changes.push({ index, stage, reason: null, units })
      }
    } catch (error) {
      if (!(error instanceof ConfigError || error instanceof RangeError)) throw error
      whole('its former rules cannot be read by this version')
    }
  }
  return changes.sort((a, b) => a.index - b.index)
}

function compareUnits(was: StageUnits, is: StageUnits): readonly ChangedUnit[] {
  const keysBefore = uniqueKeys(was.units)
  const keys = uniqueKeys(is.units)
  const former = new Map(was.units.map((unit, place) => [keysBefore[place]!, { unit, place }]))
  const changed: ChangedUnit[] = []
  const kept: { readonly unit: Unit; readonly before: Unit; readonly place: number }[] = []
  for (const [place, unit] of is.units.entries()) {
    const known = former.get(keys[place]!)
    if (known === undefined) changed.push(changeOf('new', unit, null))
    else if (known.unit.meaning === unit.meaning)
      kept.push({ unit, before: known.unit, place: known.place })
    else changed.push(changeOf('changed', unit, known.unit))
  }
  const present = new Set(keys)
  for (const [place, unit] of was.units.entries())
    if (!present.has(keysBefore[place]!)) changed.push(changeOf('gone', unit, null))
  // Where order decides between two, one of them moved.
  const steady = longestIncreasing(kept.map(({ place }) => place))
  for (const [at, { unit, before }] of kept.entries())
    if (!steady.has(at)) changed.push(changeOf('moved', unit, before))
  return changed
}

/** Ids that several files use are told apart by how often they came before. */
function uniqueKeys(units: readonly Unit[]): readonly string[] {
  const counts = new Map<string, number>()
  return units.map(({ id }) => {
    const count = counts.get(id) ?? 0
    counts.set(id, count + 1)
    return count === 0 ? id : `${id} ${count}`
  })
}

function changeOf(change: ChangedUnit['change'], unit: Unit, other: Unit | null): ChangedUnit {
  const { id, file, line, frame, literals } = unit
  const former = other === null ? [] : other.literals
  const both = literals === null || former === null ? null : [...new Set([...former, ...literals])]
  return { id, file, line, frame, change, literals: both }
}
