import type { JSX } from 'preact'
import type { ExplainedPart, FactDetail } from '../../../src/audit/api.js'
import { useTexts } from '../language/use-texts.js'
import { useAnswer } from '../server.js'
import { markClass } from './values.js'

/** The rule as it was in the run that made the fact, and which part of it matched which words. */
export function FactPattern({ detail }: { readonly detail: FactDetail }): JSX.Element {
  const texts = useTexts()
  const { rule, line } = detail
  const { data: parts } = useAnswer<readonly ExplainedPart[]>(`/facts/${line.id}/pattern`)
  return (
    <section>
      <h2>{texts.fact.rule}</h2>
      <p>
        <a class="rule" href={`/rules/${line.rule}`}>
          {line.rule}
        </a>{' '}
        <span class="meta">
          {texts.fact.ruleAs} {line.madeBy}
        </span>
      </p>
      {rule?.why != null && <p lang="zh-Hans">{rule.why}</p>}
      {parts !== null && parts.length > 0 && (
        <table class="plain pattern">
          <thead>
            <tr>
              <th scope="col">{texts.fact.part}</th>
              <th scope="col">{texts.fact.words}</th>
            </tr>
          </thead>
          <tbody lang="zh-Hans">
            {parts.map((part) => (
              <tr class={part.words === null ? 'unmatched' : undefined}>
                <th scope="row">
                  <code title={part.pattern}>{shorten(part.pattern)}</code>
                </th>
                <td>
                  {part.words === null ? (
                    '–'
                  ) : (
                    <mark class={classOf(detail, part)}>{part.words}</mark>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rule !== null && (
        <details>
          <summary>
            {rule.file}:{rule.line}
          </summary>
          <pre tabIndex={0} lang="zh-Hans">
            {rule.yaml}
          </pre>
        </details>
      )}
    </section>
  )
}

/** Written out, a phrase can have hundreds of words: the tooltip has them all. */
function shorten(pattern: string): string {
  return pattern.length <= LONGEST ? pattern : `${pattern.slice(0, LONGEST)}…`
}

const LONGEST = 60

/** A part that matched a mention looks as the mention does in the sentence. */
function classOf({ line: { marks } }: FactDetail, { span }: ExplainedPart): string {
  const mark = marks.find(({ spans }) =>
    spans.some(({ start, end }) => start === span?.start && end === span.end),
  )
  return mark === undefined ? 'fact' : markClass(mark.kind)
}
