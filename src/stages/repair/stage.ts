import { z } from 'zod'
import { OPENCC_LIBRARY } from '../../chinese/opencc.js'
import { PINYIN_LIBRARY } from '../../chinese/readings.js'
import type { AlignedText } from '../../core/aligned-text.js'
import { defineStage } from '../../core/stage.js'
import { compileInvisible } from './invisible.js'
import { compilePinyin } from './pinyin.js'
import type { Repairer } from './repairer.js'
import { compileSpace } from './space.js'
import { compileWidth } from './width.js'

/** Takes out what crawlers and converters did to a page's words. Lines stay lines. */
export const repairStage = defineStage({
  name: 'repair',
  version: 1,
  requires: ['page'],
  provides: 'repaired',
  options: z.strictObject({
    pinyin: z
      .strictObject({
        evidence: z.int().min(1).default(3),
        convertibleShare: z.number().min(0).max(1).default(0.8),
      })
      .prefault({}),
  }),
  libraries: [PINYIN_LIBRARY, OPENCC_LIBRARY],
  prepare: ({ options }) => {
    // Invisible characters would part what the others look for; numbers are ASCII before spaces
    // are judged by them, and brackets are gone.
    const repairers: readonly Repairer[] = [
      compileInvisible(),
      compileWidth(),
      compilePinyin(options.pinyin),
      compileSpace(),
    ]
    return ({ page }) =>
      repairers.reduce<AlignedText>(
        (text, repairer) => text.edit(repairer.propose(text.text)),
        page.text,
      )
  },
})
