import type { AlignedText } from '../../core/aligned-text.js'
import { type Edit, replaceSpan } from '../../core/edit.js'
import type { Span } from '../../core/span.js'
import { ORIGINS } from './origins.js'
import type { BodyString, ScriptBody, ScriptMember, StringForm } from './script-body.js'
import { escapesIn } from './string-escapes.js'

/**
 * The page with the strings of `body` set free: their escapes are what they stand for, and tags stand
 * around them as if the page's script had written them. The rest of the script stays one.
 */
export function unpackStrings(page: AlignedText, { strings, members }: ScriptBody): AlignedText {
  const { text } = page
  const edits = [
    ...strings.flatMap((string) => editsOf(text, string)),
    ...members.flatMap((member) => metaEdits(text, member)),
  ].sort((a, b) => a.start - b.start)
  const freed = page.edit(edits)
  const entities = strings.some(({ form }) => form === 'entities')
  return entities ? freed.edit(entityEdits(freed.text)) : freed
}

function editsOf(text: string, string: BodyString): Edit[] {
  const { start, end, form } = string
  const [before, behind] = WRAPPERS[form]
  const inside = escapesIn(text.slice(start, end), start).map((escape) => {
    const isBreak = form === 'plain' && escape.characters === '\n'
    return replace(escape.start, escape.end, isBreak ? '<br>' : escape.characters)
  })
  return inQuotes(string, before, inside, behind)
}

/** A value of metadata becomes a meta element, as which it is read. */
function metaEdits(text: string, { name, string }: ScriptMember): Edit[] {
  const { start, end } = string
  const inside = escapesIn(text.slice(start, end), start).map((escape) =>
    replace(escape.start, escape.end, escape.characters.replaceAll('"', '&quot;')),
  )
  return inQuotes(string, `</script><meta name="${name}" content="`, inside, '"><script>')
}

/** The quotes around a string give way to tags. */
function inQuotes({ start, end }: Span, before: string, inside: Edit[], behind: string): Edit[] {
  return [replace(start - 1, start, before), ...inside, replace(end, end + 1, behind)]
}

/** Decodes the entities for the signs of HTML once, between the marks of their wrapper. */
function entityEdits(text: string): Edit[] {
  const edits: Edit[] = []
  const [before, behind] = WRAPPERS.entities
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const found = text.indexOf(behind, at)
    const end = found < 0 ? text.length : found
    for (const match of text.slice(at, end).matchAll(SIGN_ENTITY)) {
      const span: Span = { start: at + match.index, end: at + match.index + match[0].length }
      const sign = SIGNS.get((match[1] ?? '').toLowerCase()) ?? '&'
      edits.push(replaceSpan(span, sign, ORIGINS.scriptString))
    }
  }
  return edits
}

function replace(start: number, end: number, characters: string): Edit {
  return replaceSpan({ start, end }, characters, ORIGINS.scriptString)
}

const OPEN = '</script><div class="script-text">'
const CLOSE = '</div><script>'

const WRAPPERS: Readonly<Record<StringForm, readonly [string, string]>> = {
  plain: [`${OPEN}<p>`, `</p>${CLOSE}`],
  html: [OPEN, CLOSE],
  entities: ['</script><div class="script-text entities">', CLOSE],
  script: ['</script><script>', '</script><script>'],
}

const SIGN_ENTITY = /&(lt|gt|quot|amp|apos|#60|#62|#34|#38|#39|#x3c|#x3e|#x22|#x26|#x27);/gi
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...['lt', '#60', '#x3c'].map((name) => [name, '<'] as const),
  ...['gt', '#62', '#x3e'].map((name) => [name, '>'] as const),
  ...['quot', '#34', '#x22'].map((name) => [name, '"'] as const),
  ...['apos', '#39', '#x27'].map((name) => [name, "'"] as const),
])
