import type { JSX } from 'preact'
import type {
  CauseInfo,
  ChangeCounts,
  ChangeInfo,
  ComparedInfo,
} from '../../../src/audit/diff-api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import type { Texts } from '../language/english.js'
import { MarkedText } from './marked-text.js'
import { writeSummary } from './summaries.js'
import { writeMark } from './values.js'

/** The kinds of change, as the server counts them. */
export const CHANGES = ['new', 'gone', 'value', 'span', 'rule'] as const

interface DiffGroupProps {
  readonly group: CauseInfo
  /** The run whose facts have pages of their own. */
  readonly isLatest: boolean
  /** Where all of its changes are. */
  readonly href: string
}

/** The changes put down to one rule, entry, cleaning step or document's coming. */
export function DiffGroup({ group, isLatest, href }: DiffGroupProps): JSX.Element {
  const texts = useTexts()
  const { cause, facts, mentions, articles, changes } = group
  const rest = sumOf(facts) + sumOf(mentions) - changes.length
  const isRule = cause.kind === 'rule' && isLatest && cause.name.includes('/')
  return (
    <section class="diff-group">
      <h2>
        <span class="flag">{texts.diff.causes[cause.kind]}</span>{' '}
        {cause.kind === 'document' ? (
          texts.diff.documents[cause.name === 'new' ? 'new' : 'gone']
        ) : isRule ? (
          <a class="rule" href={`/rules/${cause.name}`}>
            {cause.name}
          </a>
        ) : (
          <span class="rule">{cause.name}</span>
        )}
      </h2>
      <p class="meta">
        {[
          countsOf(texts, texts.facts, facts),
          countsOf(texts, texts.diff.mentions, mentions),
          `${articles.toLocaleString('en-US')} ${texts.diff.articles}`,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <ul class="changes">
        {changes.map((change) => (
          <Change change={change} isLatest={isLatest} />
        ))}
      </ul>
      {rest > 0 && (
        <p>
          <a href={href}>{texts.diff.rest.replace('{rest}', rest.toLocaleString('en-US'))}</a>
        </p>
      )}
    </section>
  )
}

export function sumOf(counts: ChangeCounts): number {
  return CHANGES.reduce((sum, kind) => sum + counts[kind], 0)
}

function countsOf(texts: Texts, name: string, counts: ChangeCounts): string {
  if (sumOf(counts) === 0) return ''
  const kinds = CHANGES.filter((kind) => counts[kind] > 0).map(
    (kind) => `${texts.diff.kinds[kind]} ${counts[kind].toLocaleString('en-US')}`,
  )
  return `${name} ${sumOf(counts).toLocaleString('en-US')} (${kinds.join(', ')})`
}

interface ChangeProps {
  readonly change: ChangeInfo
  readonly isLatest: boolean
}

function Change({ change, isLatest }: ChangeProps): JSX.Element {
  const texts = useTexts()
  const { before, after, title, article } = change
  const isSame = change.change === 'rule'
  return (
    <li class={`change ${change.change}`}>
      <span class="tag">{texts.diff.kinds[change.change]}</span>
      <span class="says" lang="zh-Hans">
        {before !== null && !isSame && <del>{saidOf(texts, before)}</del>}
        {after !== null && !isSame && <ins>{saidOf(texts, after)}</ins>}
        {isSame && before !== null && after !== null && (
          <>
            {saidOf(texts, after)}{' '}
            <span class="rule">
              {before.by} → {after.by}
            </span>
          </>
        )}
      </span>
      <p class="in-sentence">
        <MarkedText text={change.sentence} marked={change.marked} />
      </p>
      <p class="meta" lang="zh-Hans">
        {after !== null && isLatest && <a href={hrefOf(after, article)}>{texts.diff.open}</a>}{' '}
        {title ?? texts.article.untitled}
      </p>
    </li>
  )
}

function hrefOf({ id, fact }: ComparedInfo, article: string): string {
  return fact === null ? `/articles/${article}?fact=${id}` : `/facts/${id}`
}

function saidOf(texts: Texts, { text, fact, mark, kind }: ComparedInfo): string {
  if (fact !== null) return `${nameOf(texts, kind)} ${writeSummary(texts, fact)}`
  return mark === null ? text : `${text} = ${writeMark(texts, mark)}`
}
