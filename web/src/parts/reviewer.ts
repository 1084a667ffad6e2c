import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The name that verdicts are given under, as typed last in this browser. */
export interface Reviewer {
  readonly name: string
  setName(name: string): void
}

export const ReviewerContext = createContext<Reviewer>({ name: '', setName: () => undefined })

export function useReviewer(): Reviewer {
  return useContext(ReviewerContext)
}
