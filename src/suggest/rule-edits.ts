import type { SourceFile } from '../core/source-file.js'
import { appendText } from '../dictionary/add-phrase.js'
import type { YamlPath } from '../dictionary/yaml.js'
import { parseFactRules, type WrittenRule } from '../rule/fact-rule.js'

/** A rule where it is written. */
export interface RuleInFile {
  readonly source: SourceFile
  /** Its number in the file, from 0. */
  readonly index: number
  readonly rule: WrittenRule
}

/** A change of one rule's text. */
export type RuleEdit =
  | { readonly kind: 'pattern'; readonly form: number; readonly pattern: string }
  | { readonly kind: 'drop-form'; readonly form: number }
  | { readonly kind: 'own-subject' }

/**
 * The text of a rule's file after an edit of the rule; all else of it stays, comments too. Null where
 * the rule is written in a way that leaves no place for it.
 */
export function editRule(
  { source: file, index }: Pick<RuleInFile, 'source' | 'index'>,
  edit: RuleEdit,
): string | null {
  const parsed = parseFactRules(file)
  const rule = parsed.value.rules[index]
  if (rule === undefined) return null
  const at = (...path: YamlPath): { start: number; end: number } | null =>
    parsed.spanOf(['rules', index, ...path])
  const patternAt = (form: number) =>
    typeof rule.pattern === 'string' ? at('pattern') : at('pattern', form)
  switch (edit.kind) {
    case 'pattern': {
      const span = patternAt(edit.form)
      return span === null ? null : splice(file.text, span, quoted(edit.pattern))
    }
    case 'drop-form': {
      const span = patternAt(edit.form)
      const isLine =
        Array.isArray(rule.pattern) && !parsed.isInBrackets(['rules', index, 'pattern'])
      return span === null || !isLine ? null : splice(file.text, linesOf(file.text, span), '')
    }
    case 'own-subject': {
      if (!rule.inherits) return null
      const written = at('inherits')
      if (written !== null) return splice(file.text, written, 'false')
      const start = at()?.start ?? 0
      const key = /^( *)matches:/m.exec(file.text.slice(start))
      if (key === null) return null
      const line = start + key.index
      const text = `${key[1] ?? ''}inherits: false\n`
      return splice(file.text, { start: line, end: line }, text)
    }
  }
}

/** The text of a rule's file with one sentence more that the rule must find nothing in. */
export function addReject(
  { source, index }: Pick<RuleInFile, 'source' | 'index'>,
  sentence: string,
): string {
  const parsed = parseFactRules(source)
  const count = parsed.value.rules[index]?.rejects.length ?? 0
  return appendText(parsed, ['rules', index, 'rejects'], { phrase: sentence, count })
}

/** YAML in single quotes, as patterns are written. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function linesOf(text: string, { start, end }: { start: number; end: number }) {
  const next = text.indexOf('\n', end - 1)
  return { start: text.lastIndexOf('\n', start) + 1, end: next < 0 ? text.length : next + 1 }
}

function splice(text: string, { start, end }: { start: number; end: number }, put: string): string {
  return text.slice(0, start) + put + text.slice(end)
}
