export type Theme = 'light' | 'dark'

/** The theme that is not shown now. */
export function nextTheme(): Theme {
  const shown = document.documentElement.dataset['theme']
  const isDark =
    shown === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : shown === 'dark'
  return isDark ? 'light' : 'dark'
}

/** Shows a theme, whatever the system's is, and keeps it for the next visit. */
export function setTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  localStorage.setItem('theme', theme)
}

export function restoreTheme(): void {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme
}
