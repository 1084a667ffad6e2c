import type { JSX } from 'preact'
import { useLocation, useRoute } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { SessionInfo } from '../../../src/audit/api.js'
import type { ChangeCounts, DiffInfo } from '../../../src/audit/diff-api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { CHANGES, DiffGroup, sumOf } from '../parts/diff-group.js'
import { Pending } from '../parts/state.js'
import { useAnswer } from '../server.js'

/** So many changes of one cause are shown once it was chosen. */
const ALL = 100

/** What differs between two runs: totals, then by what caused it, each with sentences. */
export function DiffPage(): JSX.Element {
  const texts = useTexts()
  const { params } = useRoute()
  const { url, route } = useLocation()
  const path = `/runs/${params['before'] ?? ''}/${params['after'] ?? ''}`
  const chosen = new URLSearchParams(url.split('?')[1] ?? '')
  const [kind, cause] = [chosen.get('kind'), chosen.get('cause')]
  const query = new URLSearchParams(chosen)
  if (cause !== null) query.set('most', String(ALL))
  const [turn, setTurn] = useState(0)
  const answer = useAnswer<DiffInfo>(`${path}?${query.toString()}`, turn)
  const { data: session } = useAnswer<SessionInfo>('/session')
  const { data: diff } = answer
  useEffect(() => {
    document.title = `${texts.diff.title} · 原句`
  }, [texts])
  // Of many articles the server tells what it found so far; asking again lets it go on.
  useEffect(() => {
    if (diff !== null && diff.compared < diff.documents) setTurn((last) => last + 1)
  }, [diff])
  const hrefWith = (name: string, value: string | null): string => {
    const next = new URLSearchParams(chosen)
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
    return `${path}?${next.toString()}`
  }
  return (
    <div class="page">
      <p class="over">
        <a href="/runs">{texts.runs}</a>
      </p>
      <h1>
        {texts.run} {params['before']} → {texts.run} {params['after']}
      </h1>
      {diff !== null && (
        <p class="meta">
          {diff.before.started.slice(0, 10)} <span class="hash">{diff.before.state}</span> →{' '}
          {diff.after.started.slice(0, 10)} <span class="hash">{diff.after.state}</span>
          {diff.before.state === diff.after.state && ` · ${texts.diff.sameRules}`}
        </p>
      )}
      <Pending answer={answer} />
      {diff !== null && (
        <>
          {diff.compared < diff.documents && (
            <p class="notice" role="status">
              {texts.diff.progress
                .replace('{compared}', diff.compared.toLocaleString('en-US'))
                .replace('{documents}', diff.documents.toLocaleString('en-US'))}
            </p>
          )}
          <Totals diff={diff} />
          <p class="actions diff-filters">
            <label>
              {texts.diff.kind}{' '}
              <select
                value={kind ?? ''}
                onChange={(event) => {
                  route(hrefWith('kind', event.currentTarget.value))
                }}
              >
                <option value="">{texts.diff.any}</option>
                {diff.kinds.map((known) => (
                  <option value={known}>{nameOf(texts, known)}</option>
                ))}
              </select>
            </label>
            {cause !== null && (
              <a class="button chip" href={hrefWith('cause', null)}>
                <span class="rule">{cause}</span>&nbsp;× <span class="hidden">{texts.clear}</span>
              </a>
            )}
          </p>
          {diff.causes.map((group) => (
            <DiffGroup
              key={`${group.cause.kind} ${group.cause.name}`}
              group={group}
              isLatest={session?.run?.id === diff.after.id}
              href={hrefWith('cause', group.cause.name)}
            />
          ))}
        </>
      )}
    </div>
  )
}

function Totals({ diff }: { readonly diff: DiffInfo }): JSX.Element {
  const texts = useTexts()
  const { facts, mentions, articles } = diff
  if (sumOf(facts) + sumOf(mentions) === 0 && diff.compared === diff.documents)
    return <p class="notice">{texts.diff.nothing}</p>
  const rows: readonly (readonly [string, ChangeCounts])[] = [
    [texts.facts, facts],
    [texts.diff.mentions, mentions],
  ]
  return (
    <>
      <table class="plain totals">
        <thead>
          <tr>
            <td />
            {CHANGES.map((change) => (
              <th scope="col" class="amount">
                {texts.diff.kinds[change]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, counts]) => (
            <tr>
              <th scope="row">{name}</th>
              {CHANGES.map((change) => (
                <td class={`amount ${counts[change] === 0 ? 'none' : change}`}>
                  {counts[change].toLocaleString('en-US')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="meta">
        {articles.toLocaleString('en-US')} {texts.diff.articles}
      </p>
    </>
  )
}
