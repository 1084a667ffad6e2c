import type { ConfigProblem } from '../../core/errors.js'
import { nameProblem } from '../../dictionary/name-text.js'
import type { YamlPath } from '../../dictionary/yaml.js'
import type { EntityRuleFile } from './rules.js'

/** What is wrong with a rule file beyond its shape: repeated ids, words that stand for nothing. */
export function ruleProblems(file: EntityRuleFile): readonly ConfigProblem[] {
  return [...repeatedIds(file), ...badEndings(file), ...badWords(file), ...badEvidence(file)]
}

function repeatedIds(file: EntityRuleFile): ConfigProblem[] {
  const lines = new Map<string, number>()
  return ruleIds(file).flatMap(([path, id]) => {
    const first = lines.get(id)
    if (first === undefined) {
      lines.set(id, file.locate(path).line)
      return []
    }
    const message = `the id "${id}" is already taken on line ${first}.`
    return [file.problem(path, 'rule-duplicate-id', message, id)]
  })
}

const SECTIONS = [
  'suffixes',
  'shortForms',
  'spellings',
  'expansions',
  'introductions',
  'exclusions',
] as const
const SINGLE = ['relative', 'coordination', 'plaques'] as const

function ruleIds({ value }: EntityRuleFile): (readonly [YamlPath, string])[] {
  return [
    ...SECTIONS.flatMap((section) =>
      value[section].map(({ id }, index) => [[section, index, 'id'], id] as const),
    ),
    ...SINGLE.flatMap((section) => {
      const rule = value[section]
      return rule === undefined ? [] : [[[section, 'id'], rule.id] as const]
    }),
  ]
}

/** An ending of nothing but a numeral would make a name of every figure. */
function badEndings(file: EntityRuleFile): ConfigProblem[] {
  return file.value.suffixes.flatMap(({ id, endings }, index) =>
    endings.flatMap((ending) => {
      const [before = '', after = '', ...more] = ending.split(NUMERAL_SLOT)
      const words = before + after
      const why =
        more.length > 0
          ? `has more than one ${NUMERAL_SLOT}`
          : /[{}]/.test(words)
            ? `has a slot that is not ${NUMERAL_SLOT}`
            : words === ''
              ? 'is no word'
              : null
      if (why === null) return []
      const message = `the ending "${ending}" ${why}.`
      return [file.problem(['suffixes', index, 'endings'], 'ending-invalid', message, id)]
    }),
  )
}

const NUMERAL_SLOT = '{n}'

/** Words hold no characters that no text shows. */
function badWords(file: EntityRuleFile): ConfigProblem[] {
  const { words, owners } = file.value
  const lists = Object.entries(words).flatMap(([key, list]) =>
    typeof list === 'string' ? [] : list.map((word) => [['words', key], word] as const),
  )
  const bodies = Object.entries(owners).flatMap(([owner, short]) =>
    [owner, ...short].map((word) => [['owners', owner], word] as const),
  )
  return [...lists, ...bodies].flatMap(([path, word]) => {
    const why = word.length === 1 ? null : nameProblem(word)
    if (why === null) return []
    return [file.problem(path, 'word-invalid', `the word ${JSON.stringify(word)} ${why}.`)]
  })
}

function badEvidence(file: EntityRuleFile): ConfigProblem[] {
  return Object.entries(file.value.relative.evidence).flatMap(([sign, weight]) =>
    weight >= 0
      ? []
      : [
          file.problem(
            ['relative', 'evidence', sign],
            'evidence-invalid',
            `${sign}: ${weight} speaks against a place; give 0 or more.`,
          ),
        ],
  )
}
