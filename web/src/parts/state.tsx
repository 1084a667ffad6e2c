import type { JSX } from 'preact'
import type { Answer } from '../server.js'
import { useTexts } from '../language/use-texts.js'

/** What stands in for an answer that is not there: that it is on its way, or what went wrong. */
export function Pending({ answer }: { readonly answer: Answer<unknown> }): JSX.Element | null {
  const texts = useTexts()
  if (answer.error !== null)
    return (
      <p class="notice" role="alert">
        {answer.error === 'unknown' ? texts.unknown : `${texts.failed} (${answer.error})`}
      </p>
    )
  return answer.loading && answer.data === null ? (
    <p class="notice" role="status">
      {texts.loading}
    </p>
  ) : null
}
