import { parsePublished } from '../../chinese/published.js'
import { endsLikePublisher, type Labels } from './labels.js'
import type { Labelled } from './labelled.js'
import { isPersonName, readByline, readNames } from './names.js'
import { readOutlet } from './outlet.js'
import type { PageLine } from './page-lines.js'
import type { Reading } from './reading.js'

/** What the labelled values `items` of a line say. */
export function readLabelled(
  line: PageLine,
  items: readonly Labelled[],
  labels: Labels,
): Reading[] {
  const readings: Reading[] = []
  for (const { field, label, value } of items) {
    const text = line.text.slice(value.start, value.end)
    const at = line.start + value.start
    const read = (found: Omit<Reading, 'basis'> | null): void => {
      if (found !== null) readings.push({ ...found, basis: 'stated' })
    }
    switch (field) {
      case 'published':
        // 发布时间 says more than 时间.
        read(readDate(text, at, label.length > 2 ? 4 : 3))
        break
      case 'updated':
        read(readDate(text, at, 1))
        break
      case 'date':
        read(readDate(text, at, 2))
        break
      case 'publisher':
        read(readPublisher(text, at, labels, 4))
        read(joinNames('author', readByline(text, at, labels), 2.8))
        read(readDate(text, at, 2))
        break
      case 'before-date':
      case 'after-date':
        // Behind an account that wrote the article itself stands where it is at home.
        if (field === 'after-date' && readings.some(({ trust }) => trust === OWN_WORK)) break
        read(readOutlet(text, at, labels))
        if (endsLikePublisher(text, labels)) read(readPublisher(text, at, labels, 2))
        else
          read(
            joinNames('author', readByline(text, at, labels), 3) ??
              readOriginal(text, at, labels) ??
              readAccount(text, at, labels),
          )
        break
      case 'author':
        read(readAuthor(text, at, labels, label))
        read(readDate(text, at, 2))
        break
      case 'editor':
        read(readDate(text, at, 2))
        read(joinNames('editor', readNames(text, at, labels, true), 4))
        break
      case 'url':
        read(readUrl(line, labels))
        break
      case 'other':
        break
    }
  }
  return readings
}

/**
 * The first address of a line that a label such as 网址 or 出处 announces, or that a colon does in a
 * notice about reprints.
 */
export function readUrl(
  { text, start, mark }: PageLine,
  labels: Labels,
): Omit<Reading, 'basis'> | null {
  const scheme = text.search(/https?:\/\//)
  if (scheme === -1) return null
  const before = text.slice(Math.max(0, scheme - LABEL_REACH), scheme)
  const isNotice = mark?.kind === 'disclaimer' && /[:：]\s?$/.test(before)
  const announced = isNotice || labels.addresses.some((label) => announces(before, label))
  const value = URL.exec(text.slice(scheme))?.[0]
  if (!announced || value === undefined) return null
  const at = start + scheme
  return { field: 'url', value, spans: [{ start: at, end: at + value.length }], trust: 3 }
}

function announces(before: string, label: string): boolean {
  return before.includes(`${label}:`) || before.includes(`${label}：`)
}

/** Names as one value, joined by 、; null if there are none. */
export function joinNames(
  field: 'author' | 'editor',
  names: readonly { readonly name: string; readonly start: number; readonly end: number }[],
  trust: number,
): Omit<Reading, 'basis'> | null {
  const distinct = names.filter(
    ({ name }, index) => names.findIndex((other) => other.name === name) === index,
  )
  if (distinct.length === 0) return null
  return {
    field,
    value: distinct.map(({ name }) => name).join('、'),
    spans: distinct.map(({ start, end }) => ({ start, end })),
    trust,
  }
}

export function readDate(text: string, at: number, trust: number): Omit<Reading, 'basis'> | null {
  const date = parsePublished(text)
  if (date === null) return null
  // Of two dates equally sure the one with a clock time says more.
  const surer = date.value.includes('T') ? trust + 0.5 : trust
  const span = { start: at + date.start, end: at + date.end }
  return { field: 'published', value: date.value, spans: [span], trust: surer }
}

/** Who a value names: persons, up to the outlet behind them; an outlet alone is the publisher. */
function readAuthor(
  text: string,
  at: number,
  labels: Labels,
  label: string,
): Omit<Reading, 'basis'> | null {
  const words = [...text.matchAll(WORD)]
  const outlet = words.findIndex(({ 0: word }) => endsLikePublisher(word, labels))
  if (outlet === 0) return readPublisher(text, at, labels, 1.5)
  const names = outlet < 0 ? text : text.slice(0, words[outlet]!.index)
  return joinNames('author', readNames(names, at, labels, label.length === 1), 4)
}

/** The publisher a value names: up to a date, a further label, or a gap of white space. */
export function readPublisher(
  text: string,
  at: number,
  labels: Labels,
  trust: number,
): Omit<Reading, 'basis'> | null {
  const date = parsePublished(text)
  const value = text.slice(0, date?.start ?? text.length)
  const words = [...value.matchAll(WORD)]
  const name = words.find(({ 0: word }) => !labels.fields.has(word) && /\p{L}/u.test(word))
  if (name === undefined || name[0].length > LONGEST_PUBLISHER) return null
  const start = at + name.index
  return {
    field: 'publisher',
    value: name[0],
    spans: [{ start, end: start + name[0].length }],
    trust,
  }
}

/**
 * What stands beside a date, or in an element made for it, without a label: the name of a person, else
 * that of the account or paper that published.
 */
export function readAccount(
  text: string,
  at: number,
  labels: Labels,
): Omit<Reading, 'basis'> | null {
  const [name = '', ...more] = text.split(ACCOUNT_END)
  const start = at + text.indexOf(name)
  const value = name.trim()
  const spans = [{ start, end: start + value.length }]
  if (more.length === 0 && isPersonName(value, labels))
    return { field: 'author', value, spans, trust: 1.6 }
  if (!ACCOUNT.test(value) || labels.fields.has(value)) return null
  return { field: 'publisher', value, spans, trust: 1.1 }
}

/** The account of `原创 小林 健康某地`, which stands last and wrote the article itself. */
function readOriginal(text: string, at: number, labels: Labels): Omit<Reading, 'basis'> | null {
  const [mark, ...words] = [...text.matchAll(WORD)]
  const account = words.at(-1)
  if (mark === undefined || account === undefined || !labels.ownWork.has(mark[0])) return null
  const start = at + account.index
  const spans = [{ start, end: start + account[0].length }]
  return { field: 'publisher', value: account[0], spans, trust: OWN_WORK }
}

const ACCOUNT = /^(?=.*\p{Script=Han})[\p{L}\p{N}·—\-]{3,12}$/u
/** What an account says of itself behind its name. */
const ACCOUNT_END = /官方|[，,\s|｜]/
/** More than a foot's 来源, which in an account's own article names where it has its facts from. */
const OWN_WORK = 4.5
const LABEL_REACH = 60
const LONGEST_PUBLISHER = 30
const URL = /^https?:\/\/[^\s，。；、“”"'<>()（）《》【】]{4,2000}/
const WORD = /[^\s|丨｜,，;；()（）【】[\]]+/g
