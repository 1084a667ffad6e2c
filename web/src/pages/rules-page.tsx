import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { RuleLine } from '../../../src/audit/review-api.js'
import { useTexts } from '../language/use-texts.js'
import { PrecisionBar } from '../parts/precision-bar.js'
import { Sparkline } from '../parts/sparkline.js'
import { Pending } from '../parts/state.js'
import { useAnswer } from '../server.js'

/** The rules that made the current facts, the busiest first, with what reviews say of them. */
export function RulesPage(): JSX.Element {
  const texts = useTexts()
  const answer = useAnswer<readonly RuleLine[]>('/rules')
  useEffect(() => {
    document.title = `${texts.rules} · 原句`
  }, [texts])
  return (
    <div class="page">
      <h1>{texts.ruleList.title}</h1>
      <Pending answer={answer} />
      {answer.data !== null && (
        <table class="plain rules">
          <thead>
            <tr>
              <th scope="col">{texts.fact.rule}</th>
              <th scope="col" class="amount">
                {texts.ruleList.facts}
              </th>
              <th scope="col">{texts.ruleList.overRuns}</th>
              <th scope="col">{texts.reviews.precision}</th>
              <th scope="col">{texts.ruleList.why}</th>
            </tr>
          </thead>
          <tbody>
            {answer.data.map(({ id, facts, precision, why, history }) => (
              <tr>
                <th scope="row">
                  <a class="rule" href={`/rules/${id}`}>
                    {id}
                  </a>
                </th>
                <td class="amount">
                  <a href={`/facts?rule=${encodeURIComponent(id)}`}>
                    {facts.toLocaleString('en-US')}
                  </a>
                </td>
                <td>
                  <Sparkline
                    values={history}
                    label={`${texts.ruleList.overRuns}: ${history.join(' → ')}`}
                  />
                </td>
                <td>
                  <PrecisionBar precision={precision} />
                </td>
                <td lang="zh-Hans" class="why">
                  {why}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
