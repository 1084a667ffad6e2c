import { z } from 'zod'
import { ConfigError, type ConfigProblem } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml, type YamlFile } from '../../dictionary/yaml.js'
import { type Selector, selectorSchema } from './selector.js'

/** What selectors can name on the pages of a site; `drop` is what stands there and is no article. */
export const SITE_PARTS = ['title', 'published', 'author', 'publisher', 'body', 'drop'] as const

export type SitePart = (typeof SITE_PARTS)[number]

/** Parts that are a piece of metadata, which a reader takes out of the line that shows it. */
export type SiteField = Extract<SitePart, 'published' | 'author' | 'publisher'>

const HOST = /^(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

const examplesSchema = z.partialRecord(
  z.enum(SITE_PARTS),
  z.array(z.string().regex(/^html\/\S+$/, 'expected a path such as html/body/div.article/p')),
)

const siteSchema = z.strictObject({
  id: z.string().regex(/^sites\/[a-z0-9-]+$/, 'expected an id such as sites/people'),
  /** Its pages are on these hosts and those below them. */
  hosts: z
    .array(z.string().regex(HOST, 'expected a host such as people.com.cn, without www.'))
    .min(1),
  why: z.string().min(1),
  title: z.array(selectorSchema).default([]),
  published: z.array(selectorSchema).default([]),
  author: z.array(selectorSchema).default([]),
  publisher: z.array(selectorSchema).default([]),
  body: z.array(selectorSchema).default([]),
  drop: z.array(selectorSchema).default([]),
  /** Paths of blocks that a part's selectors find, and of some that they do not. */
  matches: examplesSchema,
  rejects: examplesSchema,
})

const fileSchema = z.strictObject({ sites: z.array(siteSchema) })

export type SiteFile = YamlFile<z.infer<typeof fileSchema>>

/** A site whose markup is known. */
export interface Site extends Readonly<Record<SitePart, readonly Selector[]>> {
  readonly id: string
}

/**
 * Reads the files of a dictionary of sites.
 * @throws {ConfigError} with every problem of every file: what is no selector, hosts given twice
 */
export function readSiteFiles(files: readonly SourceFile[]): readonly SiteFile[] {
  const problems: ConfigProblem[] = []
  const seen = new Set<string>()
  const parsed = files.map((file) => parseYaml(file, fileSchema))
  for (const file of parsed)
    for (const [index, { id, hosts }] of file.value.sites.entries()) {
      const claim = (name: string, path: readonly (string | number)[]): void => {
        const at = ['sites', index, ...path]
        const message = `"${name}" is given twice. Remove one of them.`
        if (seen.has(name)) problems.push(file.problem(at, 'dictionary-duplicate-id', message, id))
        seen.add(name)
      }
      claim(id, ['id'])
      for (const [at, host] of hosts.entries()) claim(host, ['hosts', at])
    }
  if (problems.length > 0) throw new ConfigError(problems)
  return parsed
}

/** Knows sites by the addresses of their pages. */
export class SiteFinder {
  private readonly byHost = new Map<string, Site>()

  /** @throws {ConfigError} with what is wrong in the files */
  constructor(files: readonly SourceFile[]) {
    for (const { value } of readSiteFiles(files))
      for (const site of value.sites) for (const host of site.hosts) this.byHost.set(host, site)
  }

  /** The site of an address, also one without a scheme; of several hosts in it the longest. */
  find(address: string): Site | null {
    let host = ADDRESS.exec(address)?.[1]?.toLowerCase() ?? ''
    while (host !== '') {
      const site = this.byHost.get(host)
      if (site !== undefined) return site
      const dot = host.indexOf('.')
      host = dot < 0 ? '' : host.slice(dot + 1)
    }
    return null
  }
}

const ADDRESS = /^(?:[a-z]{2,5}:)?(?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/:?#]|$)/i
