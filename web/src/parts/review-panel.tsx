import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { FactLine, Verdict } from '../../../src/audit/api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { sendReview } from '../server.js'
import { ReviewerName } from './fact-table.js'
import { useKeys } from './keys.js'
import { useReviewer } from './reviewer.js'

interface ReviewPanelProps {
  readonly fact: FactLine
  readonly onReviewed: () => void
}

/** What reviewers said of a fact, and how to say something. */
export function ReviewPanel({ fact, onReviewed }: ReviewPanelProps): JSX.Element {
  const texts = useTexts()
  const { name } = useReviewer()
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const judge = (verdict: Verdict): void => {
    if (name.trim() === '') {
      setNote(texts.reviews.nameFirst)
      return
    }
    const { id, evidence } = fact
    sendReview({ fact: id, evidence, verdict, reason, reviewer: name }).then(
      () => {
        setNote('')
        setReason('')
        onReviewed()
      },
      (error: unknown) => {
        const isChanged = error instanceof Error && error.message === 'changed'
        setNote(isChanged ? texts.reviews.changed : texts.failed)
      },
    )
  }
  useKeys((key) => {
    if (key !== 'a' && key !== 'r') return false
    judge(key === 'a' ? 'accepted' : 'rejected')
    return true
  })
  return (
    <section class="review-panel" aria-label={texts.review}>
      <div class="review-form">
        <ReviewerName />
        <label class="reason">
          <span class="hidden">{texts.reviews.reason}</span>
          <input
            type="text"
            value={reason}
            placeholder={texts.reviews.reasonHint}
            maxLength={1000}
            onInput={(event) => {
              setReason(event.currentTarget.value)
            }}
          />
        </label>
        <button
          type="button"
          class="accept"
          onClick={() => {
            judge('accepted')
          }}
        >
          ✓ {texts.reviews.accept} <kbd>a</kbd>
        </button>
        <button
          type="button"
          class="reject"
          onClick={() => {
            judge('rejected')
          }}
        >
          ✗ {texts.reviews.reject} <kbd>r</kbd>
        </button>
      </div>
      {note !== '' && (
        <p class="notice" role="alert">
          {note}
        </p>
      )}
      {fact.reviews.length > 0 && (
        <ul class="verdicts">
          {fact.reviews.map(({ verdict, reviewer, reason: said, reviewed }) => (
            <li>
              <span class={`verdict ${verdict}`}>
                {verdict === 'accepted' ? '✓' : '✗'} {nameOf(texts, verdict)}
              </span>{' '}
              {reviewer} · <time dateTime={reviewed}>{reviewed.slice(0, 10)}</time>
              {said !== '' && <q>{said}</q>}
              {reviewer === name && (
                <button
                  type="button"
                  class="quiet"
                  onClick={() => {
                    judge('withdrawn')
                  }}
                >
                  {texts.reviews.withdraw}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
