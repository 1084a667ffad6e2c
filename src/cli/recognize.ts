import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { z } from 'zod'
import { UsageError } from '../core/errors.js'
import type { LayerName } from '../core/layers.js'
import { loadPipeline } from '../pipeline/load.js'
import { type LineInput, recogniseLine } from '../pipeline/recognise.js'
import { defineCommand, PIPELINE_OPTION } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { parseList } from './parse-list.js'
import { keepKinds } from './recognized-kinds.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface RecognizeOptions extends CommonOptions {
  readonly pipeline?: string
  readonly published?: string
  readonly region?: string
  readonly kinds?: string
  readonly jsonl?: boolean
}

export function addRecognizeCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'recognize',
    summary: 'find mentions and facts in lines of standard input, without a store',
    example:
      'echo 去年市一院接诊近2000例 | yuanju recognize --published 2025-01-22 --region 合肥市',
    exampleDoes: 'one JSON object a line: {"text", "mentions", "facts"}',
  })
    .option(...PIPELINE_OPTION)
    .option('--published <date>', 'the day that 去年 or 本月 count from, YYYY-MM-DD')
    .option('--region <name>', 'the place that 省 and 市 stand for in names')
    .option(
      '--kinds <kinds>',
      'comma-separated: entity kinds, quantity, date, fact (default: these), number',
    )
    .option('--jsonl', 'each line is an object {"text", "published", "region"}')
    .action(async (options: RecognizeOptions) => {
      const terminal = openTerminal(options)
      const published = parsePublished(options.published ?? null, '--published')
      const pipeline = loadPipeline(options.pipeline)
      const usual = [...pipeline.names.entities, 'quantity', 'date', 'fact']
      const kinds = parseList(options.kinds ?? usual.join(), [...usual, 'number'], '--kinds')
      const onRequest: readonly LayerName[] = kinds.includes('number') ? ['numbers'] : []
      const given = { published, region: options.region ?? null }
      let number = 0
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        number++
        const input =
          options.jsonl === true ? parseObject(line, number, given) : { ...given, text: line }
        if (input !== null)
          terminal.out(JSON.stringify(keepKinds(recogniseLine(pipeline, input, onRequest), kinds)))
      }
    })
}

const lineObject = z.object({
  text: z.string(),
  published: z.string().nullable().optional(),
  region: z.string().nullable().optional(),
})

/** An empty line is passed over; what an object leaves out is as the options say. */
function parseObject(
  line: string,
  number: number,
  given: Pick<LineInput, 'published' | 'region'>,
): LineInput | null {
  if (line.trim() === '') return null
  const where = `standard input, line ${number}`
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (error) {
    throw new UsageError('line-not-json', `${where}: not valid JSON.`, { cause: error })
  }
  const parsed = lineObject.safeParse(json)
  if (!parsed.success)
    throw new UsageError(
      'line-not-object',
      `${where}: expected {"text": "…", "published": "YYYY-MM-DD", "region": "…"}.`,
    )
  const { text, published, region } = parsed.data
  return {
    text,
    published: published === undefined ? given.published : parsePublished(published, where),
    region: region === undefined ? given.region : region,
  }
}

function parsePublished(published: string | null, where: string): string | null {
  if (published === null || DATE.test(published)) return published
  const message = `${where}: "${published}" is not a date. Expected YYYY-MM-DD, a time may follow as THH:MM:SS.`
  throw new UsageError('date-invalid', message)
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d(:\d\d)?)?$/
