import { DROP_KINDS, type Edit, type Origin } from '../core/edit.js'
import { fromJson } from './json.js'

/**
 * Packs the passes of edits that made a body, for `why`. Most edits are small, near each other and
 * of one origin, so that numbers in seven-bit groups take some four bytes an edit, and a general
 * compressor on top would cost more time than everything else the store does with a document.
 *
 * Layout: length of the header, header (JSON: origins, and all replacements joined), then for each
 * pass its number of edits, and for each edit the gap since the last one, the length replaced, the
 * length of the replacement, and origin and kind as one number.
 */
export function packScript(script: readonly (readonly Edit[])[]): Uint8Array {
  const origins: Origin[] = []
  const numbers = new Map<Origin, number>()
  let last: { readonly origin: Origin; readonly number: number } | null = null
  const numberOf = (origin: Origin): number => {
    if (last?.origin === origin) return last.number
    const number = numbers.get(origin) ?? origins.push(origin) - 1
    numbers.set(origin, number)
    last = { origin, number }
    return number
  }
  const body = new NumberWriter(script.reduce((sum, edits) => sum + 1 + 4 * edits.length, 0))
  const replacements: string[] = []
  for (const edits of script) {
    body.push(edits.length)
    let position = 0
    for (const { start, end, replacement, kind, origin } of edits) {
      body.push(start - position)
      body.push(end - start)
      body.push(replacement.length)
      body.push(numberOf(origin) * KINDS + (kind === null ? 0 : DROP_KINDS.indexOf(kind) + 1))
      replacements.push(replacement)
      position = end
    }
  }
  const json: Header = { origins, passes: script.length, replacements: replacements.join('') }
  const header = Buffer.from(JSON.stringify(json))
  const length = new NumberWriter(1)
  length.push(header.length)
  return Buffer.concat([length.written(), header, body.written()])
}

/** The reverse of `packScript`. */
export function unpackScript(content: Uint8Array): readonly (readonly Edit[])[] {
  const numbers = new NumberReader(content)
  const headerLength = numbers.next()
  const { origins, passes, replacements } = fromJson<Header>(numbers.nextText(headerLength))
  let used = 0
  return Array.from({ length: passes }, () => {
    let position = 0
    return Array.from({ length: numbers.next() }, (): Edit => {
      const start = position + numbers.next()
      const end = start + numbers.next()
      const replacement = replacements.slice(used, (used += numbers.next()))
      const code = numbers.next()
      position = end
      const kind = DROP_KINDS[(code % KINDS) - 1] ?? null
      const origin = origins[Math.floor(code / KINDS)] ?? UNKNOWN
      return { start, end, replacement, kind, origin }
    })
  })
}

interface Header {
  readonly origins: readonly Origin[]
  readonly passes: number
  readonly replacements: string
}

/** Room for the kinds of drops and for none, with some to spare: the number is part of the format. */
const KINDS = 32

const UNKNOWN: Origin = { stage: 'unknown', rule: null, entry: null }

/** Writes numbers from 0 in groups of seven bits, the lowest first, all but the last marked. */
class NumberWriter {
  private readonly bytes: Uint8Array
  private at = 0

  /** Room for `count` numbers below 2 ** 35. */
  constructor(count: number) {
    this.bytes = new Uint8Array(5 * count)
  }

  push(value: number): void {
    let rest = value
    while (rest > 127) {
      this.bytes[this.at++] = (rest & 127) | 128
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.at++] = rest
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.at)
  }
}

class NumberReader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++] ?? 0
      value += (byte % 128) * scale
      if (byte < 128) return value
    }
  }

  nextText(length: number): string {
    const text = Buffer.from(this.bytes.subarray(this.at, this.at + length)).toString()
    this.at += length
    return text
  }
}
