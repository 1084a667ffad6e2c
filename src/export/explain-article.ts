import { UsageError } from '../core/errors.js'
import type { ArticleRecord, ReprintRecord } from '../pipeline/records.js'
import type { PageVersion } from '../store/page-versions.js'
import type { RecordReader, StoredSource } from '../store/record-reader.js'
import { reprintRecord, type ReprintSources, storedOf } from './reprint-record.js'

/** Everything known about how an article stands to the others of the store. */
export interface ArticleExplanation {
  readonly article: ArticleHead
  /** What it reprints and how it differs, or how it is known to be spun; null for neither. */
  readonly reprint: ReprintRecord | null
  /** The article it reprints. */
  readonly root: ArticleHead | null
  /** The articles that reprint it, by id. */
  readonly reprints: readonly ReprintHead[]
  /** Where other bytes came under its URL: all versions of the page, this one among them, oldest first. */
  readonly versions: readonly PageVersion[]
}

export type ArticleHead = Pick<
  ArticleRecord,
  'id' | 'title' | 'published' | 'publisher' | 'source' | 'flags'
>

export interface ReprintHead extends ArticleHead {
  readonly similarity: number | null
  /** How many of its words were swapped, and of its figures differ. */
  readonly swaps: number
  readonly conflicts: number
}

/**
 * Explains an article by its id.
 * @throws {UsageError} if no current article has it
 */
export function explainArticle(sources: ReprintSources, id: string): ArticleExplanation {
  const { reader } = sources
  const document = reader.findArticle(id)
  const stored = document === null ? null : storedOf(reader, document)
  if (stored === null)
    throw new UsageError(
      'id-unknown',
      `${id}: no current article has this id. "yuanju export --records article" lists them.`,
    )
  const reprint = reader.reprint(stored.document)
  const versions = reader.versionsOf(reader.article(stored).url)
  return {
    article: headOf(reader, stored),
    versions: versions.length > 1 ? versions : [],
    reprint: reprintRecord(sources, stored),
    root: reprint?.root == null ? null : headOfDocument(reader, reprint.root),
    reprints: reader.reprintsOf(stored.document).flatMap((key) => {
      const head = headOfDocument(reader, key)
      const found = reader.reprint(key)
      if (head === null || found === null) return []
      const { swaps, conflicts } = found.evidence
      return [
        {
          ...head,
          similarity: found.similarity,
          swaps: swaps.reduce((sum, { count }) => sum + count, 0),
          conflicts: conflicts.length,
        },
      ]
    }),
  }
}

/** How many articles of the store print the same as this one, itself among them. */
export function countPrintings(reader: RecordReader, document: number): number {
  const root = reader.reprint(document)?.root ?? document
  return 1 + reader.reprintsOf(root).length
}

function headOfDocument(reader: RecordReader, document: number): ArticleHead | null {
  const stored = storedOf(reader, document)
  return stored === null ? null : headOf(reader, stored)
}

function headOf(reader: RecordReader, stored: StoredSource): ArticleHead {
  const { id, title, published, publisher, source, flags } = reader.article(stored)
  return { id, title, published, publisher, source, flags }
}
