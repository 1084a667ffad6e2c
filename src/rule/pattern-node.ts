/** A pattern as read. What each form means is told in docs/rules.md. */
export type PatternNode =
  | { readonly type: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly type: 'alternatives'; readonly options: readonly PatternNode[] }
  | { readonly type: 'optional'; readonly item: PatternNode }
  | { readonly type: 'literal'; readonly text: string }
  | { readonly type: 'gap'; readonly reach: 'clause' | 'sentence' }
  | { readonly type: 'anchor'; readonly at: 'start' | 'end' }
  | { readonly type: 'ahead'; readonly item: PatternNode }
  | AbsentWords
  | { readonly type: 'word'; readonly tags: readonly string[]; readonly many: boolean }
  | MentionSlot
  | { readonly type: 'words'; readonly role: string; readonly item: PatternNode }

/** Words that must not stand here: right before the match where the node opens it, else right behind. */
export interface AbsentWords {
  readonly type: 'absent'
  readonly words: readonly string[]
}

/** A place for a mention: `{subject: hospital}`, `{quantity: 人|名}`, `{object: hospital+}`. */
export interface MentionSlot {
  readonly type: 'mention'
  readonly role: string
  readonly kind: string
  /** Several in a row, joined by 、 和 及 与. */
  readonly many: boolean
  /** For a quantity the units it may have; null for any. */
  readonly units: readonly string[] | null
  /** True where `units` are those it must not have. */
  readonly except: boolean
}

/** The nodes directly inside a node, in order. */
export function childrenOf(node: PatternNode): readonly PatternNode[] {
  switch (node.type) {
    case 'sequence':
      return node.items
    case 'alternatives':
      return node.options
    case 'optional':
    case 'ahead':
    case 'words':
      return [node.item]
    default:
      return []
  }
}

/** Every role that a match of the pattern can fill. */
export function rolesIn(node: PatternNode): ReadonlySet<string> {
  const own = node.type === 'mention' || node.type === 'words' ? [node.role] : []
  return new Set([...own, ...childrenOf(node).flatMap((child) => [...rolesIn(child)])])
}
