import { CONVERSION_TABLES, readCompatibilityForms } from '../../chinese/opencc.js'
import { buildScriptClasses } from '../../chinese/scripts.js'
import type { AlignedText } from '../../core/aligned-text.js'
import type { Origin } from '../../core/edit.js'
import type { Simplified } from '../../core/layers.js'
import type { Span } from '../../core/span.js'
import { compileChooser } from './choose-table.js'
import { type ConversionEntry, selectWords } from './conversion-words.js'
import { addWords, type CompiledTable, compileTable } from './convert.js'
import { detectScripts, type ScriptLimits } from './detect-scripts.js'
import { collectEdits, startDraft } from './draft.js'
import { type ProtectedName, protectNames } from './protected-names.js'
import { compileRewriter } from './rewrite.js'

/** What simplifying depends on besides OpenCC's dictionaries. */
export interface SimplifierSetup {
  readonly limits: ScriptLimits
  readonly conversions: readonly ConversionEntry[]
  readonly names: readonly ProtectedName[]
}

/** Prepares the conversion of pages; the function is pure and never changes the number of lines. */
export function compileSimplifier(setup: SimplifierSetup): (text: AlignedText) => Simplified {
  const classes = buildScriptClasses()
  let kept: Conversion | null = null
  const unify = compileUnifier()
  const detect = (text: string) => detectScripts(text, classes, setup.limits)
  return (repaired) => {
    const found = detect(repaired.text)
    if (found.traditional.length === 0) return { text: repaired, scripts: found.scripts }
    const unified = unify(repaired, found.traditional)
    const { scripts, traditional } = unified === repaired ? found : detect(unified.text)
    // Most pages are simplified: OpenCC's tables are compiled for the first that is not.
    const { chooseTable, converters } = (kept ??= compileConversion(setup))
    const converter = converters.get(chooseTable(unified.text, traditional))!
    const draft = startDraft(unified.text)
    for (const { start, end } of traditional) converter.convert(draft, start, end)
    return { text: unified.edit(collectEdits(draft, traditional, converter.origin)), scripts }
  }
}

interface Conversion {
  readonly chooseTable: ReturnType<typeof compileChooser>
  readonly converters: ReadonlyMap<string, CompiledTable>
}

function compileConversion({ conversions, names }: SimplifierSetup): Conversion {
  const words = new Map(CONVERSION_TABLES.map((name) => [name, selectWords(conversions, name)]))
  const tables = CONVERSION_TABLES.map(compileTable)
  const corrected = tables.map((table) => addWords(table, words.get(table.name)!))
  const spoilt = protectNames(names, corrected)
  const converters = new Map(
    tables.map((table) => [table.name, addWords(table, [...words.get(table.name)!, ...spoilt])]),
  )
  return { chooseTable: compileChooser([...words.values()].flat()), converters }
}

type Unify = (text: AlignedText, spans: readonly Span[]) => AlignedText

/** Puts the real characters in the place of compatibility ideographs, which few texts hold. */
function compileUnifier(): Unify {
  const origin: Origin = { stage: 'simplify', rule: 'simplify/compatibility', entry: null }
  const rewriter = compileRewriter(readCompatibilityForms(), origin)
  return (text, spans) => {
    if (!spans.some((span) => mayChange(text.text, span, rewriter.match))) return text
    const draft = startDraft(text.text)
    for (const { start, end } of spans) rewriter.rewrite(draft, start, end)
    return text.edit(collectEdits(draft, spans, origin))
  }
}

function mayChange(
  text: string,
  { start, end }: Span,
  match: { mayBegin(unit: number): boolean },
): boolean {
  for (let at = start; at < end; at++) if (match.mayBegin(text.charCodeAt(at))) return true
  return false
}
