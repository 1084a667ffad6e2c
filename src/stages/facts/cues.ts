import { z } from 'zod'
import { ConfigError } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml } from '../../dictionary/yaml.js'

/** Words separated by white space, as they stand in the file. */
const words = z
  .string()
  .default('')
  .transform((text): readonly string[] => text.split(/\s+/).filter((word) => word !== ''))

/** The form of a file of cue words. */
export const cuesSchema = z.strictObject({
  subject: z
    .strictObject({
      /** Stand for the institution spoken of, wherever they stand: 我院, 我们. */
      pronouns: words,
      /** Those by which an institution speaks of itself where it tells the article: 我院. */
      narrators: words,
      /** Stand for whom the clause before speaks of: 它. */
      personals: words,
      /** Stand for the institution spoken of last, never one of its own clause: 该院, 这家医院. */
      demonstratives: words,
      /** Stand for the institution named last in an earlier clause of the sentence: 其. */
      anaphors: words,
      /** Stand for the first and the second of two named before: 前者, 后者. */
      formers: words,
      latters: words,
      /** Longer words that hold one of those but point at nothing: 其中, 尤其. */
      notPointers: words,
      /** Do so only at the start of a clause: 医院. */
      roleNouns: words,
      /** What the institution is designated as: 国家区域医疗中心; stands for it at a clause's start or behind 的. */
      designations: words,
      /** Right after a designation, they make it a part of something else: 建设项目. */
      notAfterDesignation: words,
      /** A publisher whose name ends so is an institution that speaks of itself as 我院. */
      publishers: words,
      /** Two or more institutions at once, of whom each alone nothing is said: 两院. */
      several: words,
      /** Ends of names: one that could not be told hides who was spoken of before. */
      strangers: words,
      /** Likewise, but for one that opens a clause: 孝丰分院, but not 分院. */
      branches: words,
      /** Bodies that are no institutions: behind one, the article's own topic is not understood. */
      authorities: words,
      /** Behind a body named by its place, they tell that it reports of that place: 云林县卫生局统计. */
      reporting: words,
      /** A few characters behind a name, they make it a part of its branch's. */
      branchEndings: words,
      /** In the clause behind a name, they tell that it sends people elsewhere, or runs another. */
      senders: words,
      /** Before one of those words, they tell that others send people to it: 由…派驻. */
      receivers: words,
      /** Right behind a place, they make it a subject although an institution is named before. */
      predicates: words,
      /** Right before a name, they make it who does something: 由甲医院派驻. */
      agents: words,
      /** Where they open what is counted, it is said of who sends people, not of who is helped: 派驻. */
      sending: words,
      /** Right before a name, they make it something else than a subject: 与, 向, 聘请. */
      objectMarkers: words,
      /** Before a name and what it does, they make it who does that: 帮助乙医院开展. */
      pivots: words,
      /** As objectMarkers, unless a clause opens with them: 在…医院支持下, but 在…医院项目点,. */
      locatives: words,
      /** Opening a clause without a name behind, they tell that the one who is helped does what follows: 协助建成. */
      helping: words,
      /** Behind one of the senders, they tell that it is the one that is helped: 在甲医院帮扶下. */
      helpedEndings: words,
      /** Right before a name, they make it the second of a pair: 甲与乙. */
      comitatives: words,
      /** Right behind 甲和乙, they tell that the two do something alike, not with each other: 分别, 均. */
      jointly: words,
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
    })
    .prefault({}),
  time: z
    .strictObject({
      /** Right before a date, they make it what is compared with: 较, 比. */
      comparisons: words,
      /** Right behind a stretch of time, or at its head, they make it one that has just passed: 三年来, 近五年. */
      elapsed: words,
      lately: words,
      /** Right behind a stretch of time, they make it none that has passed: 两年的, 三年内. */
      notPassed: words,
      /** Right before it, likewise: 为期两年. */
      lasting: words,
      /** Right before a date with 的 behind it, they make it the first of two: 由2018年的…降至. */
      starts: words,
      /** At the end of a date's clause, they let it reach on: 托管以来, 启用后. */
      onward: words,
      /** What happens once: in a date's clause, they make it the date of that: 创建于, 揭牌. */
      events: words,
      /** From here on another time is spoken of: 如今. */
      cuts: words,
    })
    .prefault({}),
  metric: z
    .strictObject({
      /** Fall away at the start of a metric's words: 累计, 开展. */
      leading: words,
      /** Fall away with all that stands before them: 完成. */
      cut: words,
      /** Fall away wherever they stand in them: 同比. */
      within: words,
      /** Fall away at the end of them: 内, 已. */
      trailing: words,
      /** Are no metric: 全省, 现场. */
      never: words,
      /** At their head they make them a metric of a place: 全州, 县域. */
      placeWords: words,
      /** Are a metric of a place only: 医院, 人口. */
      ofPlaces: words,
    })
    .prefault({}),
  story: z
    .strictObject({
      /** Units of an age: in a part of a sentence that tells one, the numbers are a patient's. */
      ageUnits: words,
      /** Right behind an age, they make it one of a group: 以上, 老年人. */
      groups: words,
      /** Tell of one person: 女士, 该患者. */
      persons: words,
      /** In the clause of an amount, they tell of an occasion: 参会, 表彰. */
      occasions: words,
      /** They tell of people who came, from where is not told: 来了, 到院. */
      arrivals: words,
      /** Units of money: of an amount in one of them … */
      moneyUnits: words,
      /** … these words right before tell that someone pays it: 押金 … */
      prices: words,
      /** … unless these say that it is what is paid on average: 次均. */
      averages: words,
    })
    .prefault({}),
  partners: z
    .strictObject({
      /** The relations by which institutions are partners, by who helps whom. */
      subjectHelps: words,
      objectHelps: words,
      eitherHelps: words,
      /** The relation between two names of one institution. */
      sameAs: words,
      /** Stand for the one that helps the institution spoken of: 帮扶医院. */
      helpers: words,
      /** Stand for the one that the institution spoken of helps: 项目医院. */
      helped: words,
    })
    .prefault({}),
  speaker: z
    .strictObject({
      /** What people are: 院长, 主任; a name follows, or what they said. */
      roles: words,
      /** Of those the ones that head the institution the article is about, where none is named. */
      heads: words,
      /** Those that belong to no institution, even where one is named before: 患者, 市民. */
      lay: words,
      /** Those that speak without a name: 负责人. */
      unnamed: words,
      /** How the names of bodies end: 委员会, 局. */
      bodies: words,
      /** Right before a role or a body's name, they are no part of it: 据, 记者从. */
      leadIns: words,
      /** Stand for the person named last: 他, 她. */
      pronouns: words,
      /** What can follow a person's name, so that it is known where it ends: 说, 在, 告诉. */
      follows: words,
    })
    .prefault({}),
  modality: z
    .strictObject({
      planned: words,
      /** Hold for the rest of the sentence: 按照规划. */
      plannedOnward: words,
      /** Behind a plan, they tell that what follows is so already. */
      soFar: words,
      negated: words,
      hypothetical: words,
      /** Longer words that hold one of those but mean something else: 将近, 未来. */
      except: words,
      /** Those that are mere nouns before punctuation and 的: 发展计划,. */
      nouns: words,
      /** Those that are 把 where a noun follows: 将门诊量提高到. */
      disposals: words,
      /** Nouns to the segmenter, but verbs or words that tell how: 将选派, 将重点建设. */
      notNouns: words,
    })
    .prefault({}),
})

/** The words by which a fact gets the roles that its pattern does not name. */
export type Cues = z.infer<typeof cuesSchema>

/**
 * Reads the dictionaries of cue words: those of the language and those of the domain, one list.
 * @throws {ConfigError} with every problem of the files, or if there are none
 */
export function loadCues(files: readonly SourceFile[]): Cues {
  const [first, ...others] = files.map((file) => parseYaml(file, cuesSchema).value)
  if (first !== undefined) return others.reduce(joinCues, first)
  const message = 'the facts stage needs a dictionary of cues.'
  throw new ConfigError([
    { code: 'dictionary-missing', file: 'pipeline', line: null, column: null, message },
  ])
}

function joinCues(a: Cues, b: Cues): Cues {
  const { deictics, ...lists } = a.subject
  const { deictics: others, ...otherLists } = b.subject
  return {
    subject: {
      ...joinLists(lists, otherLists),
      deictics: joinLists({ ...NO_DEICTICS, ...deictics }, { ...NO_DEICTICS, ...others }),
    },
    time: joinLists(a.time, b.time),
    metric: joinLists(a.metric, b.metric),
    story: joinLists(a.story, b.story),
    partners: joinLists(a.partners, b.partners),
    speaker: joinLists(a.speaker, b.speaker),
    modality: joinLists(a.modality, b.modality),
  }
}

const NO_DEICTICS = { country: [], province: [], prefecture: [], county: [] }

type WordLists<K extends string> = Readonly<Record<K, readonly string[]>>

function joinLists<K extends string>(
  a: WordLists<K>,
  b: WordLists<K>,
): Record<K, readonly string[]> {
  const joined: Record<K, readonly string[]> = { ...a }
  for (const name in a) joined[name] = [...a[name], ...b[name]]
  return joined
}
