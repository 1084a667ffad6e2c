import { useLocation } from 'preact-iso'

/** The view in the page's address, and how to go to another one. */
export interface ViewAddress {
  readonly parameters: URLSearchParams
  /** Shows the view with these parameters; the first page of it unless `offset` is among them. */
  readonly go: (change: (parameters: URLSearchParams) => void) => void
  /** The address of the view with these parameters. */
  readonly hrefWith: (change: (parameters: URLSearchParams) => void) => string
}

export function useView(): ViewAddress {
  const { url, route } = useLocation()
  const parameters = new URLSearchParams(url.split('?')[1] ?? '')
  const hrefWith = (change: (parameters: URLSearchParams) => void): string => {
    const next = new URLSearchParams(parameters)
    next.delete('offset')
    change(next)
    const query = next.toString()
    return query === '' ? '/facts' : `/facts?${query}`
  }
  return {
    parameters,
    hrefWith,
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
