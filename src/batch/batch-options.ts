import type { Pipeline } from '../pipeline/pipeline.js'
import type { Store } from '../store/store.js'
import type { TouchReport } from '../store/touched-documents.js'
import type { InputList } from './inputs.js'
import type { Progress } from './summary.js'

/** What a run is given, and how it is to go about it. */
export interface BatchOptions {
  readonly store: Store
  readonly pipeline: Pipeline
  readonly inputs: InputList
  /** The pipeline of the last run, where it is still loaded: what changed is told sooner then. */
  readonly former?: Pipeline | undefined
  /** Computes everything anew, whatever was made before. */
  readonly full?: boolean | undefined
  /** Sources that are not among the inputs lose their records. */
  readonly prune?: boolean | undefined
  /** Reads every input file, whatever its size and times say. */
  readonly rehash?: boolean | undefined
  /**
   * Sees the run as if it were finished, before anything is committed; false undoes it. All is written
   * in one transaction then, so that a run that is killed leaves nothing for the next.
   */
  readonly review?: ((run: number) => boolean) | undefined
  /** Lets in again what was forgotten on request; refused otherwise. */
  readonly readmit?: boolean | undefined
  /** Called once it is known what the change of the pipeline touches. */
  readonly onTouched?: ((report: TouchReport) => void) | undefined
  /** Called after each input. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Stops the run after the document at hand; what is finished stays for the next run. */
  readonly signal?: AbortSignal | undefined
}
