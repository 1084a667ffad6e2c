import type { JSX } from 'preact'
import { useLocation } from 'preact-iso'
import { useCallback, useMemo } from 'preact/hooks'
import type { SiteDrops } from '../../../src/audit/picture-api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { useAnswer } from '../server.js'
import { Chart } from './chart.js'
import type { ChartColors } from './chart-colors.js'
import { dropsOption } from './chart-options.js'
import { Pending } from './state.js'
import { TwinTable } from './twin-table.js'
import { writeNumber } from './values.js'

/** What every page drops says nothing of a site. */
const LAYOUT: ReadonlySet<string> = new Set(['markup', 'space', 'metadata', 'title'])
const MOST_KINDS = 6

/** What was dropped of each site's articles, by kind. */
export function DropsPicture(): JSX.Element {
  const texts = useTexts()
  const { route } = useLocation()
  const answer = useAnswer<readonly SiteDrops[]>('/pictures/drops')
  const sites = useMemo(
    () =>
      (answer.data ?? []).map((site) => ({ ...site, site: site.site || texts.pictures.noSite })),
    [answer.data, texts],
  )
  const kinds = useMemo(() => kindsIn(sites), [sites])
  const option = useCallback(
    (colors: ChartColors) =>
      dropsOption(sites, kinds, { colors, nameOf: (kind) => nameOf(texts, kind) }),
    [sites, kinds, texts],
  )
  if (answer.data === null) return <Pending answer={answer} />
  if (kinds.length === 0) return <p class="notice">{texts.nothing}</p>
  const cells = sites.flatMap((site) =>
    kinds.flatMap((kind) => {
      const own = site.kinds[kind]
      return own === undefined ? [] : [{ site, kind, own }]
    }),
  )
  return (
    <>
      <p class="meta">{texts.pictures.dropsNote}</p>
      <Chart
        label={texts.pictures.dropsLabel.replace('{count}', String(sites.length))}
        height={sites.length * 28 + 90}
        option={option}
        onClick={({ series, name }) => {
          const cell = cells.find(
            ({ site, kind }) => site.site === name && nameOf(texts, kind) === series,
          )
          if (cell !== undefined) route(`/articles/${cell.own.article}`)
        }}
      />
      <TwinTable
        columns={[
          texts.facets.publisher,
          texts.facets.kind,
          texts.pictures.example,
          texts.article.characters,
        ]}
        rows={cells.map(({ site, kind, own }) => [
          site.isPublisher ? (
            <a href={`/facts?publisher=${encodeURIComponent(site.site)}`}>{site.site}</a>
          ) : (
            site.site
          ),
          nameOf(texts, kind),
          <a href={`/articles/${own.article}`}>
            {writeNumber(own.most)} {texts.article.characters}
          </a>,
          writeNumber(own.characters),
        ])}
      />
    </>
  )
}

/** Those of most characters. */
function kindsIn(sites: readonly SiteDrops[]): readonly string[] {
  const sums = new Map<string, number>()
  for (const { kinds } of sites)
    for (const [kind, { characters }] of Object.entries(kinds))
      if (!LAYOUT.has(kind)) sums.set(kind, (sums.get(kind) ?? 0) + characters)
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_KINDS)
    .map(([kind]) => kind)
}
