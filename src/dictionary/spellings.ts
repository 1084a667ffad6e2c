/** How some write words inside names, with the rule that says so. */
export interface SpellingRule {
  readonly id: string
  /** The words with what stands in their place. */
  readonly words: Readonly<Record<string, string>>
}

/** `name` with every word replaced that `rule` spells otherwise; null if it holds none of them. */
export function respell(name: string, { words }: SpellingRule): string | null {
  let spelled = name
  for (const [word, other] of Object.entries(words)) spelled = spelled.replaceAll(word, other)
  return spelled === name ? null : spelled
}
