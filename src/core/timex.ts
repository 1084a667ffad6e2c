export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'
export const TIMEX_MODS = ['START', 'MID', 'END', 'APPROX', 'BEFORE', 'AFTER'] as const
export type TimexMod = (typeof TIMEX_MODS)[number]

/** A temporal expression's value: TIMEX3 of ISO-TimeML (ISO 24617-1), with the interval it stands for. */
export interface Timex {
  readonly type: TimexType
  /** `2022-12-28`, `2024-03`, `P3M`, `PRESENT_REF`; `XXXX-12-28` where the year is unknown. */
  readonly value: string
  readonly mod: TimexMod | null
  /** Half-open `[start, end)`, to the day or, where a clock time is given, to the second; null if open. */
  readonly start: string | null
  readonly end: string | null
  /** What the value was resolved against: the publication date, or an earlier mention. */
  readonly anchor: TimexAnchor | null
}

export interface TimexAnchor {
  readonly value: string
  /** The index, among the document's date mentions in text order, of the mention it is; null for the publication date. */
  readonly mention: number | null
}
