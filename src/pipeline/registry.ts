import type { Stage } from '../core/stage.js'
import { articleStage } from '../stages/article/stage.js'
import { cleanStage } from '../stages/clean/stage.js'
import { datesStage } from '../stages/dates/stage.js'
import { decodeStage } from '../stages/decode/stage.js'
import { entitiesStage } from '../stages/entities/stage.js'
import { factsStage } from '../stages/facts/stage.js'
import { markupStage } from '../stages/markup/stage.js'
import { numbersStage } from '../stages/quantities/numbers-stage.js'
import { quantitiesStage } from '../stages/quantities/stage.js'
import { repairStage } from '../stages/repair/stage.js'
import { segmentStage } from '../stages/segment/stage.js'
import { simplifyStage } from '../stages/simplify/stage.js'

/** Every stage a pipeline can name. To add a stage, add it here. */
export const STAGES: readonly Stage[] = [
  decodeStage,
  markupStage,
  repairStage,
  simplifyStage,
  articleStage,
  cleanStage,
  segmentStage,
  entitiesStage,
  quantitiesStage,
  datesStage,
  factsStage,
  numbersStage,
]
