import { InvariantError } from '../core/errors.js'
import type { Layers } from '../core/layers.js'
import type { SourceFile } from '../core/source-file.js'
import type { Stage, StageRun, StageSetup } from '../core/stage.js'
import { parseFactRules, type WrittenRule } from '../rule/fact-rule.js'
import type { FactRule } from '../rule/fact-rule.js'
import { type FormReader, formReader } from '../rule/frames.js'
import type { FactRecord } from './records.js'
import { toRecords } from './to-records.js'

/** Tells which single forms of rules make facts; a form is one pattern of a rule. */
export interface FormFinder {
  /** The name under which `working` gives a form. */
  nameOf(rule: Pick<FactRule, 'id'>, form: number): string
  /** The forms that made a fact of a document, all rules competing. */
  working(layers: Layers): readonly string[]
  /** What a rule, or one form of it, would make of a document if there were no other. */
  alone(rule: Pick<FactRule, 'id'>, form: number | null, layers: Layers): readonly FactRecord[]
}

/** Prepares a facts stage of which each form is a rule of its own. */
export function formFinder(stage: Stage, setup: StageSetup<unknown>): FormFinder {
  const files = setup.rules.map(parseFactRules)
  const readForms = formReader(files, refuse)
  const phrases = Object.assign({}, ...files.map(({ value }) => value.phrases)) as unknown
  const rules = files.flatMap(({ value }) =>
    value.rules.flatMap((rule) => splitRule(rule, readForms)),
  )
  const finderOf = (kept: readonly SplitRule[]): FindFacts => {
    const text = JSON.stringify({ phrases, rules: kept.map(({ rule }) => rule) })
    const source: SourceFile = { path: setup.rules[0]?.path ?? 'rules', text }
    const run: StageRun<keyof Layers, keyof Layers> = stage.prepare({ ...setup, rules: [source] })
    return (layers) => {
      const product = run(layers)
      // Records are dear, and most forms make no fact of most examples.
      if (Array.isArray(product) && product.length === 0) return []
      return toRecords('', { ...layers, [stage.provides]: product }).facts
    }
  }
  const all = finderOf(rules)
  const made = new Map<string, FindFacts>()
  return {
    nameOf: ({ id }, form) => nameOf(id, form),
    working: (layers) => all(layers).map(({ rule }) => rule),
    alone: ({ id }, form, layers) => {
      const key = form === null ? id : nameOf(id, form)
      let find = made.get(key)
      if (find === undefined) {
        const kept = rules.filter(({ of, rule }) => (form === null ? of === id : rule.id === key))
        made.set(key, (find = finderOf(kept)))
      }
      return find(layers)
    },
  }
}

type FindFacts = (layers: Layers) => readonly FactRecord[]

interface SplitRule {
  readonly of: string
  readonly rule: { readonly id: string }
}

/** JSON is YAML, so that what the stage reads is what a file would say. */
function splitRule(written: WrittenRule, readForms: FormReader): SplitRule[] {
  const forms = readForms(written.pattern, refuse, () => ({ file: '', line: 0, column: 0 }))
  return forms.map(({ source: pattern }, form) => ({
    of: written.id,
    rule: {
      ...written,
      id: nameOf(written.id, form),
      pattern,
      record: writtenRecord(written.record),
      matches: ['x'],
      rejects: ['x'],
    },
  }))
}

/** The rules have been read before: what is wrong in them is known by now. */
function refuse(problem: unknown): never {
  throw new InvariantError(`a rule that was read cannot be split: ${JSON.stringify(problem)}`)
}

function nameOf(id: string, form: number): string {
  return `${id}-form-${form + 1}`
}

function writtenRecord(record: WrittenRule['record']): unknown {
  if (record.kind !== 'measure') return record
  const metric = record.metric
    .map((part) => (part.role === null ? part.text : `{${part.role}}`))
    .join('')
  return { ...record, metric }
}
