import type { JSX } from 'preact'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { Precision, ReviewSummary, SampleInfo } from '../../../src/audit/review-api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { PrecisionBar } from '../parts/precision-bar.js'
import { Pending } from '../parts/state.js'
import { drawSample, useAnswer } from '../server.js'

/** What reviews say of the facts, of rules and of each other, and samples to go on with. */
export function ReviewPage(): JSX.Element {
  const texts = useTexts()
  const answer = useAnswer<ReviewSummary>('/reviews')
  useEffect(() => {
    document.title = `${texts.review} · 原句`
  }, [texts])
  const { data } = answer
  const shownTexts = texts.reviews
  return (
    <div class="review-page page">
      <h1>{shownTexts.title}</h1>
      <Pending answer={answer} />
      {data !== null && (
        <>
          <DrawForm />
          <h2>{shownTexts.samples}</h2>
          {data.samples.length === 0 ? (
            <p class="meta">{shownTexts.noSamples}</p>
          ) : (
            <Samples samples={data.samples} />
          )}
          <h2>{shownTexts.precision}</h2>
          {data.total.share === null ? (
            <p class="meta">{shownTexts.none}</p>
          ) : (
            <>
              <PrecisionTable rows={[[shownTexts.all, data.total]]} />
              <h3>{shownTexts.byRule}</h3>
              <PrecisionTable rows={data.rules.map((rule) => [rule.rule, rule])} />
              <h3>{shownTexts.byReviewer}</h3>
              <PrecisionTable rows={data.reviewers.map((row) => [row.reviewer, row])} />
            </>
          )}
          {data.outdated > 0 && (
            <p class="meta">
              {data.outdated} {shownTexts.outdated}
            </p>
          )}
          {data.agreement.length > 0 && (
            <>
              <h2>{shownTexts.agreement}</h2>
              <table class="plain">
                <thead>
                  <tr>
                    <th scope="col">{shownTexts.byReviewer}</th>
                    <th scope="col">{shownTexts.common}</th>
                    <th scope="col">{shownTexts.same}</th>
                    <th scope="col">{shownTexts.kappa}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.agreement.map(({ reviewers, common, same, kappa }) => (
                    <tr>
                      <th scope="row">{reviewers.join(' · ')}</th>
                      <td>{common}</td>
                      <td>{same}</td>
                      <td>{kappa === null ? '–' : kappa.toFixed(2)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </>
      )}
    </div>
  )
}

/** Draws from the view that the page was opened with, `?view=rule%3D…`. */
function DrawForm(): JSX.Element {
  const texts = useTexts()
  const { query, route } = useLocation()
  const [size, setSize] = useState(200)
  const view = query['view'] ?? ''
  return (
    <form
      class="draw"
      onSubmit={(event) => {
        event.preventDefault()
        drawSample(view, size).then(
          ({ id }) => {
            route(`/facts?sample=${id}&review=unreviewed`)
          },
          () => undefined,
        )
      }}
    >
      <span>
        {texts.reviews.drawn}: <b>{viewName(view, texts)}</b>
      </span>
      <label>
        {texts.reviews.size}{' '}
        <input
          type="number"
          min={1}
          max={5000}
          value={size}
          onInput={(event) => {
            setSize(event.currentTarget.valueAsNumber)
          }}
        />
      </label>
      <button type="submit">{texts.reviews.draw}</button>
    </form>
  )
}

function Samples({ samples }: { readonly samples: readonly SampleInfo[] }): JSX.Element {
  const texts = useTexts()
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{texts.reviews.sample}</th>
          <th scope="col">{texts.reviews.drawn}</th>
          <th scope="col">{texts.reviews.progress}</th>
          <th scope="col">{texts.reviews.precision}</th>
          <th scope="col">
            <span class="hidden">{texts.reviews.continue}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {samples.map(({ id, view, created, size, reviewed, precision, next }) => (
          <tr>
            <th scope="row">
              {id} <span class="meta">{created.slice(0, 10)}</span>
            </th>
            <td lang="zh-Hans">{viewName(view, texts)}</td>
            <td>
              <progress max={size} value={reviewed} aria-label={texts.reviews.progress} />{' '}
              {reviewed} / {size}
            </td>
            <td>
              <PrecisionBar precision={precision} />
            </td>
            <td>
              <a href={`/facts?sample=${id}${next === null ? '' : '&review=unreviewed'}`}>
                {next === null ? texts.reviews.see : texts.reviews.continue}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PrecisionTable({
  rows,
}: {
  readonly rows: readonly (readonly [string, Precision])[]
}): JSX.Element {
  const texts = useTexts()
  return (
    <table class="plain precision">
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">{texts.reviews.precision}</span>
          </th>
          <th scope="col">{texts.reviews.accepted}</th>
          <th scope="col">{texts.reviews.rejected}</th>
          <th scope="col">
            {texts.reviews.precision} · {texts.reviews.interval}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, precision]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{precision.accepted}</td>
            <td>{precision.rejected}</td>
            <td>
              <PrecisionBar precision={precision} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function viewName(view: string, texts: ReturnType<typeof useTexts>): string {
  const parts = [...new URLSearchParams(view)].map(([, value]) => nameOf(texts, value))
  return parts.length === 0 ? texts.reviews.everything : parts.join(' · ')
}
