import type { Span } from '../../core/span.js'
import type { Labels } from './labels.js'

/** A name as it stands in a text. */
export interface FoundName extends Span {
  readonly name: string
}

/**
 * The names of a value such as `罗笑`, `本报记者 张三、李四` or `记者张三 通讯员李四`. A value that says
 * "author" may name an account; then `strict` is false and what is no person's name counts too.
 * `offset` is where `value` starts.
 */
export function readNames(
  value: string,
  offset: number,
  labels: Labels,
  strict: boolean,
): FoundName[] {
  const tokens = tokensOf(value, labels)
  const persons = namesOfTokens(tokens, offset, labels, true)
  if (strict) return persons
  if (LISTED.test(value)) return namesOfTokens(tokens, offset, labels, false)
  return persons.length > 0 ? persons : namesOfTokens(tokens, offset, labels, false).slice(0, 1)
}

/**
 * The names of a line that is nothing but a byline: `贵州日报天眼新闻记者 胡家林`, `记者张三 通讯员李四`,
 * `张三 报道`.
 * Empty where the line says anything else.
 */
export function readByline(line: string, offset: number, labels: Labels): FoundName[] {
  if (line.length > LONGEST_BYLINE) return []
  const role = firstRole(line, labels)
  if (SENTENCE.test(line) || PICTURE.test(line)) return []
  if (role === null) return readSigned(line, offset, labels)
  if (!OUTLET.test(line.slice(0, role.start))) return []
  const from = role.end
  const names: FoundName[] = []
  for (const token of tokensOf(line.slice(from), labels)) {
    if (names.length > 0 && isPlace(token, labels)) continue
    if (names.length > 0 && labels.fields.has(token.word) && !labels.bylines.includes(token.word))
      break
    const found = namesOfTokens([token], offset + from, labels, true)
    names.push(...found)
    const known = isAroundNames(token.word, labels) || lengthOfRole(token.word, labels) > 0
    if (found.length === 0 && !known) return []
  }
  return names
}

/** The names before a word that closes a byline; none where another word stands among them. */
function readSigned(line: string, offset: number, labels: Labels): FoundName[] {
  const tokens = tokensOf(line, labels)
  const last = tokens.pop()
  if (last === undefined || tokens.length === 0 || !isSignature(last.word, labels)) return []
  const [first] = tokens
  if (labels.publisherEndings.some((ending) => first?.word.endsWith(ending) === true))
    tokens.shift()
  const arePersons = tokens.every(
    ({ word }) => isPersonName(word, labels) && !labels.longPlaces.includes(word),
  )
  return arePersons ? namesOfTokens(tokens, offset, labels, true) : []
}

/** 报道, and 台北报导 with the place it was sent from. */
function isSignature(word: string, labels: Labels): boolean {
  if (labels.signatures.has(word)) return true
  for (const role of labels.signatures) if (role.length > 1 && isFrom(word, role)) return true
  return false
}

/** True for a role with a place of up to four characters before it. */
function isFrom(word: string, role: string): boolean {
  return word.length <= role.length + 4 && word.endsWith(role)
}

/** A word between the signs that part names, without the space inside a name of two characters. */
interface Token extends Span {
  readonly word: string
  /** A slash parts it from the word before. */
  readonly isBehindSlash: boolean
}

/** The words of a value; `李 景`, spaced so as to be as wide as a name of three, is one. */
function tokensOf(value: string, labels: Labels): Token[] {
  const tokens: Token[] = []
  for (const match of value.matchAll(TOKEN)) {
    const [word] = match
    const start = match.index
    const isBehindSlash = SLASH.test(value.charAt(start - 1))
    const token = { word, start, end: start + word.length, isBehindSlash }
    const last = tokens[tokens.length - 1]
    const isPair = last !== undefined && HAN_CHARACTER.test(token.word) && isFirstHalf(last, labels)
    if (isPair && /^\s{1,4}$/.test(value.slice(last.end, token.start)))
      tokens[tokens.length - 1] = { ...last, word: last.word + token.word, end: token.end }
    else tokens.push(token)
  }
  return tokens
}

/** One character, alone or behind a role: 李, 记者李. */
function isFirstHalf({ word }: Token, labels: Labels): boolean {
  return HAN_CHARACTER.test(word.length === 1 ? word : word.slice(lengthOfRole(word, labels)))
}

function namesOfTokens(
  tokens: readonly Token[],
  offset: number,
  labels: Labels,
  strict: boolean,
): FoundName[] {
  const names: FoundName[] = []
  for (const token of tokens) {
    const { word, start, end } = token
    if (names.length > 0 && isPlace(token, labels)) continue
    if (names.length > 0 && labels.fields.has(word) && !labels.bylines.includes(word)) break
    const skipped = lengthOfRole(word, labels)
    const rest = withoutTrailingRole(withoutDateline(word.slice(skipped), labels), labels)
    if (rest === '' || labels.aroundNames.has(rest) || labels.fields.has(rest)) continue
    // A name and a figure of the next column may run together: 张三3条.
    const [person = rest] = /^\p{Script=Han}{2,4}(?=\d)/u.exec(rest) ?? []
    const name = isPersonName(person, labels) ? person : strict ? null : accountOf(rest, labels)
    if (name === null) continue
    // A name that is spaced takes up more than its characters.
    const spaced = end - start - word.length
    const from = offset + start + skipped
    names.push({ name, start: from, end: from + name.length + spaced })
  }
  return names
}

/** The first role in a line, of several at one place the longest; null without one. */
function firstRole(line: string, labels: Labels): Span | null {
  let first: Span | null = null
  for (const label of labels.bylines) {
    const start = line.indexOf(label)
    if (start >= 0 && (first === null || start < first.start))
      first = { start, end: start + label.length }
  }
  return first
}

/** 报道, and 台北报导 with the place it was sent from. */
function isAroundNames(word: string, labels: Labels): boolean {
  if (labels.aroundNames.has(word)) return true
  for (const role of labels.aroundNames) if (role.length > 1 && isFrom(word, role)) return true
  return false
}

/** Where a reporter wrote from, behind the name: 记者张三／高雄报导. */
function isPlace({ word, isBehindSlash }: Token, labels: Labels): boolean {
  return isBehindSlash && isAroundNames(word, labels)
}

/** True for two to four characters that begin with a surname, and for a name with a dot in it. */
export function isPersonName(word: string, labels: Labels): boolean {
  if (DOTTED_NAME.test(word)) return true
  if (!HAN_NAME.test(word)) return isOtherName(word, labels)
  if (labels.surnames.has(word.charAt(0)) || labels.surnames.has(word.slice(0, 2))) return true
  return isOtherName(word, labels)
}

/** A name without a surname, made of parts that such names are made of: 次仁央宗. */
function isOtherName(word: string, labels: Labels): boolean {
  if (!OTHER_NAME.test(word)) return false
  return labels.nameParts.some((part) => word.startsWith(part) || word.endsWith(part))
}

/** How much of a token is a role or an outlet with a role: 4 of `本报记者张三`. */
function lengthOfRole(token: string, labels: Labels): number {
  for (const label of labels.bylines) {
    const at = token.lastIndexOf(label)
    if (at >= 0) return at + label.length
  }
  return 0
}

/** The name before the place and day it was sent from, as agencies run them together. */
function withoutDateline(word: string, labels: Labels): string {
  const match = SENT_FROM.exec(word)
  if (match === null) return word
  const [, names = ''] = match
  const place = labels.longPlaces.find((long) => names.endsWith(long))?.length ?? PLACE_LENGTH
  return names.length > place + 1 ? names.slice(0, -place) : word
}

/** A role of one character (文, 图) may be part of a name, so only longer ones are taken off. */
function withoutTrailingRole(word: string, labels: Labels): string {
  for (const role of labels.aroundNames)
    if (role.length > 1 && word.length > role.length + 1 && word.endsWith(role))
      return word.slice(0, -role.length)
  return word
}

function accountOf(word: string, labels: Labels): string | null {
  if (labels.officeEndings.some((ending) => word.endsWith(ending))) return null
  return word.length <= LONGEST_ACCOUNT && /\p{L}/u.test(word) ? word : null
}

/** `曾以宁台北12日电` */
const SENT_FROM = /^(\p{Script=Han}{4,8})(?:\d{1,2}月)?\d{1,2}日(?:专)?(?:电|讯)$/u
const PLACE_LENGTH = 2
const LONGEST_BYLINE = 60
const LONGEST_ACCOUNT = 20
const SENTENCE = /[。！？!?；;“”]/
/** Names in a row, and nothing said of them. */
const LISTED = /^[^（(]*、[^（(]*$/
/** Who took or gave a picture is not who wrote. */
const PICTURE = /(?:摄|供图|提供|制图)$/
/** What may stand before the role: nothing, or the name of a paper. */
const OUTLET = /^[\p{L}\p{N}·\s（(【〔[《》/／∕|｜□■◎●]{0,24}$/u
const TOKEN = /[^\s、,，/／∕|｜丨;；&＆:：()（）【】〔〕[\]<>《》]+/g
const SLASH = /[/／∕]/
const HAN_CHARACTER = /^\p{Script=Han}$/u
const HAN_NAME = /^\p{Script=Han}{2,4}$/u
const OTHER_NAME = /^\p{Script=Han}{3,7}$/u
const DOTTED_NAME = /^\p{Script=Han}{1,8}[·•]\p{Script=Han}{1,10}$/u
