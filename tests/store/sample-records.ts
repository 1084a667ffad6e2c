import { conflictOptionsSchema } from '../../src/corpus/options.js'
import type { Edit } from '../../src/core/edit.js'
import { contentId, sha256 } from '../../src/core/fingerprint.js'
import type { DocumentRecords, DocumentResult } from '../../src/pipeline/process-document.js'
import type { RunStart } from '../../src/store/runs.js'

/** A state of a pipeline that needs no pipeline. */
export function startOf(fingerprint: string): RunStart {
  return {
    pipeline: {
      name: 'sample',
      fingerprint,
      files: [{ path: 'rules.yaml', name: 'rules.yaml', text: 'rules: []' }],
      marks: [],
      isAnew: false,
    },
    corpus: 'sample',
    conflicts: conflictOptionsSchema.parse({}),
    code: '0.0.0',
    node: 'v20.0.0',
    pid: 1,
    started: '2025-01-01T00:00:00.000Z',
  }
}

/** The records of a one-line page `…派出医生N名`, as the pipeline would make them. */
export function sampleResult(text: string, doctors: number): DocumentResult {
  const article = contentId('a_', JSON.stringify([sha256(text)]))
  const spans = [{ start: 0, end: text.length }]
  const sentence = contentId('s_', JSON.stringify([article, 0]))
  const mention = contentId('m_', JSON.stringify([article, 'quantity']))
  const quantity = { value: doctors, low: null, high: null, unit: '名', mod: 'exact' } as const
  const records: DocumentRecords = {
    article: {
      record: 'article',
      id: article,
      title: null,
      published: null,
      publisher: null,
      author: null,
      editor: null,
      url: null,
      metadata: {},
      script: 'hans',
      text,
      spans,
      edits: [{ start: 0, end: 1, text: text.slice(0, 1), rules: ['repair/width'] }],
      dropped: [],
      duplicateOf: null,
      earlier: null,
      similarity: null,
      flags: [],
    },
    encoding: 'utf-8',
    sentences: [{ record: 'sentence', id: sentence, article, index: 0, text, spans }],
    mentions: [
      {
        record: 'mention',
        id: mention,
        article,
        sentence,
        kind: 'quantity',
        text: `${doctors}名`,
        spans,
        rule: 'quantity/classifier',
        entry: null,
        quantity,
      },
    ],
    facts: [
      {
        record: 'fact',
        id: contentId('f_', JSON.stringify([article])),
        article,
        sentence,
        kind: 'measure',
        rule: 'measure/staffing',
        spans,
        roles: { quantity: { mention, basis: 'stated' } },
        subject: { kind: 'hospital', id: null, name: '第一医院', text: '第一医院' },
        metric: { id: null, text: '医生' },
        quantity,
        time: null,
        modality: 'actual',
        attribution: null,
      },
    ],
    script: [[sampleEdit(0)], []],
    losses: [],
    places: [],
    page: { key: text, isTraditional: false },
  }
  return { ok: true, records }
}

/** An article of nothing but a body, by the sha256 of its document. */
export function bareResult(digest: string, text: string, published: string | null): DocumentResult {
  const result = sampleResult(text, 1)
  if (!result.ok) return result
  const { records } = result
  const article = { ...records.article, id: `a_${digest.slice(0, 16)}`, published, edits: [] }
  const none = { sentences: [], mentions: [], facts: [], script: [] }
  return { ok: true, records: { ...records, ...none, article } }
}

export const FAILED: DocumentResult = {
  ok: false,
  failure: { stage: 'decode', code: 'not-text', message: 'The file is not text.' },
}

function sampleEdit(start: number): Edit {
  const origin = { stage: 'repair', rule: 'repair/width', entry: null }
  return { start, end: start + 1, replacement: '第', kind: null, origin }
}
