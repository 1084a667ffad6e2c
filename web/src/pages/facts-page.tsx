import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { FacetCounts, FactsPage as Found } from '../../../src/audit/api.js'
import { useTexts } from '../language/use-texts.js'
import { FactTable } from '../parts/fact-table.js'
import { FacetList } from '../parts/facet-list.js'
import { SearchBar } from '../parts/search-bar.js'
import { Pending } from '../parts/state.js'
import { useView } from '../parts/view-address.js'
import { useAnswer } from '../server.js'

/** Facts of a page: so many are read, sent and shown at once. */
const PAGE = 50

/** The table of facts, filtered and ordered as the address says. */
export function FactsPage(): JSX.Element {
  const texts = useTexts()
  const { parameters, go } = useView()
  const [version, setVersion] = useState(0)
  const query = new URLSearchParams(parameters)
  query.set('limit', String(PAGE))
  const answer = useAnswer<Found>(`/facts?${query.toString()}`, version)
  // What can be chosen is counted while the facts are shown already.
  const counts = useAnswer<FacetCounts>(`/counts?${selectionOf(parameters)}`, version)
  useEffect(() => {
    document.title = `${texts.facts} · 原句`
  }, [texts])
  const { data } = answer
  const offset = Number(parameters.get('offset') ?? 0)
  return (
    <div class="facts-page">
      <h1 class="hidden">{texts.facts}</h1>
      <SearchBar total={data?.total ?? null} loading={answer.loading} />
      <div class="facts-body">
        <FacetList facets={counts.data} />
        <section class="found" aria-label={texts.facts} aria-busy={answer.loading}>
          {(data?.pending ?? 0) > 0 && (
            <p class="notice" role="status">
              {data?.pending} {texts.pending}
            </p>
          )}
          <Pending answer={answer} />
          {data !== null && data.total === 0 && (
            <p class="notice">
              <strong>{texts.nothing}</strong> {texts.nothingHint}
            </p>
          )}
          {data !== null && data.facts.length > 0 && (
            <>
              <FactTable
                facts={data.facts}
                onReviewed={() => {
                  setVersion((last) => last + 1)
                }}
              />
              <Pages
                offset={offset}
                total={data.total}
                onGo={(next) => {
                  go((view) => {
                    if (next > 0) view.set('offset', String(next))
                  })
                  scrollTo({ top: 0 })
                }}
              />
            </>
          )}
        </section>
      </div>
    </div>
  )
}

/** The part of a view that says which facts are meant: its pages and orders ask for no new counts. */
function selectionOf(parameters: URLSearchParams): string {
  const selection = new URLSearchParams(parameters)
  for (const name of ['offset', 'order', 'descending', 'rows']) selection.delete(name)
  return selection.toString()
}

interface PagesProps {
  readonly offset: number
  readonly total: number
  readonly onGo: (offset: number) => void
}

function Pages({ offset, total, onGo }: PagesProps): JSX.Element | null {
  const texts = useTexts()
  if (total <= PAGE) return null
  const last = Math.ceil(total / PAGE)
  const here = Math.floor(offset / PAGE) + 1
  return (
    <nav class="pages" aria-label={texts.page}>
      <button
        type="button"
        disabled={here <= 1}
        onClick={() => {
          onGo(offset - PAGE)
        }}
      >
        ← {texts.previous}
      </button>
      <span>
        {here.toLocaleString('en-US')} / {last.toLocaleString('en-US')}
      </span>
      <button
        type="button"
        disabled={here >= last}
        onClick={() => {
          onGo(offset + PAGE)
        }}
      >
        {texts.next} →
      </button>
    </nav>
  )
}
