import type { Edit } from '../../core/edit.js'

/**
 * One kind of fault and its repair. The repairers of a pipeline work one after the other, each on
 * the text that the one before it left, in the order of `stage.ts`.
 */
export interface Repairer {
  /** Edits in text order that change nothing but the fault, and never a line break. */
  propose(text: string): readonly Edit[]
}
