import type { AuditedArticle } from '../store/audit-store.js'
import type { ArticleInfo } from './article-api.js'
import { ArticleSides } from './article-chunks.js'

/** An article ready to be shown in parts. */
export interface OpenArticle {
  readonly info: ArticleInfo
  readonly sides: ArticleSides
  /** The decoded source, as crawled. */
  readonly source: string
}

export function openArticle(audited: AuditedArticle): OpenArticle {
  const sides = new ArticleSides(audited)
  const { article, source, mentions, facts, sentences, losses } = audited
  const counts: Record<string, number> = { sentence: sentences.length, fact: facts.length }
  for (const { kind } of mentions) counts[kind] = (counts[kind] ?? 0) + 1
  const { id, title, published, publisher, author, editor, url, flags } = article
  const info: ArticleInfo = {
    id,
    title,
    published,
    publisher,
    author,
    editor,
    url,
    flags,
    duplicateOf: article.duplicateOf,
    similarity: article.similarity,
    source: article.source,
    isMarkup: article.dropped.some(({ kind }) => kind === 'markup'),
    sourceLength: source.length,
    bodyLength: article.text.length,
    sourceChunks: sides.starts.source,
    bodyChunks: sides.starts.body,
    losses: losses.map(({ sentence, kind, rule, holds, spans }) => ({
      sentence,
      kind,
      rule,
      holds,
      start: spans[0]?.start ?? 0,
    })),
    dropped: droppedByKind(audited),
    counts,
  }
  return { info, sides, source }
}

function droppedByKind({ article }: AuditedArticle): ArticleInfo['dropped'] {
  const kinds = new Map<string, { characters: number; parts: number; first: number }>()
  for (const { kind, start, end } of article.dropped) {
    const known = kinds.get(kind) ?? { characters: 0, parts: 0, first: start }
    known.characters += end - start
    known.parts++
    kinds.set(kind, known)
  }
  return [...kinds]
    .map(([kind, totals]) => ({ kind, ...totals }))
    .sort((a, b) => b.characters - a.characters)
}
