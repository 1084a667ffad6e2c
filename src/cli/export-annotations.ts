import { type AnnotatedKind, annotatedArticles } from '../export/annotated-article.js'
import {
  type AnnotationFormat,
  writeAnnotationFolder,
  writeAnnotations,
} from '../export/annotation-files.js'
import { labelStudioConfig } from '../export/label-studio-config.js'
import { openStandardOutput } from '../export/text-sink.js'
import { readStoredNames } from '../pipeline/load-stored.js'
import type { RunRow } from '../store/runs.js'
import type { Store } from '../store/store.js'

/** Writes the articles of a run as annotations: a folder that `eval` reads, or standard output. */
export function exportAnnotations(
  store: Store,
  run: RunRow,
  {
    out,
    ...options
  }: {
    readonly format: AnnotationFormat
    readonly kinds: readonly AnnotatedKind[]
    readonly out: string | undefined
  },
): Promise<number> {
  const articles = annotatedArticles(store, run)
  return out === undefined
    ? writeAnnotations(articles, options, openStandardOutput())
    : writeAnnotationFolder(articles, options, out)
}

/** The labelling interface for what the run's pipeline looks for. */
export function labellingConfigOf(store: Store, run: RunRow): string {
  return labelStudioConfig(readStoredNames(store.runs.files(run.id)))
}
