import { CHANGE_KINDS, type ComparedRecord, type RecordChange } from '../diff/changes.js'
import { type CauseGroup, type ChangeCounts, type DiffTotals, sumOf } from '../diff/totals.js'
import type { RunRow } from '../store/runs.js'
import { type Html, html, join, page } from './html.js'
import { DIFF_STYLE } from './diff-style.js'
import { formatFact, formatMention } from './fact-line.js'
import { formatNumber } from './layout.js'

/** What a report is about besides the changes. */
export interface ReportSubject {
  readonly before: RunRow
  readonly after: RunRow
  /** What was asked for of all changes: `only --kind fact`; empty for all. */
  readonly selection: string
}

/**
 * A diff as one self-contained HTML page for a colleague: totals, then causes, then each change with
 * its sentence, the words marked, and what was said before and after. Needs no script and no network.
 */
export function formatDiffPage(totals: DiffTotals, subject: ReportSubject): string {
  const { facts, mentions, articles, causes } = totals
  const { before, after, selection } = subject
  const title = `Run ${before.id} → run ${after.id}`
  const differs = sumOf(facts) + sumOf(mentions) > 0
  return page({
    title: `${title} · yuanju`,
    style: DIFF_STYLE,
    body: html`<header>
        <h1>${title}</h1>
        <p class="states">${stateOf(before)} <span class="arrow">→</span> ${stateOf(after)}</p>
        ${selection === '' ? '' : html`<p class="selection">${selection}</p>`}
      </header>
      ${differs ? totalsOf(facts, mentions, articles) : html`<p>No fact or mention differs.</p>`}
      ${causes.length > 1 ? contentsOf(causes) : ''} ${join(causes.map(causeOf))}
      <footer>
        Written by yuanju. The same diff: <code>yuanju diff ${before.id} ${after.id}</code>
      </footer>`,
  })
}

function stateOf({ pipeline, fingerprint, started, repository }: RunRow): Html {
  const commit =
    repository === null
      ? ''
      : ` · git ${repository.commit.slice(0, 7)}${repository.isDirty ? '+' : ''}`
  return html`<span
    >${pipeline} ${fingerprint.slice(0, 8)}${commit} ·
    <time datetime="${started}">${started.slice(0, 16).replace('T', ' ')}</time></span
  >`
}

const TITLES: Readonly<Record<(typeof CHANGE_KINDS)[number], string>> = {
  new: 'new',
  gone: 'gone',
  value: 'other value',
  span: 'other words',
  rule: 'other rule',
}

function totalsOf(facts: ChangeCounts, mentions: ChangeCounts, articles: number): Html {
  const heads = CHANGE_KINDS.map(
    (kind) => html`<th scope="col" class="${kind}">${TITLES[kind]}</th>`,
  )
  const rowOf = (name: string, counts: ChangeCounts): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      ${join(CHANGE_KINDS.map((kind) => html`<td class="${counts[kind] === 0 ? 'none' : kind}">${formatNumber(counts[kind])}</td>`))}
    </tr>`
  return html`<section class="totals">
    <table>
      <thead>
        <tr>
          <td></td>
          ${join(heads)}
        </tr>
      </thead>
      <tbody>
        ${rowOf('facts', facts)}${rowOf('mentions', mentions)}
      </tbody>
    </table>
    <p>in ${countOf(articles, 'article')}</p>
  </section>`
}

function contentsOf(causes: readonly CauseGroup[]): Html {
  const rows = causes.map(
    (group, index) =>
      html`<tr>
        <td><a href="#cause-${index + 1}">${nameOf(group)}</a></td>
        <td>${kindOf(group)}</td>
        <td class="number">${formatNumber(sumOf(group.facts))}</td>
        <td class="number">${formatNumber(sumOf(group.mentions))}</td>
        <td class="number">${formatNumber(group.articles)}</td>
      </tr>`,
  )
  return html`<section>
    <h2>What caused it</h2>
    <table class="causes">
      <thead>
        <tr>
          <th scope="col">cause</th>
          <th scope="col"></th>
          <th scope="col" class="number">facts</th>
          <th scope="col" class="number">mentions</th>
          <th scope="col" class="number">articles</th>
        </tr>
      </thead>
      <tbody>
        ${join(rows)}
      </tbody>
    </table>
  </section>`
}

function causeOf(group: CauseGroup, index: number): Html {
  const { facts, mentions, articles, samples } = group
  const all = sumOf(facts) + sumOf(mentions)
  const counts = [
    sumOf(facts) === 0 ? '' : `${countOf(sumOf(facts), 'fact')} (${detailOf(facts)})`,
    sumOf(mentions) === 0 ? '' : `${countOf(sumOf(mentions), 'mention')} (${detailOf(mentions)})`,
  ].filter((part) => part !== '')
  const rest = all - samples.length
  return html`<section class="cause" id="cause-${index + 1}">
    <h2>${nameOf(group)} <small>${kindOf(group)}</small></h2>
    <p class="counts">${counts.join(' · ')} in ${countOf(articles, 'article')}</p>
    ${join(samples.map(changeOf))}
    ${rest > 0 ? html`<p class="rest">… and ${countOf(rest, 'more change')} of this cause</p>` : ''}
  </section>`
}

function nameOf({ cause }: CauseGroup): string {
  return cause.kind === 'document' ? `${cause.name} documents` : cause.name
}

function kindOf({ cause }: CauseGroup): string {
  const kinds = { rule: 'rule', entry: 'dictionary entry', cleaning: 'cleaning', document: '' }
  return kinds[cause.kind]
}

function detailOf(counts: ChangeCounts): string {
  return CHANGE_KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) => `${TITLES[kind]} ${formatNumber(counts[kind])}`)
    .join(', ')
}

function changeOf(change: RecordChange): Html {
  const { before, after, article } = change
  const isRule = change.change === 'rule'
  const isAlike = before !== null && after !== null && saidOf(before).text === saidOf(after).text
  // Two names read alike that stand for different entries.
  const told = (record: ComparedRecord): string => (isAlike ? ` (${linksOf(record)})` : '')
  return html`<article class="change ${change.change}">
    <p class="said">
      <span class="tag">${TITLES[change.change]}</span>
      ${before === null || isRule ? '' : html`<del>${saidOf(before)}${told(before)}</del>`}
      ${after === null || isRule ? '' : html`<ins>${saidOf(after)}${told(after)}</ins>`}
      ${
        isRule && before !== null && after !== null
          ? html`<span>${saidOf(after)}</span>
              <span class="origins"
                ><code>${originOf(before)}</code> → <code>${originOf(after)}</code></span
              >`
          : ''
      }
    </p>
    <blockquote lang="zh">${markedSentence(change)}</blockquote>
    <p class="place">
      ${article.title === null ? '' : html`<cite lang="zh">${article.title}</cite> · `}<span
        >${article.path}</span
      >
      ·
      <code>${(after ?? before)?.id ?? ''}</code>
    </p>
  </article>`
}

function saidOf(record: ComparedRecord): Html {
  return record.record === 'fact'
    ? html`<span class="kind">${record.kind}</span> <b lang="zh">${record.subject.name}</b>
        <span lang="zh">${formatFact(record)}</span>`
    : html`<span class="kind">${record.kind}</span> <b lang="zh">${record.text}</b> =
        <span lang="zh">${formatMention(record)}</span>`
}

/** The entries that a fact's parties are linked to. */
function linksOf(record: ComparedRecord): string {
  if (record.record === 'mention') return originOf(record)
  const parties = [record.subject, ...(record.object === undefined ? [] : [record.object])]
  return parties.map(({ id }) => id ?? 'not in the gazetteer').join(', ')
}

function originOf(record: ComparedRecord): string {
  return record.record === 'mention' ? (record.entry ?? record.rule ?? 'no rule') : record.rule
}

function markedSentence({ sentence, marked }: RecordChange): Html {
  const parts: Html[] = []
  let at = 0
  for (const { start, end } of marked) {
    if (start < at) continue
    parts.push(html`${sentence.slice(at, start)}<mark>${sentence.slice(start, end)}</mark>`)
    at = end
  }
  return html`${join(parts)}${sentence.slice(at)}`
}

function countOf(number: number, what: string): string {
  return `${formatNumber(number)} ${what}${number === 1 ? '' : 's'}`
}
