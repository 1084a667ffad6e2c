import type { ArticleExplanation, ArticleHead } from '../export/explain-article.js'
import type { ReprintRecord } from '../pipeline/records.js'
import { formatColumns, indent } from './layout.js'
import type { Colors } from './terminal.js'

/** How an article stands to the others, for a person: what it reprints, what differs, who reprints it. */
export function formatArticle(explanation: ArticleExplanation, colors: Colors): string {
  const { article, root, reprint, reprints } = explanation
  const sections: readonly (readonly [string, string])[] = [
    ['', `${colors.dim(`${article.id} · article`)}\n${colors.bold(titleOf(article))}`],
    ['Source', linesOf([whereOf(article), article.flags.join(' · ')])],
    ['Reprints', root === null || reprint === null ? '' : rootOf(root, reprint)],
    ['Swapped words', reprint === null ? '' : swapsOf(reprint)],
    ['Figures that differ', reprint === null ? '' : conflictsOf(reprint)],
    ['What no unspun text has', reprint === null ? '' : collocationsOf(reprint)],
    ['Reprinted by', reprintsOf(explanation)],
    ['Versions of the page, oldest first', versionsOf(explanation)],
    ['', reprint === null && reprints.length === 0 ? 'No other page prints this article.' : ''],
  ]
  return sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => (title === '' ? text : `${colors.bold(title)}\n${indent(text)}`))
    .join('\n\n')
}

function titleOf({ title, source }: ArticleHead): string {
  return title ?? source.path
}

function whereOf({ source, publisher, published }: ArticleHead): string {
  return [source.path, publisher, published].filter((part) => part !== null).join(' · ')
}

function linesOf(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n')
}

function rootOf(root: ArticleHead, { similarity, spun }: ReprintRecord): string {
  const side = { article: 'this page is spun from it', root: 'it is spun from this text' }
  const alike = similarity === null ? '' : `similarity ${similarity}`
  return linesOf([
    `${root.id}  ${titleOf(root)}`,
    whereOf(root),
    [alike, spun === null ? '' : side[spun]].filter((part) => part !== '').join(' · '),
  ])
}

function swapsOf({ swaps }: ReprintRecord): string {
  const shown = swaps.slice(0, MOST_SHOWN)
  const rows = shown.map(({ from, to, count, spans }) => [
    `${from} → ${to}`,
    `${count} ×`,
    spans
      .slice(0, 3)
      .map(({ start, end }) => `[${start}, ${end})`)
      .join(' '),
  ])
  return linesOf([formatColumns(rows), more(swaps.length - shown.length)])
}

function conflictsOf({ conflicts }: ReprintRecord): string {
  const shown = conflicts.slice(0, MOST_SHOWN)
  const rows = shown.map(({ text, other, spans, otherSpans }) => [
    `${text} here at ${spans[0]?.start ?? '?'}`,
    `${other} there at ${otherSpans[0]?.start ?? '?'}`,
  ])
  return linesOf([formatColumns(rows), more(conflicts.length - shown.length)])
}

function collocationsOf({ collocations }: ReprintRecord): string {
  const shown = collocations.slice(0, MOST_SHOWN)
  const rows = shown.map(({ text, from, to, spans }) => [
    text,
    `${from} → ${to}`,
    `at ${spans[0]?.start ?? '?'}`,
  ])
  return linesOf([formatColumns(rows), more(collocations.length - shown.length)])
}

function reprintsOf({ reprints }: ArticleExplanation): string {
  const shown = reprints.slice(0, MOST_SHOWN)
  const rows = shown.map(({ similarity, swaps, conflicts, ...head }) => [
    head.id,
    similarity === null ? '' : String(similarity),
    [
      head.flags.includes('spun') ? 'spun' : '',
      swaps === 0 ? '' : `${swaps} swaps`,
      conflicts === 0 ? '' : `${conflicts} figures differ`,
    ]
      .filter((part) => part !== '')
      .join(', '),
    whereOf(head),
  ])
  return linesOf([formatColumns(rows), more(reprints.length - shown.length)])
}

function versionsOf({ versions, article }: ArticleExplanation): string {
  const shown = versions.slice(0, MOST_SHOWN)
  const rows = shown.map(({ id, published, firstRun }) => [
    id,
    published ?? '',
    `came in run ${firstRun}${id === article.id ? ', this one' : ''}`,
  ])
  return linesOf([formatColumns(rows), more(versions.length - shown.length)])
}

function more(count: number): string {
  return count > 0 ? `… and ${count} more` : ''
}

const MOST_SHOWN = 20
