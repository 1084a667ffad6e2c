import type { ComparedRecord, RecordChange } from '../diff/changes.js'
import type { CauseGroup } from '../diff/totals.js'
import type { RunRow } from '../store/runs.js'
import type { DiffProgress } from './compare-runs.js'
import type { CauseInfo, ChangeInfo, ComparedInfo, DiffInfo } from './diff-api.js'
import { toMark, toSummary } from './fact-lines.js'
import type { RunLine } from './review-api.js'

export function toDiffInfo({ before, after, totals, ...progress }: DiffProgress): DiffInfo {
  return {
    before: toRunLine(before),
    after: toRunLine(after),
    ...totals,
    causes: totals.causes.map(toCauseInfo),
    ...progress,
  }
}

export function toRunLine(run: RunRow): RunLine {
  const { id, status, started, finished, pipeline, fingerprint, code, counts, cleared } = run
  return {
    id,
    status,
    started,
    finished,
    pipeline,
    state: fingerprint.slice(0, 8),
    code,
    counts,
    isReadable: status === 'finished' && cleared === null,
  }
}

function toCauseInfo({ samples, ...group }: CauseGroup): CauseInfo {
  return { ...group, changes: samples.map(toChangeInfo) }
}

function toChangeInfo(change: RecordChange): ChangeInfo {
  const { before, after, article, sentence, marked } = change
  return {
    change: change.change,
    before: before === null ? null : toCompared(before),
    after: after === null ? null : toCompared(after),
    article: article.id,
    title: article.title,
    sentence,
    marked,
  }
}

function toCompared(record: ComparedRecord): ComparedInfo {
  const { id, kind } = record
  if (record.record === 'fact')
    return { id, kind, text: '', fact: toSummary(record), mark: null, by: record.rule }
  const by = record.entry ?? record.rule ?? ''
  return { id, kind, text: record.text, fact: null, mark: toMark(record), by }
}
