import type { JSX } from 'preact'
import type { FactLine, FactsPage } from '../../../src/audit/api.js'
import { useTexts } from '../language/use-texts.js'
import { useAnswer } from '../server.js'
import { Sentence } from './sentence.js'
import { Pending } from './state.js'

/** Sentences of a claim that are shown in its row; a link leads to all of them. */
const SHOWN = 10

interface ClaimBadgeProps {
  readonly claim: NonNullable<FactLine['claim']>
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** How many sentences say the same, and whether another claim cannot hold beside it. */
export function ClaimBadge({ claim, isOpen, onToggle }: ClaimBadgeProps): JSX.Element {
  const texts = useTexts()
  return (
    <span class="claim-badge">
      {claim.facts > 1 && (
        <button type="button" class="chip" aria-expanded={isOpen} onClick={onToggle}>
          {claim.facts.toLocaleString('en-US')} {texts.sentences}{' '}
          <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </button>
      )}
      {claim.state === 'conflicting' && <span class="flag conflicting">{texts.conflicting}</span>}
    </span>
  )
}

/** The sentences that support a claim, each with the way to its fact. */
export function Supports({ claim }: { readonly claim: string }): JSX.Element {
  const texts = useTexts()
  const view = `ofClaim=${encodeURIComponent(claim)}`
  const answer = useAnswer<FactsPage>(`/facts?${view}&limit=${SHOWN}`)
  const { data } = answer
  if (data === null) return <Pending answer={answer} />
  return (
    <ul class="supports">
      {data.facts.map((fact) => (
        <li>
          <Sentence text={fact.sentence} marks={fact.marks} matched={fact.matched} />
          <a class="meta" href={`/facts/${fact.id}`} lang="zh-Hans">
            {[fact.publisher, fact.published?.slice(0, 10), fact.title]
              .filter((part) => part != null)
              .join(' · ') || texts.article.untitled}
          </a>
        </li>
      ))}
      {data.total > SHOWN && (
        <li>
          <a href={`/facts?${view}`}>
            {texts.diff.rest.replace('{rest}', (data.total - SHOWN).toLocaleString('en-US'))}
          </a>
        </li>
      )}
    </ul>
  )
}
