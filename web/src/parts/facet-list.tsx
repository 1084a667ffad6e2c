import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Facet, FacetValue } from '../../../src/audit/api.js'
import { useNames } from '../language/metric-names.js'
import { useTexts } from '../language/use-texts.js'
import { readJson } from '../server.js'
import { set, toggle, useView } from './view-address.js'

const SHOWN: readonly Facet[] = [
  'subject',
  'region',
  'said',
  'kind',
  'claim',
  'object',
  'publisher',
  'rule',
  'flag',
  'modality',
  'run',
]

const REVIEWS = ['unreviewed', 'reviewed', 'accepted', 'rejected', 'disputed'] as const

/** Values that are shown before more are asked for. */
const FEW = 6

interface FacetListProps {
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>> | null
}

/** What facts can be filtered by, each value with how many facts it would leave. */
export function FacetList({ facets }: FacetListProps): JSX.Element {
  const texts = useTexts()
  return (
    <aside class="facets" aria-label={texts.filters}>
      <details open={matchMedia('(min-width: 60rem)').matches}>
        <summary>{texts.filters}</summary>
        <Times />
        {facets !== null &&
          SHOWN.map((facet) => <FacetGroup facet={facet} values={facets[facet]} />)}
        <Reviews />
      </details>
    </aside>
  )
}

interface FacetGroupProps {
  readonly facet: Facet
  readonly values: readonly FacetValue[]
}

function FacetGroup({ facet, values }: FacetGroupProps): JSX.Element | null {
  const texts = useTexts()
  const { parameters, hrefWith, go } = useView()
  const nameOf = useNames()
  const [isOpen, setOpen] = useState(false)
  const chosen = parameters.getAll(facet)
  if (values.length === 0 && chosen.length === 0) return null
  if (facet === 'run' && values.length < 2 && chosen.length === 0) return null
  const shown = isOpen
    ? values
    : values.filter(({ value }, index) => index < FEW || chosen.includes(value))
  return (
    <section class="facet">
      <h2>{texts.facets[facet]}</h2>
      <ul>
        {shown.map(({ value, count }) => (
          <li>
            <a
              href={hrefWith(toggle(facet, value))}
              aria-current={chosen.includes(value) ? 'true' : undefined}
              title={value}
            >
              <span class="value">{nameOf(value)}</span>
              <span class="number">{count.toLocaleString('en-US')}</span>
            </a>
          </li>
        ))}
      </ul>
      {values.length > FEW && (
        <button
          type="button"
          class="quiet more"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen)
          }}
        >
          {isOpen ? '−' : `${texts.more} …`}
        </button>
      )}
      {isOpen && (
        <Other
          facet={facet}
          onChoose={(value) => {
            go(toggle(facet, value))
          }}
        />
      )}
    </section>
  )
}

interface OtherProps {
  readonly facet: Facet
  readonly onChoose: (value: string) => void
}

/** Values that are too rare to be listed, found by their names. */
function Other({ facet, onChoose }: OtherProps): JSX.Element {
  const texts = useTexts()
  const [found, setFound] = useState<readonly FacetValue[]>([])
  const id = `other-${facet}`
  return (
    <>
      <datalist id={id}>
        {found.map(({ value }) => (
          <option value={value} />
        ))}
      </datalist>
      <input
        class="other"
        type="search"
        list={id}
        aria-label={`${texts.facets[facet]}: ${texts.more}`}
        placeholder={`${texts.more} …`}
        onInput={(event) => {
          const text = event.currentTarget.value
          if (found.some(({ value }) => value === text)) {
            onChoose(text)
            return
          }
          const query = new URLSearchParams({ text })
          readJson<readonly FacetValue[]>(`/facets/${facet}?${query.toString()}`).then(
            setFound,
            () => undefined,
          )
        }}
      />
    </>
  )
}

function Times(): JSX.Element {
  const texts = useTexts()
  const { parameters, go } = useView()
  return (
    <section class="facet times">
      <h2>{texts.time}</h2>
      {(['from', 'to'] as const).map((edge) => (
        <label>
          <span>{texts[edge]}</span>
          <input
            type="date"
            value={parameters.get(edge) ?? ''}
            onChange={(event) => {
              go(set(edge, event.currentTarget.value))
            }}
          />
        </label>
      ))}
    </section>
  )
}

function Reviews(): JSX.Element {
  const texts = useTexts()
  const { parameters, hrefWith } = useView()
  const chosen = parameters.get('review')
  return (
    <section class="facet">
      <h2>{texts.facets.review}</h2>
      <ul>
        {REVIEWS.map((review) => (
          <li>
            <a
              href={hrefWith(set('review', chosen === review ? '' : review))}
              aria-current={chosen === review ? 'true' : undefined}
            >
              <span class="value">{texts.names[review]}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
