import type { JSX } from 'preact'
import { useLocation } from 'preact-iso'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FactLine } from '../../../src/audit/api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { sendReview } from '../server.js'
import { useKeys } from './keys.js'
import { useReviewer } from './reviewer.js'
import { ClaimBadge, Supports } from './claim-row.js'
import { Sentence } from './sentence.js'
import { writeQuantity, writeTime } from './values.js'

interface FactTableProps {
  readonly facts: readonly FactLine[]
  readonly onReviewed: () => void
}

/** Facts as rows, each with its sentence; the keyboard walks them. */
export function FactTable({ facts, onReviewed }: FactTableProps): JSX.Element {
  const texts = useTexts()
  const reviewer = useReviewer()
  const { route } = useLocation()
  const [selected, setSelected] = useState(-1)
  const [note, setNote] = useState('')
  const table = useRef<HTMLTableElement>(null)
  useLayoutEffect(() => {
    setSelected(-1)
  }, [facts[0]?.id])
  useLayoutEffect(() => {
    const row = table.current?.querySelectorAll('tbody tr')[selected]
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector<HTMLElement>('a.open')?.focus({ preventScroll: true })
  }, [selected])
  const judge = (fact: FactLine, verdict: 'accepted' | 'rejected'): void => {
    if (reviewer.name === '') {
      setNote(texts.reviews.nameFirst)
      return
    }
    const { id, evidence } = fact
    sendReview({ fact: id, evidence, verdict, reason: '', reviewer: reviewer.name }).then(
      () => {
        setNote('')
        onReviewed()
      },
      (error: unknown) => {
        const isChanged = error instanceof Error && error.message === 'changed'
        setNote(isChanged ? texts.reviews.changed : texts.failed)
      },
    )
  }
  useKeys((key) => {
    const fact = facts[selected]
    if (key === 'j') setSelected(Math.min(facts.length - 1, selected + 1))
    else if (key === 'k') setSelected(Math.max(0, selected - 1))
    else if (fact === undefined) return false
    else if (key === 'o') route(`/articles/${fact.article}?fact=${fact.id}`)
    else if (key === 'a') judge(fact, 'accepted')
    else if (key === 'r') judge(fact, 'rejected')
    else return false
    return true
  })
  return (
    <>
      <p class="keys">
        <ReviewerName /> <kbd class="keys-hint">{texts.keysHint}</kbd>
      </p>
      {note !== '' && (
        <p class="notice" role="alert">
          {note}
        </p>
      )}
      <table class="facts" ref={table}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.said}</th>
            <th scope="col" class="amount">
              {texts.columns.value}
            </th>
            <th scope="col">{texts.columns.time}</th>
            <th scope="col">{texts.columns.sentence}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact, index) => (
            <FactRow
              key={fact.id}
              fact={fact}
              isSelected={index === selected}
              onSelect={() => {
                setSelected(index)
              }}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

export function ReviewerName(): JSX.Element {
  const texts = useTexts()
  const reviewer = useReviewer()
  return (
    <label class="reviewer">
      {texts.reviews.name}{' '}
      <input
        type="text"
        autocomplete="nickname"
        value={reviewer.name}
        size={10}
        maxLength={100}
        onInput={(event) => {
          reviewer.setName(event.currentTarget.value)
        }}
      />
    </label>
  )
}

interface FactRowProps {
  readonly fact: FactLine
  readonly isSelected: boolean
  readonly onSelect: () => void
}

function FactRow({ fact, isSelected, onSelect }: FactRowProps): JSX.Element {
  const texts = useTexts()
  const { subject, said, object, quantity, time, modality, publisher, published, title } = fact
  const where = [publisher, published?.slice(0, 10), title].filter((part) => part != null)
  const [isOpen, setOpen] = useState(false)
  return (
    <tr aria-current={isSelected ? 'true' : undefined} onClick={onSelect}>
      <th scope="row" lang="zh-Hans">
        <a class="open" href={`/facts/${fact.id}`}>
          {subject.name}
        </a>
        <span class="said">
          {nameOf(texts, said.text)}
          {object !== null && <> → {object}</>}
        </span>
      </th>
      <td class="amount">{quantity === null ? '' : writeQuantity(texts, quantity)}</td>
      <td class="time">{time === null ? '' : writeTime(texts, time)}</td>
      <td class="said-in">
        <Sentence text={fact.sentence} marks={fact.marks} matched={fact.matched} />
        <span class="meta">
          <Verdicts fact={fact} />
          {modality !== 'actual' && <span class="flag">{nameOf(texts, modality)}</span>}
          {fact.flags.map((flag) => (
            <span class="flag">{nameOf(texts, flag)}</span>
          ))}
          <a href={`/articles/${fact.article}?fact=${fact.id}`} lang="zh-Hans">
            {where.length === 0 ? texts.article.untitled : where.join(' · ')}
          </a>
          <span class="rule">{fact.rule}</span>
          {fact.claim !== null && fact.claim.state !== 'single' && (
            <ClaimBadge
              claim={fact.claim}
              isOpen={isOpen}
              onToggle={() => {
                setOpen(!isOpen)
              }}
            />
          )}
        </span>
        {isOpen && fact.claim !== null && <Supports claim={fact.claim.id} />}
      </td>
    </tr>
  )
}

function Verdicts({ fact }: { readonly fact: FactLine }): JSX.Element {
  const texts = useTexts()
  return (
    <>
      {fact.reviews.map(({ verdict, reviewer, reason }) => (
        <span class={`verdict ${verdict}`} title={reason}>
          {verdict === 'accepted' ? '✓' : '✗'} {nameOf(texts, verdict)} · {reviewer}
        </span>
      ))}
    </>
  )
}
