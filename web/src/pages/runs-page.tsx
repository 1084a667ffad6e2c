import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { RunLine } from '../../../src/audit/review-api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { Pending } from '../parts/state.js'
import { useAnswer } from '../server.js'

/** The runs of the store, newest first. */
export function RunsPage(): JSX.Element {
  const texts = useTexts()
  const answer = useAnswer<readonly RunLine[]>('/runs')
  useEffect(() => {
    document.title = `${texts.runs} · 原句`
  }, [texts])
  return (
    <div class="page">
      <h1>{texts.runList.title}</h1>
      <Pending answer={answer} />
      {answer.data !== null && (
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{texts.run}</th>
              <th scope="col">{texts.runList.status}</th>
              <th scope="col">{texts.runList.started}</th>
              <th scope="col">{texts.runList.took}</th>
              <th scope="col">{texts.runList.pipeline}</th>
              <th scope="col">{texts.runList.code}</th>
              <th scope="col">{texts.runList.did}</th>
            </tr>
          </thead>
          <tbody>
            {answer.data.map((run) => (
              <tr>
                <th scope="row">{run.id}</th>
                <td>{nameOf(texts, run.status)}</td>
                <td>{run.started.slice(0, 19).replace('T', ' ')}</td>
                <td>{tookOf(run)}</td>
                <td>
                  {run.pipeline} <span class="hash">{run.state}</span>
                </td>
                <td>{run.code}</td>
                <td>
                  {Object.entries(run.counts)
                    .filter(([, count]) => count > 0)
                    .map(([name, count]) => `${name} ${count.toLocaleString('en-US')}`)
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function tookOf({ started, finished }: RunLine): string {
  if (finished === null) return ''
  const seconds = Math.round((Date.parse(finished) - Date.parse(started)) / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
