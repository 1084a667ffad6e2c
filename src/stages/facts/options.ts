import { z } from 'zod'

const words = z.array(z.string().min(1)).default([])

/** How facts get the roles that their sentence does not spell out; all words are the pipeline's. */
export const factOptions = z.strictObject({
  /** Where several rules claim one quantity or one pair, which has it. */
  overlap: z.enum(['priority', 'longest', 'first']).default('priority'),
  subject: z
    .strictObject({
      /** Stand for the institution spoken of, wherever they stand: 我院, 我们. */
      pronouns: words,
      /** Stand for the institution named last: 该院, 这家医院, 其. */
      demonstratives: words,
      /** Longer words that hold one of those but point at nothing: 其中, 尤其. */
      notPointers: words,
      /** Do so only at the start of a clause: 医院. */
      roleNouns: words,
      /** Right before a name, they make it something else than a subject: 与, 向, 聘请. */
      objectMarkers: words,
      /** The same, unless a clause opens with them: 在…医院支持下, but 在…医院项目点,. */
      locatives: words,
      /** Right before a name or role noun, a clause still starts there: 其中, 目前. */
      leadIns: words,
      /** Right after a place, they make it a part of another name: 大学, 籍. */
      notAfterRegion: words,
      /** A few characters after a place, they make it a part of a body's name: 局, 委, 日报. */
      bodyEndings: words,
      /** Stand for the article's own place, by level: province 我省, prefecture 我市. */
      deictics: z
        .partialRecord(z.enum(['country', 'province', 'prefecture', 'county']), words)
        .default({}),
      /** How often an institution must be named to be what the article is about. */
      focusMentions: z.number().int().min(1).default(2),
    })
    .prefault({}),
  time: z
    .strictObject({
      /** Right before a date, they make it what is compared with: 较, 比. */
      comparisons: words,
    })
    .prefault({}),
  metric: z
    .strictObject({
      /** Fall away at the start of a metric's words: 累计, 开展. */
      leading: words,
      /** Are no metric: 全省, 现场. */
      never: words,
    })
    .prefault({}),
  modality: z
    .strictObject({
      planned: words,
      /** Hold for the rest of the sentence: 按照规划. */
      plannedOnward: words,
      negated: words,
      hypothetical: words,
      /** Longer words that hold one of those but mean something else: 将近, 未来. */
      except: words,
    })
    .prefault({}),
})

export type FactOptions = z.infer<typeof factOptions>
