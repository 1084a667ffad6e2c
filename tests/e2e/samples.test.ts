import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { listInputs } from '../../src/batch/inputs.js'
import { runBatch } from '../../src/batch/execute.js'
import { decodeSource } from '../../src/store/decode-source.js'
import { type ProvableArticle, proveAlignment } from '../../src/export/prove-alignment.js'
import { RECORD_KINDS, streamRecords } from '../../src/export/record-stream.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import type { FactRecord, MentionRecord, SentenceRecord } from '../../src/pipeline/records.js'
import { useStore } from '../../src/store/store.js'
import { ROOT } from './yuanju.js'

interface Proof {
  readonly path: string
  readonly failures: readonly unknown[]
}

/** Every page below `folder`, proved from what an export says of it and from its bytes. */
async function prove(folder: string): Promise<Proof[]> {
  return useStore(':memory:', { create: true }, async (store) => {
    const inputs = listInputs([folder])
    await runBatch({ store, pipeline: loadPipeline(), inputs })
    const reader = store.read(store.runs.latest() ?? expect.fail('no run has finished'))
    const bytes = new Map(
      [...reader.sources()].map(({ document, source }) => [source.sha256, store.bytes(document)]),
    )
    const records = streamRecords(reader, {
      kinds: RECORD_KINDS,
      quotes: false,
      allOffsets: false,
      bytes: (document) => store.bytes(document),
    })
    const proofs: Proof[] = []
    let open: (Mutable & Pick<ProvableArticle, 'article'>) | null = null
    const close = (): void => {
      if (open === null) return
      const { path, sha256, encoding } = open.article.source
      const source = decodeSource(bytes.get(sha256) ?? new Uint8Array(), encoding ?? '')
      proofs.push({ path, failures: proveAlignment(source, open) })
    }
    for (const record of records) {
      if (record.record === 'article') {
        close()
        open = { article: record, sentences: [], mentions: [], facts: [] }
      } else if (record.record === 'sentence') open?.sentences.push(record)
      else if (record.record === 'mention') open?.mentions.push(record)
      else if (record.record === 'fact') open?.facts.push(record)
    }
    close()
    return proofs
  })
}

interface Mutable {
  readonly sentences: SentenceRecord[]
  readonly mentions: MentionRecord[]
  readonly facts: FactRecord[]
}

for (const folder of ['seeds', 'fixtures'].filter((name) => existsSync(join(ROOT, name))))
  describe(`every page of ${folder}/`, () => {
    let proofs: readonly Proof[] = []
    beforeAll(async () => {
      proofs = await prove(join(ROOT, folder))
    }, 120_000)

    it('says in its records what its bytes say', () => {
      const pages = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      const readable = pages.filter((path) => /\.(txt|html?)$/.test(path))
      expect(proofs.length > 0).toBe(readable.length > 0)
      expect(proofs.filter(({ failures }) => failures.length > 0)).toEqual([])
    })
  })
