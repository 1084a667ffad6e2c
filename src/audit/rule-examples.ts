import { z } from 'zod'
import { ConfigError } from '../core/errors.js'
import { parseYaml } from '../dictionary/yaml.js'
import { exampleSchema, type RuleExample } from '../rule/rule-example.js'
import type { RuleExampleInfo } from './api.js'

export interface RuleExamples {
  readonly matches: readonly RuleExampleInfo[]
  readonly rejects: readonly RuleExampleInfo[]
}

const list = z.array(exampleSchema).default([])
const written = z.looseObject({ matches: list, rejects: list })

/** The examples of a rule as it is written; none where they are of a form of their own. */
export function readExamples(path: string, yaml: string): RuleExamples {
  try {
    const { matches, rejects } = parseYaml({ path, text: yaml }, written).value
    return { matches: matches.map(toInfo), rejects: rejects.map(toInfo) }
  } catch (error) {
    if (error instanceof ConfigError) return { matches: [], rejects: [] }
    throw error
  }
}

function toInfo({ text, given, gives }: RuleExample): RuleExampleInfo {
  return { text, given: Object.entries(given).map(toText), gives: gives.map(toLine) }
}

function toLine(expected: RuleExample['gives'][number]): string {
  return Object.entries(expected).map(toText).join(' · ')
}

function toText([name, value]: readonly [string, string | number | null | undefined]): string {
  return `${name}: ${value ?? '–'}`
}
