import type { JSX } from 'preact'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { RunLine } from '../../../src/audit/review-api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { Pending } from '../parts/state.js'
import { useAnswer } from '../server.js'

/** The runs of the store, newest first, and the way to what differs between any two. */
export function RunsPage(): JSX.Element {
  const texts = useTexts()
  const answer = useAnswer<readonly RunLine[]>('/runs')
  useEffect(() => {
    document.title = `${texts.runs} · 原句`
  }, [texts])
  const runs = answer.data ?? []
  const readable = runs.filter(({ isReadable }) => isReadable)
  return (
    <div class="page">
      <h1>{texts.runList.title}</h1>
      <Pending answer={answer} />
      {readable.length > 1 && <Compare runs={readable} />}
      {answer.data !== null && (
        <table class="plain runs">
          <thead>
            <tr>
              <th scope="col">{texts.run}</th>
              <th scope="col">{texts.runList.status}</th>
              <th scope="col">{texts.runList.started}</th>
              <th scope="col">{texts.runList.took}</th>
              <th scope="col">{texts.runList.pipeline}</th>
              <th scope="col">{texts.runList.code}</th>
              <th scope="col">{texts.runList.did}</th>
              <th scope="col">{texts.diff.title}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <Run run={run} former={readable[readable.indexOf(run) + 1]} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

interface RunProps {
  readonly run: RunLine
  /** The one before it whose records can be read. */
  readonly former: RunLine | undefined
}

function Run({ run, former }: RunProps): JSX.Element {
  const texts = useTexts()
  return (
    <tr>
      <th scope="row">{run.id}</th>
      <td>{nameOf(texts, run.status)}</td>
      <td class="time">{run.started.slice(0, 16).replace('T', ' ')}</td>
      <td>{tookOf(run)}</td>
      <td>
        {run.pipeline} <span class="hash">{run.state}</span>
      </td>
      <td>{run.code}</td>
      <td>
        <Counts counts={run.counts} />
      </td>
      <td>
        {run.isReadable && former !== undefined && (
          <a href={`/runs/${former.id}/${run.id}`}>
            {former.id} → {run.id}
            <span class="hidden"> {texts.runList.compare}</span>
          </a>
        )}
      </td>
    </tr>
  )
}

/** The names are the server's own. */
function Counts({ counts }: Pick<RunLine, 'counts'>): JSX.Element {
  return (
    <span class="counts">
      {Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([name, count]) => (
          <span>
            {name} {count.toLocaleString('en-US')}
          </span>
        ))}
    </span>
  )
}

function Compare({ runs }: { readonly runs: readonly RunLine[] }): JSX.Element {
  const texts = useTexts()
  const { route } = useLocation()
  const [before, setBefore] = useState(String(runs[1]?.id ?? ''))
  const [after, setAfter] = useState(String(runs[0]?.id ?? ''))
  const choices = [
    [texts.diff.from, before, setBefore],
    [texts.diff.to, after, setAfter],
  ] as const
  return (
    <form
      class="actions compare"
      onSubmit={(event) => {
        event.preventDefault()
        route(`/runs/${before}/${after}`)
      }}
    >
      {choices.map(([name, chosen, choose]) => (
        <label>
          {name}{' '}
          <select
            value={chosen}
            onChange={(event) => {
              choose(event.currentTarget.value)
            }}
          >
            {runs.map(({ id, started }) => (
              <option value={String(id)}>
                {id} · {started.slice(0, 10)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" disabled={before === after}>
        {texts.diff.compare}
      </button>
    </form>
  )
}

function tookOf({ started, finished }: RunLine): string {
  if (finished === null) return ''
  const seconds = Math.round((Date.parse(finished) - Date.parse(started)) / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
