import type { JSX } from 'preact'
import { useRoute } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import type { RuleInfo } from '../../../src/audit/api.js'
import type { RuleLine } from '../../../src/audit/review-api.js'
import { useTexts } from '../language/use-texts.js'
import { PrecisionBar } from '../parts/precision-bar.js'
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
              <th scope="col">{texts.reviews.precision}</th>
              <th scope="col">{texts.ruleList.why}</th>
            </tr>
          </thead>
          <tbody>
            {answer.data.map(({ id, facts, precision, why }) => (
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

/** One rule: why it is there, how it is written, and the ways to its facts and to a sample of them. */
export function RulePage(): JSX.Element {
  const texts = useTexts()
  const { params } = useRoute()
  const id = `${params['stage'] ?? ''}/${params['name'] ?? ''}`
  const answer = useAnswer<RuleInfo>(`/rules/${id}`)
  const { data: rule } = answer
  const view = `rule=${encodeURIComponent(id)}`
  return (
    <div class="page">
      <h1 class="rule">{id}</h1>
      <p class="actions">
        <a class="button" href={`/facts?${view}`}>
          {texts.ruleList.all}
        </a>
        <a class="button" href={`/review?view=${encodeURIComponent(view)}`}>
          {texts.reviews.draw}
        </a>
      </p>
      <Pending answer={answer} />
      {rule !== null && (
        <>
          {rule.why !== null && <p lang="zh-Hans">{rule.why}</p>}
          <h2>{texts.ruleList.definition}</h2>
          <p class="meta">
            {rule.file}:{rule.line}
          </p>
          <pre tabIndex={0} lang="zh-Hans">
            {rule.yaml}
          </pre>
        </>
      )}
    </div>
  )
}
