import type { JSX } from 'preact'
import { useRoute } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { useNames } from '../language/metric-names.js'
import { useTexts } from '../language/use-texts.js'
import { DropsPicture } from '../parts/drops-picture.js'
import { MeasuresPicture } from '../parts/measures-picture.js'
import { PlacesPicture, TimesPicture } from '../parts/count-pictures.js'
import { TiesPicture } from '../parts/ties-picture.js'
import { chosenIn, useView } from '../parts/view-address.js'

const PICTURES = ['measures', 'ties', 'places', 'times', 'drops'] as const

/** Pictures of a view: where people would rather look than read. */
export function PicturesPage(): JSX.Element {
  const texts = useTexts()
  const { params } = useRoute()
  const { parameters } = useView()
  const nameOf = useNames()
  const shown = PICTURES.find((picture) => picture === params['picture']) ?? 'measures'
  const query = parameters.toString()
  useEffect(() => {
    document.title = `${texts.pictures.titles[shown]} · 原句`
  }, [texts, shown])
  const chosen = chosenIn(parameters)
  return (
    <div class="page">
      <h1>{texts.pictures.titles[shown]}</h1>
      <nav class="tabs" aria-label={texts.pictures.title}>
        {PICTURES.map((picture) => (
          <a
            href={`/pictures/${picture}${query === '' ? '' : `?${query}`}`}
            aria-current={picture === shown ? 'page' : undefined}
          >
            {texts.pictures.names[picture]}
          </a>
        ))}
      </nav>
      {shown !== 'drops' && (
        <p class="meta">
          {chosen.length === 0
            ? texts.pictures.ofAll
            : chosen.map(([, value]) => nameOf(value)).join(' · ')}{' '}
          <a href={query === '' ? '/facts' : `/facts?${query}`}>{texts.pictures.facts}</a>
        </p>
      )}
      {shown === 'measures' && <MeasuresPicture />}
      {shown === 'ties' && <TiesPicture />}
      {shown === 'places' && <PlacesPicture />}
      {shown === 'times' && <TimesPicture />}
      {shown === 'drops' && <DropsPicture />}
    </div>
  )
}
