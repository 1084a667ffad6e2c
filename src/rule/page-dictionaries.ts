import { loadPhraseLists, type PhraseList } from '../dictionary/phrase-lists.js'
import type { SourceFile } from '../core/source-file.js'
import { FIXED_ROLES } from './fixed-lines.js'
import { NOTICE_ROLES } from './notices.js'

/** The parts that the phrases of the spam dictionary play. */
export const SPAM_ROLES = [
  'seed',
  'hint',
  'before',
  'house',
  'behind',
  'advert',
  'contact',
  'topic',
  'crime',
  'verb',
  'matter',
  'title',
  'plain',
] as const

export type SpamRole = (typeof SPAM_ROLES)[number]

/** What the lines of a page are known by, in the order of the files. */
export interface PageDictionaries {
  readonly boilerplate: readonly PhraseList[]
  readonly spam: readonly PhraseList[]
}

/**
 * The dictionaries that tell what of a page is not an article's, from a stage's files by name.
 * @throws {ConfigError} with every problem of the first dictionary that has any
 */
export function loadPageDictionaries(
  dictionaries: Readonly<Record<string, readonly SourceFile[]>>,
): PageDictionaries {
  return {
    boilerplate: loadPhraseLists(dictionaries['boilerplate'] ?? [], BOILERPLATE_ROLES),
    spam: loadPhraseLists(dictionaries['spam'] ?? [], SPAM_ROLES),
  }
}

const BOILERPLATE_ROLES = [...FIXED_ROLES, ...NOTICE_ROLES]
