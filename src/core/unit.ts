/**
 * What a unit's literals are looked for in. `body`: the article's title, publisher and cleaned text;
 * `page`: the page as keys (`chinese/page-key.ts`) before anything is dropped; `traditional`: the
 * same, but only of pages with traditional characters.
 */
export type Frame = 'body' | 'page' | 'traditional'

/**
 * A part of a stage's rules or dictionaries that can change by itself: a rule, an entry, a word of a
 * list. Between two states of a pipeline that differ in some units only, a document's result can
 * differ only if its text holds a literal of one of them, of the former or of the latter state.
 */
export interface Unit {
  /** Readable, unique within its stage: `measure/staff-sent`, `cues/subject.pronouns/我院`. */
  readonly id: string
  readonly file: string
  /** From 1; null where it stands in no one line. */
  readonly line: number | null
  /** Equal for units that mean the same: a hash without comments, order of keys and examples. */
  readonly meaning: string
  /**
   * One of them stands in every text that the unit can touch; null if it can touch any. Of one that is
   * several words with `TOGETHER` between them all stand in one line of it, in whatever order.
   */
  readonly literals: readonly string[] | null
  readonly frame: Frame
}

/** Stands between the words of a literal that are looked for together; no text holds it. */
export const TOGETHER = '\u0001'

/** A stage's rules and dictionaries as units, in the order in which they are tried. */
export interface StageUnits {
  readonly units: readonly Unit[]
  /** What no unit covers, as values that compare by their JSON; a change touches every document. */
  readonly rest: unknown
}
