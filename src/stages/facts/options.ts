import { z } from 'zod'

const words = z.array(z.string().min(1)).default([])

/** How facts get the roles that their sentence does not spell out; all words are the pipeline's. */
export const factOptions = z.strictObject({
  /** Where several rules claim one quantity or one pair, which has it. */
  overlap: z.enum(['priority', 'longest', 'first']).default('priority'),
  subject: z
    .strictObject({
      /** Stand for the institution spoken of, wherever they stand: 该院, 我院. */
      pronouns: words,
      /** Do so only at the start of a clause: 医院. */
      roleNouns: words,
      /** Right before a name, they make it something else than a subject: 与, 向, 聘请. */
      objectMarkers: words,
      /** Right before a name or role noun, a clause still starts there: 其中, 目前. */
      leadIns: words,
      /** Right after a place, they make it a part of another name: 卫生健康委, 日报. */
      notAfterRegion: words,
      /** Stand for the article's own place, by level: province 我省, prefecture 我市. */
      deictics: z
        .partialRecord(z.enum(['country', 'province', 'prefecture', 'county']), words)
        .default({}),
      /** How often an institution must be named to be what the article is about. */
      focusMentions: z.number().int().min(1).default(2),
    })
    .prefault({}),
  modality: z
    .strictObject({
      planned: words,
      negated: words,
      hypothetical: words,
      /** Longer words that hold one of those but mean something else: 将近, 未来. */
      except: words,
    })
    .prefault({}),
})

export type FactOptions = z.infer<typeof factOptions>
