/** The public surface: load a pipeline, process documents, keep and read records. */
export { loadPipeline } from './pipeline/load.js'
export { checkPipeline, type CheckReport } from './pipeline/check.js'
export type { Pipeline } from './pipeline/pipeline.js'
export {
  processDocument,
  type DocumentFailure,
  type DocumentRecords,
  type DocumentResult,
} from './pipeline/process-document.js'
export { recogniseLine, type LineInput, type LineResult } from './pipeline/recognise.js'
export type * from './pipeline/records.js'
export { listInputs, type InputList } from './batch/inputs.js'
export type { BatchOptions } from './batch/batch-options.js'
export { runBatch } from './batch/execute.js'
export type { Progress, RunSummary } from './batch/summary.js'
export { useStore, type Store } from './store/store.js'
export type { RecordReader, StoredSource } from './store/record-reader.js'
export type { RunRow } from './store/runs.js'
export { RECORD_KINDS, streamRecords, type RecordKind } from './export/record-stream.js'
export { explainRecord, type Explanation } from './export/explain.js'
export { type ArticleExplanation, explainArticle } from './export/explain-article.js'
export { proveAlignment, type Failure, type ProvableArticle } from './export/prove-alignment.js'
export { verifyStore, type Verification } from './export/verify.js'
export { evaluate } from './evaluate/evaluate.js'
export type { Gold } from './evaluate/gold.js'
export { type GoldDocument, readGoldFolder } from './evaluate/gold-files.js'
export type { Evaluation, Miss } from './evaluate/report.js'
export {
  ConfigError,
  DocumentError,
  formatProblem,
  InvariantError,
  StoreError,
  UsageError,
  YuanjuError,
  type ConfigProblem,
} from './core/errors.js'
