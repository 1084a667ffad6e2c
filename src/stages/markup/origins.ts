import type { DropKind, Origin } from '../../core/edit.js'

/** Why a stretch of source has no part in the page's text, or stands there as something else. */
export const ORIGINS = {
  tag: origin('tag'),
  comment: origin('comment'),
  script: origin('script'),
  style: origin('style'),
  /** Elements that the page hides. */
  hidden: origin('hidden'),
  /** Buttons, selections and input fields. */
  control: origin('control'),
  /** Frames, drawings, players, and what stands in for them. */
  embedded: origin('embedded'),
  /** Readings set above characters. */
  ruby: origin('ruby'),
  entity: origin('entity'),
  space: origin('space'),
  lineBreak: origin('line-break'),
  /** Strings of a script that hold the article, set free of their quotes and escapes. */
  scriptString: origin('script-string'),
} as const

/** The reasons to drop source. */
export type DropRule = Exclude<keyof typeof ORIGINS, 'entity' | 'lineBreak' | 'scriptString'>

export function kindOf(rule: DropRule): DropKind {
  return rule === 'space' ? 'space' : 'markup'
}

function origin(rule: string): Origin {
  return { stage: 'markup', rule: `markup/${rule}`, entry: null }
}
