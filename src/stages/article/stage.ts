import { defineStage } from '../../core/stage.js'
import { checkLineRules } from '../../rule/line-rules.js'
import { articleUnits } from './article-units.js'
import { checkSites } from './check-sites.js'
import { articleOptionsSchema } from './options.js'
import { compileArticleReader } from './read-article.js'

/** The article's own lines, and what the page says of it: title, date, publisher, author, url. */
export const articleStage = defineStage({
  name: 'article',
  version: 6,
  requires: ['page', 'simplified'],
  provides: 'article',
  options: articleOptionsSchema,
  dictionaries: ['labels', 'boilerplate', 'spam', 'page-parts', 'sites'],
  units: articleUnits,
  prepare: (setup) => {
    const readArticle = compileArticleReader(setup)
    return ({ page, simplified }) => readArticle(page, simplified)
  },
  check: ({ rules, dictionaries }) => {
    const lines = checkLineRules(rules)
    const sites = checkSites(dictionaries['sites'] ?? [])
    return {
      problems: [...lines.problems, ...sites.problems],
      rules: lines.rules + sites.rules,
      examples: lines.examples + sites.examples,
    }
  },
})
