import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { chinese } from './chinese.js'
import { english, type Texts } from './english.js'

export type Language = 'en' | 'zh'

const TEXTS: Readonly<Record<Language, Texts>> = { en: english, zh: chinese }

export const LanguageContext = createContext<Language>('en')

/** The language chosen before, else the browser's. */
export function chosenLanguage(): Language {
  const chosen = localStorage.getItem('language')
  if (chosen === 'en' || chosen === 'zh') return chosen
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function useTexts(): Texts {
  return TEXTS[useContext(LanguageContext)]
}

/** The word for a kind, flag, role or the like; one that has none is shown as it is. */
export function nameOf(texts: Texts, id: string): string {
  const names: Readonly<Record<string, string>> = texts.names
  return names[id] ?? id
}
