import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useNames } from '../language/metric-names.js'
import { useTexts } from '../language/use-texts.js'
import type { Texts } from '../language/english.js'
import { useKeys } from './keys.js'
import { chosenIn, set, toggle, useView } from './view-address.js'

/** So long after the last key the search is made. */
const TYPING_MS = 250

interface SearchBarProps {
  /** How many facts there are; null while it is not known. */
  readonly total: number | null
  readonly loading: boolean
}

/** The search, what is chosen, how many facts that leaves, their order, and the ways out. */
export function SearchBar({ total, loading }: SearchBarProps): JSX.Element {
  const texts = useTexts()
  const { parameters, searchWith, go } = useView()
  const nameOf = useNames()
  const asked = parameters.get('text') ?? ''
  const [text, setText] = useState(asked)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (document.activeElement !== field.current) setText(asked)
  }, [asked])
  useEffect(() => {
    if (text === asked) return undefined
    const timer = setTimeout(() => {
      go(set('text', text))
    }, TYPING_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [text])
  useKeys((key) => {
    if (key !== '/') return false
    field.current?.select()
    return true
  })
  return (
    <div class="search-bar">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          go(set('text', text))
        }}
      >
        <label class="hidden" for="search">
          {texts.search}
        </label>
        <input
          id="search"
          ref={field}
          type="search"
          lang="zh-Hans"
          value={text}
          placeholder={texts.searchHint}
          autocomplete="off"
          onInput={(event) => {
            setText(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </form>
      <div class="chosen">
        <output class={loading ? 'count busy' : 'count'}>
          {total === null ? '…' : total.toLocaleString('en-US')} {unitOf(texts, parameters, total)}
        </output>
        {chosenIn(parameters).map(([name, value]) => (
          <button
            type="button"
            class="chip"
            onClick={() => {
              go(toggle(name, value))
            }}
          >
            {nameOf(value)} <span aria-hidden="true">×</span>
            <span class="hidden">{texts.clear}</span>
          </button>
        ))}
        <span class="ways">
          <Rows />
          <a class="button" href={`/pictures/measures${searchWith(() => undefined)}`}>
            {texts.pictures.title}
          </a>
          <Order />
          <Exports parameters={parameters} />
        </span>
      </div>
    </div>
  )
}

/** Facts one by one, or one row for all that say the same. */
function Rows(): JSX.Element {
  const texts = useTexts()
  const { parameters, hrefWith } = useView()
  const chosen = parameters.get('rows') ?? 'fact'
  return (
    <span class="rows-choice" role="group" aria-label={texts.rows}>
      {(['fact', 'claim'] as const).map((rows) => (
        <a
          href={hrefWith(set('rows', rows === 'fact' ? '' : rows))}
          aria-current={chosen === rows ? 'true' : undefined}
        >
          {rows === 'fact' ? texts.facts : texts.claims}
        </a>
      ))}
    </span>
  )
}

function Order(): JSX.Element {
  const texts = useTexts()
  const { parameters, go } = useView()
  const descending = parameters.get('descending') === 'true'
  return (
    <>
      <label>
        {texts.sort}{' '}
        <select
          value={parameters.get('order') ?? 'place'}
          onChange={(event) => {
            const order = event.currentTarget.value
            go(set('order', order === 'place' ? '' : order))
          }}
        >
          {Object.entries(texts.orders).map(([order, name]) => (
            <option value={order}>{name}</option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="quiet icon"
        aria-pressed={descending}
        aria-label={texts.descending}
        title={texts.descending}
        onClick={() => {
          go(set('descending', descending ? '' : 'true'))
        }}
      >
        {descending ? '↓' : '↑'}
      </button>
    </>
  )
}

function Exports({ parameters }: { readonly parameters: URLSearchParams }): JSX.Element {
  const texts = useTexts()
  const hrefOf = (format: string): string => {
    const query = new URLSearchParams(parameters)
    query.delete('offset')
    query.set('format', format)
    return `/api/facts/export?${query.toString()}`
  }
  return (
    <span class="exports">
      {texts.export}{' '}
      {['csv', 'jsonl'].map((format) => (
        // A target of its own keeps the router from taking it for a page.
        <a href={hrefOf(format)} download target="_top">
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  )
}

function unitOf(texts: Texts, parameters: URLSearchParams, total: number | null): string {
  if (parameters.get('rows') === 'claim') return total === 1 ? texts.oneClaim : texts.foundClaims
  return total === 1 ? texts.one : texts.found
}
