import { useLocation } from 'preact-iso'

/** The view in the page's address, and how to go to another one. */
export interface ViewAddress {
  readonly parameters: URLSearchParams
  /** Shows the view with these parameters; the first page of it unless `offset` is among them. */
  readonly go: (change: (parameters: URLSearchParams) => void) => void
  /** The address of the view with these parameters. */
  readonly hrefWith: (change: (parameters: URLSearchParams) => void) => string
  /** The part of the address that such a view has, with its question mark; empty for all facts. */
  readonly searchWith: (change: (parameters: URLSearchParams) => void) => string
}

export function useView(): ViewAddress {
  const { url, route } = useLocation()
  const parameters = new URLSearchParams(url.split('?')[1] ?? '')
  const searchWith = (change: (parameters: URLSearchParams) => void): string => {
    const next = new URLSearchParams(parameters)
    next.delete('offset')
    change(next)
    const query = next.toString()
    return query === '' ? '' : `?${query}`
  }
  const hrefWith = (change: (parameters: URLSearchParams) => void): string =>
    `/facts${searchWith(change)}`
  return {
    parameters,
    hrefWith,
    searchWith,
    go: (change) => {
      route(hrefWith(change))
    },
  }
}

/** Puts a value in or takes it out. */
export function toggle(name: string, value: string): (parameters: URLSearchParams) => void {
  return (parameters) => {
    const others = parameters.getAll(name).filter((other) => other !== value)
    const had = others.length < parameters.getAll(name).length
    parameters.delete(name)
    for (const other of others) parameters.append(name, other)
    if (!had) parameters.append(name, value)
  }
}

/** Sets a single value; an empty one takes it out. */
export function set(name: string, value: string): (parameters: URLSearchParams) => void {
  return (parameters) => {
    if (value === '') parameters.delete(name)
    else parameters.set(name, value)
  }
}

const NO_CHOICE: ReadonlySet<string> = new Set([
  'text',
  'rows',
  'order',
  'descending',
  'offset',
  'limit',
])

/** What is chosen, by name: all of a view that is neither words nor order. */
export function chosenIn(parameters: URLSearchParams): [string, string][] {
  return [...parameters].filter(([name]) => !NO_CHOICE.has(name))
}
