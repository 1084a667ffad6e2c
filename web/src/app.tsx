import type { JSX } from 'preact'
import { lazy, LocationProvider, Route, Router } from 'preact-iso'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { MetricNames } from './language/metric-names.js'
import { chosenLanguage, LanguageContext, type Language, useTexts } from './language/use-texts.js'
import { FactsPage } from './pages/facts-page.js'
import { ReviewerContext } from './parts/reviewer.js'
import { TopBar } from './parts/top-bar.js'
import { useAnswer } from './server.js'

// What the first page does not need comes when it is asked for.
const ArticlePage = lazy(() => import('./pages/article-page.js').then((page) => page.ArticlePage))
const FactPage = lazy(() => import('./pages/fact-page.js').then((page) => page.FactPage))
const PicturesPage = lazy(() =>
  import('./pages/pictures-page.js').then((page) => page.PicturesPage),
)
const ReviewPage = lazy(() => import('./pages/review-page.js').then((page) => page.ReviewPage))
const RulesPage = lazy(() => import('./pages/rules-page.js').then((page) => page.RulesPage))
const RulePage = lazy(() => import('./pages/rule-page.js').then((page) => page.RulePage))
const DiffPage = lazy(() => import('./pages/diff-page.js').then((page) => page.DiffPage))
const RunsPage = lazy(() => import('./pages/runs-page.js').then((page) => page.RunsPage))

export function App(): JSX.Element {
  const [language, setLanguage] = useState<Language>(chosenLanguage)
  const [name, setName] = useState(() => localStorage.getItem('reviewer') ?? '')
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    localStorage.setItem('language', language)
  }, [language])
  const { data: names } = useAnswer<Readonly<Record<string, string>>>('/names')
  const reviewer = useMemo(
    () => ({
      name,
      setName: (next: string) => {
        localStorage.setItem('reviewer', next)
        setName(next)
      },
    }),
    [name],
  )
  return (
    <LanguageContext.Provider value={language}>
      <MetricNames.Provider value={names ?? NO_NAMES}>
        <ReviewerContext.Provider value={reviewer}>
          <LocationProvider>
            <TopBar
              onLanguage={() => {
                setLanguage(language === 'zh' ? 'en' : 'zh')
              }}
            />
            <main id="content" tabIndex={-1}>
              <Router>
                <Route path="/" component={FactsPage} />
                <Route path="/facts" component={FactsPage} />
                <Route path="/facts/:id" component={FactPage} />
                <Route path="/articles/:id" component={ArticlePage} />
                <Route path="/pictures" component={PicturesPage} />
                <Route path="/pictures/:picture" component={PicturesPage} />
                <Route path="/review" component={ReviewPage} />
                <Route path="/rules" component={RulesPage} />
                <Route path="/rules/:stage/:name" component={RulePage} />
                <Route path="/runs" component={RunsPage} />
                <Route path="/runs/:before/:after" component={DiffPage} />
                <Route default component={NotFound} />
              </Router>
            </main>
          </LocationProvider>
        </ReviewerContext.Provider>
      </MetricNames.Provider>
    </LanguageContext.Provider>
  )
}

const NO_NAMES = {}

function NotFound(): JSX.Element {
  return <p class="notice">{useTexts().unknown}</p>
}
