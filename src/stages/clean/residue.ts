/**
 * Whether a text holds what is left where characters were decoded wrongly for good: U+FFFD, what
 * that becomes when its bytes are read as GBK (锟斤拷), and memory never written to (烫烫烫, 屯屯屯).
 * Nothing can restore them.
 */
export function hasUndecodable(text: string): boolean {
  return RESIDUE.test(text)
}

const RESIDUE = /\ufffd|锟斤拷|斤拷锟|烫烫烫|屯屯屯/
