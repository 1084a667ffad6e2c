import type { ComponentChildren, JSX } from 'preact'
import { useRoute } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { ClaimLine, FactDetail } from '../../../src/audit/api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { CopyButton } from '../parts/copy-button.js'
import { citationOf } from '../parts/citation.js'
import { FactPattern } from '../parts/fact-pattern.js'
import { ReviewPanel } from '../parts/review-panel.js'
import { Sentence } from '../parts/sentence.js'
import { Pending } from '../parts/state.js'
import { writeSummary } from '../parts/summaries.js'
import { markClass, writeQuantity, writeTime } from '../parts/values.js'
import { useAnswer } from '../server.js'

/** Everything about one fact: what it says, and the whole way there. */
export function FactPage(): JSX.Element {
  const texts = useTexts()
  const { params } = useRoute()
  const [version, setVersion] = useState(0)
  const answer = useAnswer<FactDetail>(`/facts/${params['id'] ?? ''}`, version)
  const { data: detail } = answer
  useEffect(() => {
    const subject = detail?.line.subject.name
    document.title = subject === undefined ? '原句' : `${subject} · 原句`
  }, [detail])
  if (detail === null) return <Pending answer={answer} />
  const { line } = detail
  return (
    <article class="fact-page">
      <header>
        <p class="over" lang="zh-Hans">
          {[line.publisher, line.published?.slice(0, 10), line.title]
            .filter((part) => part != null)
            .join(' · ')}
        </p>
        <h1 lang="zh-Hans">
          {line.subject.name} <span class="said">{saidOf(detail, texts)}</span>
        </h1>
        <p class="value-line">
          {line.quantity !== null && <b>{writeQuantity(texts, line.quantity)}</b>}
          {line.time !== null && <span>{writeTime(texts, line.time)}</span>}
          {line.modality !== 'actual' && <span class="flag">{nameOf(texts, line.modality)}</span>}
        </p>
      </header>
      <Section title={texts.fact.sentence}>
        <blockquote>
          <Sentence text={line.sentence} marks={line.marks} matched={line.matched} />
        </blockquote>
        {line.attribution !== null && (
          <p lang="zh-Hans">
            {texts.fact.said}{' '}
            {[line.attribution.speaker, line.attribution.role, line.attribution.organization]
              .filter((part) => part != null)
              .join(' · ')}
          </p>
        )}
        <p class="actions">
          <a class="button" href={`/articles/${line.article}?fact=${line.id}`}>
            {texts.fact.inArticle}
          </a>
          <CopyButton text={() => citationOf(detail)} label={texts.fact.cite} />
          <CopyButton text={() => location.href} label={texts.fact.link} />
          {detail.printings > 1 && (
            <span class="meta">
              {detail.printings} {texts.fact.printings}
            </span>
          )}
        </p>
      </Section>
      <ReviewPanel
        fact={line}
        onReviewed={() => {
          setVersion((last) => last + 1)
        }}
      />
      <Roles detail={detail} />
      <Place detail={detail} />
      <Edits detail={detail} />
      <FactPattern detail={detail} />
      <Section title={texts.fact.claim}>
        {detail.claim !== null && detail.claim.facts > 1 && (
          <p>
            {detail.claim.facts}{' '}
            {texts.fact.claimCount
              .replace('{articles}', String(detail.claim.articles))
              .replace('{independent}', String(detail.claim.independent))}
          </p>
        )}
        {detail.others.length === 0 ? (
          <p class="meta">{texts.fact.noClaim}</p>
        ) : (
          <ClaimLines lines={detail.others} />
        )}
      </Section>
      {detail.conflicts.length > 0 && (
        <Section title={texts.fact.conflicts}>
          <ClaimLines lines={detail.conflicts.filter((line) => line !== null)} />
        </Section>
      )}
      <History detail={detail} />
    </article>
  )
}

interface SectionProps {
  readonly title: string
  readonly children: ComponentChildren
}

function Section({ title, children }: SectionProps): JSX.Element {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

type Texts = ReturnType<typeof useTexts>
interface Part {
  readonly detail: FactDetail
}

function saidOf({ line }: FactDetail, texts: Texts): string {
  const said = nameOf(texts, line.said.text)
  return line.object === null ? said : `${said} → ${line.object}`
}

function Roles({ detail }: Part): JSX.Element {
  const texts = useTexts()
  return (
    <Section title={texts.fact.values}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{texts.fact.role}</th>
            <th scope="col">{texts.fact.words}</th>
            <th scope="col">{texts.fact.value}</th>
            <th scope="col">{texts.fact.basis}</th>
            <th scope="col">{texts.fact.rule}</th>
          </tr>
        </thead>
        <tbody>
          {detail.roles.map(({ name, basis, text, mark, derivation }) => (
            <tr>
              <th scope="row">{nameOf(texts, name)}</th>
              <td lang="zh-Hans">
                {text !== null &&
                  (mark === null ? text : <mark class={markClass(mark.kind)}>{text}</mark>)}
              </td>
              <td lang="zh-Hans">
                {derivation.map((step) => (
                  <span class="step">{step}</span>
                ))}
              </td>
              <td>
                {nameOf(texts, basis)}
                <Basis basis={basis} />
              </td>
              <td class="rule">{[mark?.rule, mark?.entry].filter((by) => by != null).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** What it means where the sentence does not say it itself. */
function Basis({ basis }: { readonly basis: string }): JSX.Element | null {
  const explained: Readonly<Record<string, string>> = useTexts().fact.bases
  const text = explained[basis]
  return text === undefined ? null : <span class="meta step">{text}</span>
}

function Place({ detail: { place } }: Part): JSX.Element {
  const texts = useTexts()
  const spans = place.spans.map(({ start, end }) => `[${start}, ${end})`).join(' ')
  return (
    <Section title={texts.fact.source}>
      <p class="source-text">
        …{place.before}
        <mark class="fact">{place.quote}</mark>
        {place.after}…
      </p>
      <p class="meta">
        {place.path} · {texts.fact.line} {place.line} · {texts.fact.column} {place.column} · {spans}{' '}
        · <span class="hash">sha256 {place.sha256}</span>
      </p>
    </Section>
  )
}

function Edits({ detail: { edits } }: Part): JSX.Element {
  const texts = useTexts()
  return (
    <Section title={texts.fact.edits}>
      {edits.length === 0 ? (
        <p class="meta">{texts.fact.noEdits}</p>
      ) : (
        <ol class="edits">
          {edits.map(({ stage, rule, kind, before, after }) => (
            <li>
              <span class="rule">{rule ?? stage}</span>{' '}
              <del lang="zh-Hans">{before.replaceAll('\n', '⏎')}</del>
              {kind === null ? (
                <>
                  {' → '}
                  <ins lang="zh-Hans">{after}</ins>
                </>
              ) : (
                <span class="flag">{nameOf(texts, kind)}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function ClaimLines({ lines }: { readonly lines: readonly ClaimLine[] }): JSX.Element {
  const texts = useTexts()
  return (
    <ul class="claims" lang="zh-Hans">
      {lines.map(({ fact, sentence, publisher, published, title }) => (
        <li>
          <a href={`/facts/${fact.id}`}>{writeSummary(texts, fact)}</a>
          <p>{sentence}</p>
          <p class="meta">
            {[publisher, published?.slice(0, 10), title].filter((part) => part != null).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}

function History({ detail: { history } }: Part): JSX.Element {
  const texts = useTexts()
  return (
    <Section title={texts.fact.history}>
      <ol class="history">
        {history.map(({ fromRun, toRun, rule, summary }) => (
          <li>
            {texts.fact.since} {fromRun}
            {toRun !== null && `, ${texts.fact.until} ${toRun}`}:{' '}
            <span lang="zh-Hans">{writeSummary(texts, summary)}</span>{' '}
            <span class="rule">{rule}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
