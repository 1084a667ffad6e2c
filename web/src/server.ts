import { useEffect, useState } from 'preact/hooks'
import type { SessionInfo, Verdict, ReviewInfo } from '../../src/audit/api.js'

/** What is known of an answer that was asked for. */
export interface Answer<T> {
  /** The last answer; it stays while the next is on its way. */
  readonly data: T | null
  readonly error: string | null
  readonly loading: boolean
}

/** Asks the server; what was asked before is dropped. Null asks nothing. */
export function useAnswer<T>(path: string | null, version = 0): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ data: null, error: null, loading: true })
  useEffect(() => {
    if (path === null) return undefined
    const controller = new AbortController()
    setAnswer((last) => ({ ...last, loading: true }))
    readJson<T>(path, { signal: controller.signal }).then(
      (data) => {
        if (!controller.signal.aborted) setAnswer({ data, error: null, loading: false })
      },
      (error: unknown) => {
        if (controller.signal.aborted) return
        const message = error instanceof Error ? error.message : String(error)
        setAnswer({ data: null, error: message, loading: false })
      },
    )
    return () => {
      controller.abort()
    }
  }, [path, version])
  return answer
}

/** @throws {Error} with the server's word for what went wrong */
export async function readJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`/api${path}`, init)
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the server's types are the page's
  const body: T & { readonly error?: string } = await response.json()
  if (!response.ok) throw new Error(body.error ?? String(response.status))
  return body
}

async function post<T>(path: string, body: object): Promise<T> {
  const { token } = await readJson<SessionInfo>('/session')
  return readJson<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yuanju-token': token },
    body: JSON.stringify(body),
  })
}

export interface ReviewToSend {
  readonly fact: string
  readonly evidence: string
  readonly verdict: Verdict
  readonly reason: string
  readonly reviewer: string
}

/** Gives all standing reviews of the fact. */
export function sendReview(review: ReviewToSend): Promise<readonly ReviewInfo[]> {
  return post('/reviews', review)
}

export function drawSample(view: string, size: number): Promise<{ readonly id: number }> {
  return post('/samples', { view, size })
}
