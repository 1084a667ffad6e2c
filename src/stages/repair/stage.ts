import { z } from 'zod'
import { OPENCC_LIBRARY } from '../../chinese/opencc.js'
import { CHARSET_LIBRARY } from '../../chinese/charsets.js'
import { PINYIN_LIBRARY } from '../../chinese/readings.js'
import type { AlignedText } from '../../core/aligned-text.js'
import { defineStage } from '../../core/stage.js'
import { compileByteSlip } from './byte-slip.js'
import { compileForms } from './forms.js'
import { compileInvisible } from './invisible.js'
import { compileLetterSpacing } from './letter-spacing.js'
import { compileMojibake } from './mojibake.js'
import { compilePinyin } from './pinyin.js'
import { compileReferences, REFERENCE_LIBRARY } from './references.js'
import type { Repairer } from './repairer.js'
import { compileSpace } from './space.js'
import { compileSwappedTables } from './swapped-tables.js'
import { compileWidth } from './width.js'
import { compileWordJudge } from './word-judge.js'

/** Takes out what crawlers and converters did to a page's words. Lines stay lines. */
export const repairStage = defineStage({
  name: 'repair',
  version: 3,
  requires: ['page'],
  provides: 'repaired',
  options: z.strictObject({
    pinyin: z
      .strictObject({
        evidence: z.int().min(1).default(3),
        convertibleShare: z.number().min(0).max(1).default(0.8),
      })
      .prefault({}),
    mojibake: z
      .strictObject({
        characters: z.int().min(1).default(2),
        soundness: z.number().min(0).max(1).default(0.6),
        gain: z.number().min(0).max(1).default(0.2),
        strict: z.int().min(1).default(4),
        evidence: z.int().min(1).default(6),
        margin: z.number().min(0).default(3),
      })
      .prefault({}),
    byteSlip: z
      .strictObject({
        margin: z.number().min(0).default(3),
        gain: z.number().min(0).default(6),
        soundness: z.number().min(0).max(1).default(0.6),
        characters: z.int().min(1).default(3),
        most: z.int().min(1).default(400),
      })
      .prefault({}),
    swappedTables: z
      .strictObject({
        characters: z.int().min(1).default(10),
        plausible: z.number().min(0).max(1).default(0.25),
        soundness: z.number().min(0).max(1).default(0.6),
      })
      .prefault({}),
    letterSpacing: z
      .strictObject({
        characters: z.int().min(2).default(4),
        soundness: z.number().min(0).max(1).default(0.95),
      })
      .prefault({}),
  }),
  libraries: [PINYIN_LIBRARY, OPENCC_LIBRARY, CHARSET_LIBRARY, REFERENCE_LIBRARY],
  services: ['segmenter'],
  prepare: ({ options, services }) => {
    const judge = compileWordJudge(services.segmenter)
    // References may hide anything. What was decoded wrongly is read again while it is whole:
    // invisible characters and odd spaces are bytes of it, and pinyin is evidence. Then invisible
    // characters go, which would part what the others look for; numbers are ASCII before spaces are
    // judged by them, and brackets are gone.
    const repairers: readonly Repairer[] = [
      compileReferences(),
      compileMojibake(judge, options.mojibake),
      compileSwappedTables(judge, options.swappedTables),
      compileByteSlip(judge, options.byteSlip),
      compileInvisible(),
      compileForms(),
      compileWidth(),
      compilePinyin(options.pinyin),
      compileLetterSpacing(judge, options.letterSpacing),
      compileSpace(),
    ]
    return ({ page }) =>
      repairers.reduce<AlignedText>(
        (text, repairer) => text.edit(repairer.propose(text.text)),
        page.text,
      )
  },
})
