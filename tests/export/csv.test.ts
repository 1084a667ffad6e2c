import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/fingerprint.js'
import { writeCsv } from '../../src/export/csv.js'
import { HEADERS } from '../../src/export/csv-tables.js'
import { provinceFinder } from '../../src/export/provinces.js'
import { RECORD_KINDS, type RecordKind } from '../../src/export/record-stream.js'
import { openFileSink } from '../../src/export/text-sink.js'
import { packDocument } from '../../src/store/documents.js'
import { useStore } from '../../src/store/store.js'
import { sampleResult, startOf } from '../store/sample-records.js'
import { ENDING } from '../store/store-harness.js'
import { tempFolder } from '../temp-folder.js'

const TEXT = '第一医院"派出"医生,\n36名。'

/** One kind of the records of one document, as CSV. */
async function csvOf(kind: RecordKind): Promise<string> {
  const path = join(tempFolder(), `${kind}.csv`)
  await useStore(':memory:', { create: true }, async (store) => {
    await store.write(startOf('p1'), { clock: () => 0, atomic: false }, async (session) => {
      const document = session.addDocument(await packDocument(sha256(TEXT), Buffer.from(TEXT)))
      session.noteInput(document)
      session.noteSource({ path: 'a.txt', item: null, file: 'a.txt', document, mark: null })
      session.addResult(document, sampleResult(TEXT, 36))
      session.finish(ENDING)
    })
    const run = store.runs.latest() ?? expect.fail('no run has finished')
    const bytes = (document: number): Uint8Array => store.bytes(document)
    const sources = { reader: store.read(run), provinceOf: () => '安徽省', bytes }
    await writeCsv(sources, kind, openFileSink(path))
  })
  return readFileSync(path, 'utf8')
}

describe('writeCsv', () => {
  it('gives facts the columns of the contract first', async () => {
    const [header] = (await csvOf('fact')).split('\r\n')
    expect(header?.split(',').slice(0, 16)).toEqual(
      (
        'subject province metric value low high unit mod time sentence title publisher published ' +
        'url path id'
      ).split(' '),
    )
  })

  it('quotes cells with quotes, commas and line breaks, and leaves null empty', async () => {
    expect(await csvOf('fact')).toContain(
      '第一医院,安徽省,医生,36,,,名,exact,,"第一医院""派出""医生,\n36名。",,,,,a.txt,f_',
    )
  })

  it('writes every kind under its header', async () => {
    for (const kind of RECORD_KINDS) {
      const csv = await csvOf(kind)
      expect(csv.startsWith(`${HEADERS[kind].join(',')}\r\n`)).toBe(true)
      expect(csv.includes('a.txt')).toBe(!['quarantine', 'reprint', 'claim'].includes(kind))
    }
  })
})

describe('provinceFinder', () => {
  const regions = 'code\tname\taliases\n340000\t安徽省\t安徽\n340100\t合肥市\t合肥'
  const hospitals = 'id\tname\taliases\tregion\tparent\nfuwai\t阜外医院\t\t340100\t'
  const provinceOf = provinceFinder([
    { path: 'dictionaries/regions.tsv', text: regions },
    { path: 'dictionaries/hospitals.tsv', text: hospitals },
  ])
  const party = (kind: string, id: string | null, name: string): string | null =>
    provinceOf({ kind, id, name, text: name })

  it('looks an institution up in the gazetteer', () => {
    expect(party('hospital', 'fuwai', '阜外医院')).toBe('安徽省')
  })

  it('takes the place that an unlisted institution’s name begins with', () => {
    expect(party('hospital', null, '合肥市第九人民医院')).toBe('安徽省')
  })

  it('takes a region by its code', () => {
    expect(party('region', '340100', '合肥市')).toBe('安徽省')
  })

  it('gives null where nothing tells', () => {
    expect(party('hospital', null, '同济医院')).toBeNull()
  })
})
