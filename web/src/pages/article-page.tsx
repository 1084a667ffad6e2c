import type { JSX } from 'preact'
import { useLocation, useRoute } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { ArticleInfo } from '../../../src/audit/article-api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { Panes, type Target } from '../parts/panes.js'
import { Pending } from '../parts/state.js'
import { useAnswer } from '../server.js'

/** An article: as crawled beside the cleaned text, or as its page looked. */
export function ArticlePage(): JSX.Element {
  const texts = useTexts()
  const { params } = useRoute()
  const { query } = useLocation()
  const id = params['id'] ?? ''
  const record = query['fact'] ?? ''
  const isOriginal = query['view'] === 'original'
  const answer = useAnswer<ArticleInfo>(`/articles/${id}`)
  const place = useAnswer<Target>(record === '' ? null : `/articles/${id}/places/${record}`)
  const [chosen, setChosen] = useState<Target | null>(null)
  const { data: info } = answer
  useEffect(() => {
    document.title = `${info?.title ?? texts.article.title} · 原句`
  }, [info])
  if (info?.id !== id) return <Pending answer={answer} />
  const hrefOf = (view: string): string => {
    const next = new URLSearchParams(query)
    next.delete('view')
    if (view !== '') next.set('view', view)
    const text = next.toString()
    return `/articles/${id}${text === '' ? '' : `?${text}`}`
  }
  return (
    <div class="article-page">
      <ArticleHead info={info} />
      <nav class="tabs" aria-label={texts.article.title}>
        <a href={hrefOf('')} aria-current={isOriginal ? undefined : 'page'}>
          {texts.article.sideBySide}
        </a>
        <a href={hrefOf('original')} aria-current={isOriginal ? 'page' : undefined}>
          {texts.article.original}
        </a>
      </nav>
      {isOriginal ? (
        <>
          <p class="meta">{texts.article.originalNote}</p>
          <iframe
            class="original"
            sandbox=""
            referrerpolicy="no-referrer"
            title={texts.article.original}
            src={`/api/articles/${id}/original`}
          />
        </>
      ) : (
        <>
          <Losses
            info={info}
            isOpen={record === ''}
            onShow={(source) => {
              setChosen({ source, body: null })
            }}
          />
          <Panes info={info} record={record} target={chosen ?? place.data} />
        </>
      )}
    </div>
  )
}

function ArticleHead({ info }: { readonly info: ArticleInfo }): JSX.Element {
  const texts = useTexts()
  const { title, publisher, published, author, editor, url, flags, source, counts } = info
  const about = [publisher, published?.replace('T', ' '), author, editor]
  return (
    <header class="article-head">
      <h1 lang="zh-Hans">{title ?? texts.article.untitled}</h1>
      <p lang="zh-Hans">
        {about.filter((part) => part != null).join(' · ')}{' '}
        {flags.map((flag) => (
          <span class="flag">{nameOf(texts, flag)}</span>
        ))}
      </p>
      <p class="meta">
        {url !== null && <span class="url">{url}</span>}
        <span>{source.path}</span>
        <span>
          {source.encoding} · {source.bytes.toLocaleString('en-US')} B
        </span>
        {info.duplicateOf !== null && (
          <a href={`/articles/${info.duplicateOf}`}>
            {texts.article.duplicateOf} {info.duplicateOf}
          </a>
        )}
        {Object.entries(counts).map(([kind, count]) => (
          <span>
            {nameOf(texts, kind)} {count}
          </span>
        ))}
      </p>
    </header>
  )
}

interface LossesProps {
  readonly info: ArticleInfo
  /** True where they are the first thing to be seen: nobody came for a certain fact. */
  readonly isOpen: boolean
  readonly onShow: (source: number) => void
}

/** What was dropped: first the sentences that may be missed, then how much of each kind. */
function Losses({ info: { losses, dropped }, isOpen, onShow }: LossesProps): JSX.Element {
  const texts = useTexts()
  return (
    <details class="losses" open={isOpen && losses.length > 0}>
      <summary>
        {losses.length === 0
          ? texts.article.noLosses
          : `${texts.article.losses} (${losses.length})`}
      </summary>
      {losses.length > 0 && (
        <ul>
          {losses.map(({ sentence, kind, rule, holds, start }) => (
            <li>
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  onShow(start)
                }}
              >
                {texts.article.show}
              </button>{' '}
              <span lang="zh-Hans">{sentence}</span>{' '}
              <span class="meta">
                {nameOf(texts, kind)} · {rule} ·{' '}
                {holds.map((held) => nameOf(texts, held)).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="dropped-kinds">
        {texts.article.dropped}{' '}
        {dropped.map(({ kind, characters, first }) => (
          <button
            type="button"
            class={`chip drop ${kind}`}
            onClick={() => {
              onShow(first)
            }}
          >
            {nameOf(texts, kind)} {characters.toLocaleString('en-US')} {texts.article.characters}
          </button>
        ))}
      </p>
    </details>
  )
}
