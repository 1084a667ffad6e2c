import { useLayoutEffect } from 'preact/hooks'

/**
 * Hears every key that is pressed while nobody types into a field and no modifier is held. `press`
 * says whether the key was its own. It is exchanged before the browser delivers the next key, so
 * that fast typing never meets a state already left.
 */
export function useKeys(press: (key: string) => boolean): void {
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      if (press(event.key)) event.preventDefault()
    }
    addEventListener('keydown', hear)
    return () => {
      removeEventListener('keydown', hear)
    }
  })
}
