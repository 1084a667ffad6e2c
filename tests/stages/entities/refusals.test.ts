import { describe, expect, it } from 'vitest'
import { compileKinds } from '../../../src/stages/entities/kinds.js'
import { hospitalSetup } from './entity-setup.js'

const rules = hospitalSetup.rules[0]?.text ?? ''

/** The shipped rules with one piece of text replaced. */
function compileWith(text: string, by: string): () => unknown {
  expect(rules).toContain(text)
  const changed = [{ path: 'hospitals.yaml', text: rules.replace(text, () => by) }]
  return () => compileKinds({ ...hospitalSetup, rules: changed })
}

const TCM = "from: ['{rest}中医医院']"
const TCM_TO = "to: ['{rest}中医院']"

describe('rule files that cannot work are refused at the line that is wrong', () => {
  it.each([
    ['two {rest}', TCM, "from: ['{rest}医{rest}院']", /:\d+:\d+: .*divided between two {rest}/],
    [
      'choices upon choices',
      TCM,
      `from: ['{rest}${'(一|二)'.repeat(12)}']`,
      /:\d+:\d+: .*4096 names, at most 64/,
    ],
    ['endless parts', TCM, `from: ['{rest}${'{n}'.repeat(40)}']`, /:\d+:\d+: .*41 parts/],
    [
      'an id twice',
      'id: hospitals/tcm-long',
      'id: hospitals/tcm-short',
      /already taken on line \d+/,
    ],
    ['an ending of any numeral', "'{n}附院',", "'{n}附院', '{n}',", /the ending "{n}" is no word/],
    ['an unknown slot', "'{n}附院',", "'{m}附院',", /the ending "{m}附院" has a slot/],
    ['a slot that is never read', TCM_TO, "to: ['{owner}中医院']", /reads {owner}/],
    [
      'a form of a region without one',
      TCM_TO,
      `${TCM_TO}, scope: region`.replace(', ', '\n    '),
      /needs a {region}/,
    ],
    [
      'rules that chain without end',
      TCM_TO,
      `to: [${Array.from({ length: 300 }, (_, at) => `'{rest}${at}'`).join(', ')}]`,
      /the rules that chain make \d+ forms/,
    ],
    ['a control character in a word', "江南大学: ''", '江南大学: "江\\u0007大"', /holds U\+0007/],
    ['negative evidence', 'given: 10', 'given: -10', /evidence\.given: -10|given: -10/],
    [
      'YAML that never ends',
      'kind: hospital',
      'kind: *hospital',
      /hospitals\.yaml:\d+:\d+: .*alias/,
    ],
  ] as const)('%s', (_name, text, by, message) => {
    expect(compileWith(text, by)).toThrow(message)
  })
  it('two files for one kind', () => {
    const twice = [
      { path: 'one.yaml', text: rules },
      { path: 'two.yaml', text: rules },
    ]
    expect(() => compileKinds({ ...hospitalSetup, rules: twice })).toThrow(
      /two\.yaml:\d+:\d+: one\.yaml has the rules of the kind "hospital" already/,
    )
  })
})
