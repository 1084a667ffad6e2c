import type { PipelineNames } from '../core/stage.js'

/** What a person can say of a region, by the name under which Label Studio stores it. */
interface Field {
  readonly name: string
  /** What may be chosen; without it, text is written. */
  readonly choices?: readonly string[]
}

/** The labelling interface of Label Studio for a pipeline's records: mentions, facts, their roles. */
export function labelStudioConfig({ entities, relations, events }: PipelineNames): string {
  const labels = [...entities, 'quantity', 'date', ...FACTS]
  const groups: readonly (readonly [string, readonly Field[]])[] = [
    ...entities.map((kind) => [kind, [{ name: `${kind}-canonical` }]] as const),
    ['quantity', [...amountFields('quantity'), { name: 'quantity-mod', choices: MODS }]],
    [
      'date',
      [
        { name: 'date-type', choices: ['DATE', 'TIME', 'DURATION', 'SET'] },
        { name: 'date-value' },
        { name: 'date-mod', choices: ['START', 'END', 'MID', 'APPROX', 'BEFORE', 'AFTER'] },
      ],
    ],
    [
      'measure',
      [
        { name: 'measure-subject' },
        { name: 'measure-metric' },
        ...amountFields('measure'),
        { name: 'measure-mod', choices: MODS },
        { name: 'measure-time' },
      ],
    ],
    [
      'relation',
      [
        { name: 'relation-subject' },
        { name: 'relation-relation', choices: relations },
        { name: 'relation-object' },
        { name: 'relation-time' },
      ],
    ],
    [
      'event',
      [{ name: 'event-subject' }, { name: 'event-event', choices: events }, { name: 'event-time' }],
    ],
  ]
  return [
    '<View>',
    '  <Relations>',
    ...ROLES.map((role) => `    <Relation value="${role}"/>`),
    '  </Relations>',
    '  <Labels name="label" toName="text" choice="single">',
    ...labels.map((label) => `    <Label value="${label}"/>`),
    '  </Labels>',
    ...ARTICLE.map(
      (name) =>
        `  <Header value="${name}"/>\n  <TextArea name="${name}" toName="text" maxSubmissions="1"/>`,
    ),
    '  <Text name="text" value="$text" granularity="symbol"/>',
    ...groups.map(([label, fields]) => groupOf(label, fields)),
    '</View>',
    '',
  ].join('\n')
}

const FACTS = ['measure', 'relation', 'event'] as const
const ROLES = ['subject', 'object', 'quantity', 'time'] as const
const ARTICLE = ['title', 'published', 'source', 'author'] as const
const MODS = ['exact', 'approx', 'at-least', 'at-most', 'rank']

function amountFields(of: string): readonly Field[] {
  return ['value', 'low', 'high', 'unit'].map((name) => ({ name: `${of}-${name}` }))
}

/** The fields of one label, shown while a region of it is selected. */
function groupOf(label: string, fields: readonly Field[]): string {
  const lines = fields.map(({ name, choices }) => {
    const head = `    <Header value="${name}"/>`
    if (choices === undefined)
      return `${head}\n    <TextArea name="${name}" toName="text" perRegion="true" maxSubmissions="1"/>`
    const items = choices.map((choice) => `      <Choice value="${choice}"/>`)
    return [
      head,
      `    <Choices name="${name}" toName="text" perRegion="true" choice="single">`,
      ...items,
      '    </Choices>',
    ].join('\n')
  })
  return [
    `  <View visibleWhen="region-selected" whenTagName="label" whenLabelValue="${label}">`,
    ...lines,
    '  </View>',
  ].join('\n')
}
