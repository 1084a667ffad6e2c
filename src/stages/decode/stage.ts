import { defineStage } from '../../core/stage.js'
import { DECODER_LIBRARY } from './decode-bytes.js'
import { decodeDocument } from './decode-document.js'
import { DETECTOR_LIBRARY } from './detect.js'
import { decodeOptions } from './options.js'

/** Bytes to one string, the frame of every offset that leaves the program. */
export const decodeStage = defineStage({
  name: 'decode',
  version: 1,
  requires: ['bytes'],
  provides: 'decoded',
  options: decodeOptions,
  libraries: [DECODER_LIBRARY, DETECTOR_LIBRARY],
  prepare:
    ({ options }) =>
    ({ bytes }) =>
      decodeDocument(bytes, options),
})
