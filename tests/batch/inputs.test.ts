import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type InputFile, listInputs } from '../../src/batch/inputs.js'
import { readInputs, type ReadOutcome } from '../../src/batch/read-inputs.js'
import { UsageError } from '../../src/core/errors.js'
import { tempFolder } from '../temp-folder.js'

function folderOf(files: readonly string[]): string {
  const folder = tempFolder()
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `内容 ${file}`)
  }
  return folder
}

const pathsOf = (...inputs: string[]): string[] => listInputs(inputs).files.map(({ path }) => path)

describe('listInputs', () => {
  it('walks a folder in a stable order and gives paths relative to it', () => {
    const folder = folderOf(['b.txt', 'a/2.htm', 'a/10.html', 'A.TXT', '中文.txt'])
    expect(pathsOf(folder)).toEqual(['A.TXT', 'a/10.html', 'a/2.htm', 'b.txt', '中文.txt'])
  })

  it('gives a file named directly its base name', () => {
    const folder = folderOf(['a/2.htm'])
    expect(pathsOf(join(folder, 'a/2.htm'))).toEqual(['2.htm'])
  })

  it('counts files of other kinds by extension', () => {
    const { files, skipped } = listInputs([folderOf(['a.txt', 'a.json', 'b.json', 'README'])])
    expect(files).toHaveLength(1)
    expect(skipped).toEqual({ '.json': 2, none: 1 })
  })

  it('does not follow links to folders, so that circles end', () => {
    const folder = folderOf(['a/1.txt'])
    symlinkSync(folder, join(folder, 'a/circle'))
    symlinkSync(join(folder, 'a/1.txt'), join(folder, 'link.txt'))
    const { files, skipped } = listInputs([folder])
    expect(files.map(({ path }) => path)).toEqual(['a/1.txt', 'link.txt'])
    expect(skipped).toEqual({ link: 1 })
  })

  it('takes - for standard input', () => {
    expect(pathsOf('-')).toEqual(['-'])
  })

  it('refuses an input that is not there', () => {
    expect(() => listInputs([join(tempFolder(), 'nowhere')])).toThrow(UsageError)
  })

  it('refuses a file named directly whose kind it does not read', () => {
    const folder = folderOf(['a.pdf'])
    expect(() => listInputs([join(folder, 'a.pdf')])).toThrow(/known are \.txt \.html \.htm/)
  })
})

describe('readInputs', () => {
  it('gives documents in the order listed, packed only where they are not stored', async () => {
    const folder = folderOf(Array.from({ length: 40 }, (_, index) => `${index + 10}.txt`))
    const { files } = listInputs([folder])
    const outcomes = await readAll(files, (digest) => digest.startsWith('0'))
    expect(outcomes.map((one) => one.ok && one.document.path)).toEqual(
      files.map(({ path }) => path),
    )
    for (const one of outcomes)
      if (one.ok) expect(one.document.packed === null).toBe(one.document.sha256.startsWith('0'))
  })

  it('reports a file that cannot be read and goes on', async () => {
    const folder = folderOf(['b.txt'])
    symlinkSync(join(folder, 'gone'), join(folder, 'a.txt'))
    const { files } = listInputs([folder])
    const outcomes = await readAll(files, () => false)
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, true])
    expect(outcomes[0]).toMatchObject({ failure: { path: 'a.txt' } })
  })
})

async function readAll(
  files: readonly InputFile[],
  isStored: (sha256: string) => boolean,
): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = []
  for await (const outcome of readInputs(files, { isStored })) outcomes.push(outcome)
  return outcomes
}
