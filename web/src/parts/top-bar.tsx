import type { JSX } from 'preact'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { SessionInfo } from '../../../src/audit/api.js'
import { useTexts } from '../language/use-texts.js'
import { useAnswer } from '../server.js'
import { nextTheme, setTheme } from './theme.js'

const SESSION_EVERY_MS = 15_000

export function TopBar({ onLanguage }: { readonly onLanguage: () => void }): JSX.Element {
  const texts = useTexts()
  const { path } = useLocation()
  const [version, setVersion] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => {
      setVersion((last) => last + 1)
    }, SESSION_EVERY_MS)
    return () => {
      clearInterval(timer)
    }
  }, [])
  const { data: session } = useAnswer<SessionInfo>('/session', version)
  const pages = [
    ['/facts', texts.facts],
    ['/pictures', texts.pictures.title],
    ['/review', texts.review],
    ['/rules', texts.rules],
    ['/runs', texts.runs],
  ] as const
  return (
    <header class="top">
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <a class="brand" href="/facts">
        <img src="/mark.svg" alt="" width="26" height="26" />
        <span lang="zh-Hans">原句</span>
      </a>
      <nav aria-label={texts.name}>
        {pages.map(([href, text]) => {
          const isHere = path.startsWith(href) || (path === '/' && href === '/facts')
          return (
            <a href={href} aria-current={isHere ? 'page' : undefined}>
              {text}
            </a>
          )
        })}
      </nav>
      <div class="top-end">
        {session?.run != null && (
          <span class="run-state" title={session.writing ? texts.writing : undefined}>
            {session.writing && <span class="dot" role="img" aria-label={texts.writing} />}
            {texts.run} {session.run.id}
          </span>
        )}
        <button type="button" class="quiet" onClick={onLanguage}>
          {texts.language}
        </button>
        <button
          type="button"
          class="quiet icon"
          aria-label={texts.theme}
          title={texts.theme}
          onClick={() => {
            setTheme(nextTheme())
          }}
        >
          ◐
        </button>
      </div>
    </header>
  )
}
