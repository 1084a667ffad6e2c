import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nodejieba from 'nodejieba'

import { loadPipeline } from '../../src/pipeline/load.js'
import { recogniseLayers } from '../../src/pipeline/recognise.js'
import { runRecognizers } from './recognizers.js'

export interface Speed {
  readonly what: string
  /** Characters a second, the median of the rounds; CPU time, so that a busy machine counts for nothing. */
  readonly rate: number
}

const ROUNDS = 20
/** Rounds before the first that counts: code that has just started is not compiled yet. */
const WARM_UP = 8
const CHARACTERS_A_ROUND = 200_000
/** The peer is slow, and slower on long texts: some of the same prose, a sentence at a time. */
const CHARACTERS_FOR_PEER = 3000

/** Our quantities and dates, nodejieba.cut and Recognizers on the same prose, rounds in turn. */
export function measureSpeed(folder: string): Speed[] {
  const pipeline = loadPipeline()
  const prose = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const layers = prose.map((text) =>
    recogniseLayers(pipeline, { text, published: '2024-06-01', region: null }),
  )
  const stages = pipeline.stages.filter(({ name }) => name === 'quantities' || name === 'dates')
  const texts = layers.map(({ body }) => body.text.text)
  const characters = texts.reduce((total, text) => total + text.length, 0)
  const passes = Math.ceil(CHARACTERS_A_ROUND / characters)
  const short = texts.join('\n').slice(0, CHARACTERS_FOR_PEER)
  const subjects: Subject[] = [
    ...stages.map((stage) => ({
      what: `our ${stage.name}`,
      characters: characters * passes,
      run: () => {
        repeat(passes, layers, (one) => stage.run(one))
      },
    })),
    {
      what: 'our quantities and dates',
      characters: characters * passes,
      run: () => {
        repeat(passes, layers, (one) => {
          for (const stage of stages) stage.run(one)
        })
      },
    },
    {
      what: 'nodejieba.cut',
      characters: characters * passes,
      run: () => {
        repeat(passes, texts, (text) => nodejieba.cut(text))
      },
    },
    {
      what: 'recognizers-text-suite, all models',
      characters: short.length,
      run: () => {
        for (const sentence of short.split(/(?<=[。\n])/)) runRecognizers(sentence)
      },
    },
  ]
  return measure(subjects)
}

interface Subject {
  readonly what: string
  readonly characters: number
  readonly run: () => void
}

function measure(subjects: readonly Subject[]): Speed[] {
  const rates = subjects.map((): number[] => [])
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const [index, { characters, run }] of subjects.entries()) {
      // The peer is slow; three rounds of it tell enough.
      if ((round < 0 || round >= 3) && characters <= CHARACTERS_FOR_PEER) continue
      const start = cpuTime()
      run()
      if (round >= 0) rates[index]?.push((characters / (cpuTime() - start)) * 1e6)
    }
  return subjects.map(({ what }, index) => ({ what, rate: median(rates[index] ?? []) }))
}

function repeat<T>(passes: number, items: readonly T[], run: (item: T) => unknown): void {
  for (let pass = 0; pass < passes; pass++) for (const item of items) run(item)
}

/** Microseconds of CPU that the process has used so far. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
