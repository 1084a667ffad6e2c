import { z } from 'zod'
import { ConfigError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { parseYaml } from '../dictionary/yaml.js'
import type { RuleInfo } from './api.js'

/** A rule as it is written in a run's files; null for one that no file holds. */
export function findRule(files: readonly SourceFile[], id: string): RuleInfo | null {
  for (const file of files) {
    if (!file.path.endsWith('.yaml')) continue
    const found = rulesIn(file).find((rule) => rule.id === id)
    if (found !== undefined) return found
  }
  return null
}

/** Every rule of a run's files, by id. */
export function readRules(files: readonly SourceFile[]): ReadonlyMap<string, RuleInfo> {
  const all = files.filter(({ path }) => path.endsWith('.yaml')).flatMap(rulesIn)
  return new Map(all.map((rule) => [rule.id, rule]))
}

/** Rules are the items of a list that begin with their id; reading whole files as YAML takes seconds. */
function rulesIn(file: SourceFile): RuleInfo[] {
  const lines = file.text.split('\n')
  return lines.flatMap((line, number) => {
    const [, margin = '', id = ''] = ITEM.exec(line) ?? []
    if (id === '') return []
    const rest = lines.slice(number + 1)
    const end = rest.findIndex((next) => next.trim() !== '' && !next.startsWith(`${margin}  `))
    const own = [line, ...(end < 0 ? rest : rest.slice(0, end))]
    const yaml = own
      .map((text) => text.slice(margin.length + 2))
      .join('\n')
      .trimEnd()
    return [{ id, file: file.path, line: number + 1, why: whyOf(id, yaml), yaml }]
  })
}

const ITEM = /^( *)- id: (\S+)\s*$/

const written = z.looseObject({ why: z.string().optional() })

function whyOf(path: string, text: string): string | null {
  try {
    const line = /^why: .*(?:\n {2,}.*)*/m.exec(text)?.[0] ?? ''
    return line === '' ? null : (parseYaml({ path, text: line }, written).value.why ?? null)
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}
