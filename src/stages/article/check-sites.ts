import type { ConfigProblem } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import type { StageCheck } from '../../core/stage.js'
import { elementFinder } from './selector.js'
import { readSiteFiles, SITE_PARTS, type SiteFile } from './sites.js'

/**
 * Tries each site's selectors on its examples; every selector must find one of them.
 * @throws {ConfigError} if the files cannot be read
 */
export function checkSites(files: readonly SourceFile[]): StageCheck {
  const checks = readSiteFiles(files).flatMap((file) =>
    file.value.sites.map((_, index) => checkSite(file, index)),
  )
  return {
    problems: checks.flatMap(({ problems }) => problems),
    rules: checks.length,
    examples: checks.reduce((sum, { examples }) => sum + examples, 0),
  }
}

function checkSite(file: SiteFile, index: number): Omit<StageCheck, 'rules'> {
  const site = file.value.sites[index]!
  const problems: ConfigProblem[] = []
  let examples = 0
  const report = (path: readonly (string | number)[], message: string): void => {
    problems.push(file.problem(['sites', index, ...path], 'site-example', message, site.id))
  }
  for (const part of SITE_PARTS) {
    const matches = site.matches[part] ?? []
    const rejects = site.rejects[part] ?? []
    const find = elementFinder(site[part])
    examples += matches.length + rejects.length
    for (const [at, path] of matches.entries())
      if (find(path) === null)
        report(['matches', part, at], `no selector of ${part} finds its example ${path}.`)
    for (const [at, path] of rejects.entries())
      if (find(path) !== null)
        report(['rejects', part, at], `a selector of ${part} finds ${path}, which it must not.`)
    for (const [at, selector] of site[part].entries()) {
      const findAlone = elementFinder([selector])
      if (matches.every((path) => findAlone(path) === null))
        report([part, at], `${selector.source} finds none of the examples in matches.${part}.`)
    }
  }
  return { problems, examples }
}
