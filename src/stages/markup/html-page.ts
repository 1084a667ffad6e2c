import { AlignedText } from '../../core/aligned-text.js'
import type { Page } from '../../core/layers.js'
import { HtmlReader, type Reading } from './html-reader.js'
import { compileMembers } from './json-ld.js'
import type { MarkupOptions } from './options.js'
import { scanHtml } from './scan-html.js'
import { countProse, findScriptBody, type ScriptBody } from './script-body.js'
import { compileTimes } from './script-times.js'
import { unpackStrings } from './unpack-scripts.js'

/** A function that reads HTML documents, each in one pass, however deep its nesting. */
export function compileHtmlReader(options: MarkupOptions): (source: string) => Page {
  const { hiddenShare, scriptBody } = options
  const reading: Reading = {
    metaNames: new Set(options.metaNames.map((name) => name.toLowerCase())),
    members: compileMembers(options.jsonLdNames),
    times: compileTimes(options.scriptTimeNames),
    dropsHidden: true,
  }
  const limits = { leastProse: scriptBody.leastProse, names: keyNames(scriptBody.keys) }
  const readOnce = (text: AlignedText): HtmlReader => {
    const reader = read(text.text, reading)
    const { hiddenLength, shownLength } = reader
    // A page that is mostly hidden waits for a script to show it: then nothing of it is dropped.
    const waits = hiddenLength > hiddenShare * (hiddenLength + shownLength)
    return waits ? read(text.text, { ...reading, dropsHidden: false }) : reader
  }
  return (source) => {
    let text = AlignedText.of(source)
    let reader = readOnce(text)
    let page = toPage(text, reader)
    for (let depth = 0; depth < DEEPEST_SCRIPT; depth++) {
      const body = findScriptBody(text.text, reader.scripts, limits)
      if (body === null || isShown(page, body)) return page
      text = unpackStrings(text, body)
      reader = readOnce(text)
      page = toPage(text, reader)
    }
    return page
  }
}

function read(source: string, reading: Reading): HtmlReader {
  const reader = new HtmlReader(source, reading)
  scanHtml(source, ATTRIBUTES, reader)
  reader.finish()
  return reader
}

function keyNames(keys: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    Object.entries(keys).flatMap(([name, words]) =>
      words.map((word) => [word.toLowerCase(), `script:${name}`] as const),
    ),
  )
}

/** True where the page itself has as many sentences, or these very words. */
function isShown({ text: { text }, blocks }: Page, body: ScriptBody): boolean {
  const samples = body.strings.flatMap(({ value }) => samplesOf(value))
  const shown = samples.filter((sample) => text.includes(sample)).length
  if (samples.length > 0 && shown * 2 >= samples.length) return true
  let prose = 0
  for (const [index, line] of text.split('\n').entries())
    if ((blocks[index]?.linkLength ?? 0) * 2 < line.length) prose += countProse(line)
  return prose >= body.prose
}

/** A few words from the later part of a string, where a page that shows only its beginning ends. */
function samplesOf(value: string): string[] {
  const runs = value.match(HANZI_RUN) ?? []
  return runs.slice(Math.floor(runs.length / 2)).slice(0, SAMPLES)
}

/** The attributes that say something of an element's place, or hold a value. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'aria-hidden class content datetime hidden href id itemprop name property rel style type'.split(
    ' ',
  ),
)

/** Scripts hold scripts in strings, and those hold the article in a string. */
const DEEPEST_SCRIPT = 4
const SAMPLES = 5
const HANZI_RUN = /[\u4e00-\u9fff]{6,16}/g

function toPage(text: AlignedText, { edits, blocks }: HtmlReader): Page {
  const empty = { tag: 'body', path: '', name: null, length: 0, linkLength: 0 }
  return { format: 'html', text: text.edit(edits), blocks: blocks.length === 0 ? [empty] : blocks }
}
