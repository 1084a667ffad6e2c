import type { JSX } from 'preact'
import { useRoute } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { FactsPage, RuleDetail, RuleExampleInfo } from '../../../src/audit/api.js'
import { useTexts } from '../language/use-texts.js'
import { FactTable } from '../parts/fact-table.js'
import { Pending } from '../parts/state.js'
import { useAnswer } from '../server.js'

/** Facts of the rule that are shown with it. */
const SHOWN = 10

/** One rule: why it is there, how it is written, its examples, its facts, and the way to a sample. */
export function RulePage(): JSX.Element {
  const texts = useTexts()
  const { params } = useRoute()
  const [version, setVersion] = useState(0)
  const id = `${params['stage'] ?? ''}/${params['name'] ?? ''}`
  const answer = useAnswer<RuleDetail>(`/rules/${id}`)
  const { data: rule } = answer
  const view = `rule=${encodeURIComponent(id)}`
  const facts = useAnswer<FactsPage>(`/facts?${view}&limit=${SHOWN}`, version)
  useEffect(() => {
    document.title = `${id} · 原句`
  }, [id])
  return (
    <div class="page">
      <h1 class="rule">{id}</h1>
      {rule?.why != null && <p lang="zh-Hans">{rule.why}</p>}
      <p class="actions">
        <a class="button" href={`/facts?${view}`}>
          {texts.ruleList.all}
          {facts.data !== null && ` · ${facts.data.total.toLocaleString('en-US')}`}
        </a>
        <a class="button" href={`/review?view=${encodeURIComponent(view)}`}>
          {texts.reviews.draw}
        </a>
      </p>
      <Pending answer={answer} />
      {rule !== null && (
        <>
          <Examples title={texts.ruleList.matches} examples={rule.matches} />
          <Examples title={texts.ruleList.rejects} examples={rule.rejects} />
          <h2>{texts.ruleList.definition}</h2>
          <details>
            <summary>
              <span class="rule">
                {rule.file}:{rule.line}
              </span>
            </summary>
            <pre tabIndex={0} lang="zh-Hans">
              {rule.yaml}
            </pre>
          </details>
        </>
      )}
      {facts.data !== null && facts.data.facts.length > 0 && (
        <section>
          <h2>{texts.facts}</h2>
          <FactTable
            facts={facts.data.facts}
            onReviewed={() => {
              setVersion((last) => last + 1)
            }}
          />
        </section>
      )}
    </div>
  )
}

interface ExamplesProps {
  readonly title: string
  readonly examples: readonly RuleExampleInfo[]
}

function Examples({ title, examples }: ExamplesProps): JSX.Element | null {
  if (examples.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="examples" lang="zh-Hans">
        {examples.map(({ text, given, gives }) => (
          <li>
            {text}
            {given.length > 0 && <span class="meta"> ({given.join(' · ')})</span>}
            {gives.map((fact) => (
              <span class="gives">{fact}</span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
