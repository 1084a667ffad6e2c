import { defineStage } from '../../core/stage.js'
import { checkLineRules } from '../../rule/line-rules.js'
import { articleOptionsSchema } from './options.js'
import { compileArticleReader } from './read-article.js'

/** The article's own lines, and what the page says of it: title, date, publisher, author, url. */
export const articleStage = defineStage({
  name: 'article',
  version: 2,
  requires: ['page', 'simplified'],
  provides: 'article',
  options: articleOptionsSchema,
  dictionaries: ['labels', 'boilerplate', 'spam'],
  prepare: (setup) => {
    const readArticle = compileArticleReader(setup)
    return ({ page, simplified }) => readArticle(page, simplified)
  },
  check: ({ rules }) => checkLineRules(rules),
})
