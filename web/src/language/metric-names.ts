import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { LanguageContext, nameOf, useTexts } from './use-texts.js'

/** What metrics are called, by their ids: the pipeline's own words. */
export const MetricNames = createContext<Readonly<Record<string, string>>>({})

/** Names a value of a facet, role or kind: a metric by the pipeline's word, behind it its id. */
export function useNames(): (value: string) => string {
  const texts = useTexts()
  const metrics = useContext(MetricNames)
  const language = useContext(LanguageContext)
  return (value) => {
    const metric = metrics[value]
    if (metric === undefined) return nameOf(texts, value)
    return language === 'zh' ? metric : `${metric} ${value}`
  }
}
