import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { decodeStage } from '../../../src/stages/decode/stage.js'
import { markupStage } from '../../../src/stages/markup/stage.js'

it.each(['chardet', 'htmlparser2'])('the version of %s that a stage names is installed', (name) => {
  const manifest: unknown = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
  const { version } = z.object({ version: z.string() }).parse(manifest)
  const named = [...(decodeStage.libraries ?? []), ...(markupStage.libraries ?? [])]
  expect(named).toContain(`${name}@${version}`)
})
