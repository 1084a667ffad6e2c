/** The encodings a document can have, by the names that records give and that iconv and Python know. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const

export type Encoding = (typeof ENCODINGS)[number]

/**
 * The encoding that a label stands for, as a page, an XML declaration or a detector writes it; null
 * where it is none of ours. GB 2312 and GBK are read as GB 18030, which contains both:
 * `encodingOf('GB2312') // 'gb18030'`
 */
export function encodingOf(label: string): Encoding | null {
  return LABELS.get(label.trim().toLowerCase().replaceAll('_', '-')) ?? null
}

const LABELS: ReadonlyMap<string, Encoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['unicode-1-1-utf-8', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gb-18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['cp936', 'gb18030'],
  ['ms936', 'gb18030'],
  ['windows-936', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['gb-2312', 'gb18030'],
  ['gb-2312-80', 'gb18030'],
  ['csgb2312', 'gb18030'],
  ['euc-cn', 'gb18030'],
  ['chinese', 'gb18030'],
  ['big5', 'big5'],
  ['big-5', 'big5'],
  ['big5-hkscs', 'big5'],
  ['cn-big5', 'big5'],
  ['csbig5', 'big5'],
  ['x-x-big5', 'big5'],
  ['cp950', 'big5'],
  ['windows-950', 'big5'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
])
