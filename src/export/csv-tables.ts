import type {
  ArticleRecord,
  ClaimRecord,
  FactRecord,
  MentionRecord,
  QuantityValue,
  QuarantineRecord,
  ReprintRecord,
  SentenceRecord,
  SourceRecord,
} from '../pipeline/records.js'
import type { ProvinceOf } from './provinces.js'

export type Cell = string | number | null | undefined

/** What a row may draw on besides its own record. */
export interface RowContext {
  readonly article: ArticleRecord
  /** The text of a sentence, by its id. */
  readonly sentence: (id: string) => string
  readonly provinceOf: ProvinceOf
}

type Column<T> = readonly [name: string, value: (record: T, context: RowContext) => Cell]

/** The columns of each table, in order: first what a reader looks for, then where it comes from. */
const ABOUT_ARTICLE = [
  ['title', (_record, { article }) => article.title],
  ['publisher', (_record, { article }) => article.publisher],
  ['published', (_record, { article }) => article.published],
  ['url', (_record, { article }) => article.url],
  ['path', (_record, { article }) => placeOf(article.source)],
] as const satisfies readonly Column<unknown>[]

/** What an amount comes to, of whatever record has one. */
const AMOUNT: readonly (readonly [
  string,
  (record: { readonly quantity?: QuantityValue | undefined }) => Cell,
])[] = [
  ['value', ({ quantity }) => quantity?.value],
  ['low', ({ quantity }) => quantity?.low],
  ['high', ({ quantity }) => quantity?.high],
  ['unit', ({ quantity }) => quantity?.unit],
  ['mod', ({ quantity }) => quantity?.mod],
]

const FACT: readonly Column<FactRecord>[] = [
  ['subject', ({ subject }) => subject.name],
  ['province', ({ subject }, { provinceOf }) => provinceOf(subject)],
  ['metric', ({ metric }) => metric?.text],
  ...AMOUNT,
  ['time', ({ time }) => time?.value],
  ['sentence', ({ sentence }, context) => context.sentence(sentence)],
  ...ABOUT_ARTICLE,
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['relation', ({ relation }) => relation],
  ['object', ({ object }) => object?.name],
  ['event', ({ event }) => event],
  ['modality', ({ modality }) => modality],
  ['speaker', ({ attribution }) => attribution?.speaker],
  ['rule', ({ rule }) => rule],
]

const MENTION: readonly Column<MentionRecord>[] = [
  ['kind', ({ kind }) => kind],
  ['text', ({ text }) => text],
  ['name', ({ entity }) => entity?.name],
  ['entity', ({ entity }) => entity?.id],
  ['value', ({ quantity, date }) => quantity?.value ?? date?.value],
  ['low', ({ quantity }) => quantity?.low],
  ['high', ({ quantity }) => quantity?.high],
  ['unit', ({ quantity }) => quantity?.unit],
  ['mod', ({ quantity, date }) => quantity?.mod ?? date?.mod],
  ['type', ({ date }) => date?.type],
  ['from', ({ date }) => date?.start],
  ['to', ({ date }) => date?.end],
  ['start', ({ spans }) => spans[0]?.start],
  ['end', ({ spans }) => spans.at(-1)?.end],
  ['sentence', ({ sentence }, context) => context.sentence(sentence)],
  ...ABOUT_ARTICLE,
  ['rule', ({ rule }) => rule],
  ['id', ({ id }) => id],
]

const SENTENCE: readonly Column<SentenceRecord>[] = [
  ['index', ({ index }) => index],
  ['text', ({ text }) => text],
  ['start', ({ spans }) => spans[0]?.start],
  ['end', ({ spans }) => spans.at(-1)?.end],
  ...ABOUT_ARTICLE,
  ['id', ({ id }) => id],
]

const ARTICLE: readonly Column<ArticleRecord>[] = [
  ['title', ({ title }) => title],
  ['published', ({ published }) => published],
  ['publisher', ({ publisher }) => publisher],
  ['author', ({ author }) => author],
  ['editor', ({ editor }) => editor],
  ['url', ({ url }) => url],
  ['script', ({ script }) => script],
  ['text', ({ text }) => text],
  ['flags', ({ flags }) => flags.join(' ')],
  ['duplicateOf', ({ duplicateOf }) => duplicateOf],
  ['similarity', ({ similarity }) => similarity],
  ['earlier', ({ earlier }) => earlier],
  ['path', ({ source }) => placeOf(source)],
  ['encoding', ({ source }) => source.encoding],
  ['bytes', ({ source }) => source.bytes],
  ['sha256', ({ source }) => source.sha256],
  ['id', ({ id }) => id],
]

const REPRINT: readonly Column<ReprintRecord>[] = [
  ['root', ({ root }) => root],
  ['similarity', ({ similarity }) => similarity],
  ['spun', ({ spun }) => spun],
  [
    'swaps',
    ({ swaps }) => swaps.map(({ from, to, count }) => `${from}→${to} ${count}`).join(' · '),
  ],
  [
    'conflicts',
    ({ conflicts }) => conflicts.map(({ text, other }) => `${other}→${text}`).join(' · '),
  ],
  ['collocations', ({ collocations }) => collocations.map(({ text }) => text).join(' · ')],
  ...ABOUT_ARTICLE,
  ['article', ({ article }) => article],
]

const CLAIM: readonly (readonly [string, (record: ClaimRecord) => Cell])[] = [
  ['kind', ({ kind }) => kind],
  ['subject', ({ subject }) => subject.name],
  ['metric', ({ metric }) => metric?.id ?? metric?.text],
  ['relation', ({ relation }) => relation],
  ['event', ({ event }) => event],
  ['object', ({ object }) => object?.name],
  ...AMOUNT,
  ['time', ({ time }) => time?.value],
  ['modality', ({ modality }) => modality],
  ['articles', ({ articles }) => articles],
  ['independent', ({ independent }) => independent],
  ['facts', ({ facts }) => facts.join(' ')],
  ['conflicts', ({ conflicts }) => conflicts.join(' ')],
  ['id', ({ id }) => id],
]

const QUARANTINE: readonly (readonly [string, (record: QuarantineRecord) => Cell])[] = [
  ['path', ({ source }) => placeOf(source)],
  ['stage', ({ stage }) => stage],
  ['code', ({ code }) => code],
  ['message', ({ message }) => message],
  ['sha256', ({ source }) => source.sha256],
]

/** The names of each table's columns. */
export const HEADERS = {
  article: ARTICLE.map(([name]) => name),
  sentence: SENTENCE.map(([name]) => name),
  mention: MENTION.map(([name]) => name),
  fact: FACT.map(([name]) => name),
  reprint: REPRINT.map(([name]) => name),
  claim: CLAIM.map(([name]) => name),
  quarantine: QUARANTINE.map(([name]) => name),
} as const

export function articleRow(record: ArticleRecord, context: RowContext): Cell[] {
  return ARTICLE.map(([, value]) => value(record, context))
}

export function sentenceRow(record: SentenceRecord, context: RowContext): Cell[] {
  return SENTENCE.map(([, value]) => value(record, context))
}

export function mentionRow(record: MentionRecord, context: RowContext): Cell[] {
  return MENTION.map(([, value]) => value(record, context))
}

export function factRow(record: FactRecord, context: RowContext): Cell[] {
  return FACT.map(([, value]) => value(record, context))
}

export function reprintRow(record: ReprintRecord, context: RowContext): Cell[] {
  return REPRINT.map(([, value]) => value(record, context))
}

export function claimRow(record: ClaimRecord): Cell[] {
  return CLAIM.map(([, value]) => value(record))
}

export function quarantineRow(record: QuarantineRecord): Cell[] {
  return QUARANTINE.map(([, value]) => value(record))
}

function placeOf({ path, item }: SourceRecord): string {
  return item === null ? path : `${path}#${item}`
}
